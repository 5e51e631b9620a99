package dev.borderline.mechanism;

import dev.borderline.measure.Amounts;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases;
import dev.borderline.model.DecisionNumbers;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Population;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.Doubles;
import dev.borderline.state.StateRegistry.Derived;

/**
 * M09, settlement, with M12, officers. It is the one routine by which an officer and the person in his hands may come to terms,
 * on the street, at the investigators and for early release, each with its own stake S.
 *
 * <p>The terms are those of {@link Bargain}: q the chance that the bribe is found out, P_o and P_c the penalties, R the reward
 * for a formal arrest, the officer's share {@code θ' = θ (1 − ½ connections)}. The case meets an officer who can be
 * approached with {@code corruptible (.6 + .4 connections)}.
 *
 * <p>Stakes: {@code S2 = κ Y Σ m_k A(term_k)} at the investigators, {@code A(d) = (1 − δ^d)/(−ln δ)}; on the street {@code S1 =
 * κ Y A(pretrial) + (1 − s) S2 + s b2}, b2 the price of S2; for early release {@code κ Y A(remaining)}. The loss if caught is
 * {@code Λ = min(b1 + q P_c, S1)} where a deal can be had, else S1.
 *
 * <p>Draws, by household and occurrence of the case, sub-draw its lane and stage: {@code settlement.approach}, {@code
 * settlement.found_out}; for brokers by the client's household and need {@code settlement.broker_approach}, {@code
 * settlement.broker_found_out}.
 */
public final class Settlement {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Bargaining share of officers",
                    unit = "1",
                    max = 1,
                    source = "P38",
                    lever = "settlement.bargaining_share")
            Lever bargainingShare,

            @Input(
                    what = "Chance that a bribe is found out",
                    unit = "1",
                    max = 1,
                    source = "P42",
                    lever = "settlement.bribe_detection")
            Lever bribeDetection,

            @Input(
                    what = "Loss of an officer whose bribe is found out",
                    unit = "USD",
                    max = 1e9,
                    source = "P43",
                    lever = "settlement.officer_penalty_usd")
            Lever officerPenaltyUsd,

            @Input(
                    what = "Further loss of a payer whose bribe is found out",
                    unit = "USD",
                    max = 1e9,
                    source = "P44",
                    lever = "settlement.payer_penalty_usd")
            Lever payerPenaltyUsd,

            @Input(
                    what = "Reward of an officer for a formal arrest",
                    unit = "USD",
                    max = 1e9,
                    source = "P45",
                    lever = "settlement.arrest_reward_usd")
            Lever arrestRewardUsd,

            @Input(
                    what = "Share of a bribe passed up the chain",
                    unit = "1",
                    max = 1,
                    source = "P47",
                    lever = "settlement.passed_up_share")
            Lever passedUpShare,

            @Input(
                    what = "Share of officers who take bribes",
                    unit = "1",
                    max = 1,
                    source = "P87",
                    lever = "officers.corruptible_share")
            Lever corruptibleShare,

            @Input(
                    what = "Officer pay",
                    unit = "USD/month",
                    max = 1e6,
                    source = "P46",
                    lever = "officers.pay_usd_per_month")
            Lever payUsdPerMonth,

            @Input(
                    what = "Pay outside the service, against which pay binds an officer",
                    unit = "USD/month",
                    max = 1e6,
                    source = "Q23")
            double outsidePayUsdPerMonth,

            @Input(what = "Years of pay that a removed officer loses", unit = "years", max = 60, source = "Q24")
            double tenureYears,

            @Input(
                    what = "Willingness to pay to avoid one year held, over yearly income",
                    unit = "1",
                    max = 100,
                    source = "P60")
            double stakePerIncomeYear,

            @Input(what = "Yearly discount factor of callers", unit = "1", min = 0.01, max = 0.999, source = "P61")
            double discountPerYear,

            @Input(
                    what = "Chance, as people see it, that a formal case can be bought down",
                    unit = "1",
                    max = 1,
                    source = "P41")
            double buyDownProbability,

            @Input(
                    what = "Chance of meeting an approachable officer among the corruptible, without connections",
                    unit = "1",
                    max = 1,
                    source = "Q25")
            double approachBase,

            @Input(what = "Rise of that chance from no to full connections", unit = "1", max = 1, source = "Q26")
            double approachByConnections,

            @Input(
                    what = "Share of the bargaining share that full connections take away",
                    unit = "1",
                    max = 1,
                    source = "Q27")
            double connectionsDiscount,

            @Input(
                    what = "Incomes, wealth and amounts sent over those that the other inputs say",
                    unit = "1",
                    min = 0.01,
                    max = 100,
                    source = "Q94",
                    lever = "population.income_factor")
            Lever incomeFactor) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("settlement", Params.class, Settlement::new);

    private static final double CENTS = 100;
    private static final double MONTHS = 12;
    private static final int AGGRAVATIONS = 8; // more circumstances than can come together
    private static final double UNKNOWN = -1;
    private static final double ROUNDING = 1e-9; // far above what rounding adds to a stake

    private final Params params;
    private final Households households;
    private final Population population;
    private final Cases cases;
    private final Lever bargainingShare;
    private final Lever bribeDetection;
    private final Lever officerPenalty;
    private final Lever payerPenalty;
    private final Lever reward;
    private final Lever passedUp;
    private final Lever corruptible;
    private final Lever pay;
    private final Lever incomeFactor;
    private final Port<Sentencing> sentencing;
    private final DrawSite approach;
    private final DrawSite foundOut;
    private final Doubles formalYears; // Σ m_k A(term_k), by aggravation
    private final DoubleCell pretrialYears; // A(pretrial), as of the last formalYears
    private final Derived<Bargain> bargain; // until a lever moves
    private final Signal paid;
    private final DecisionNumbers figures;
    private final DrawSite brokerApproach;
    private final DrawSite brokerFoundOut;
    private final Count brokerBribesUsd;
    private final Count bribes;
    private final Count bribesUsd;
    private final Amounts prices;
    private final Count payerIncomeUsd;
    private final Count revenueUsd;
    private final Count passedUpUsd;
    private final Count removedOfficers;
    private final Count penaltiesUsd;

    private Settlement(Params params, Wiring wiring) {
        this.params = params;
        households = wiring.households();
        population = wiring.population();
        cases = wiring.cases();
        bargainingShare = params.bargainingShare();
        bribeDetection = params.bribeDetection();
        officerPenalty = params.officerPenaltyUsd();
        payerPenalty = params.payerPenaltyUsd();
        reward = params.arrestRewardUsd();
        passedUp = params.passedUpShare();
        corruptible = params.corruptibleShare();
        pay = params.payUsdPerMonth();
        incomeFactor = params.incomeFactor();
        sentencing = wiring.port(Sentencing.class);
        approach = wiring.chance("settlement.approach");
        foundOut = wiring.chance("settlement.found_out");
        paid = wiring.signal(Signals.BRIBE_PAID);
        figures = wiring.figures();
        brokerApproach = wiring.chance("settlement.broker_approach");
        brokerFoundOut = wiring.chance("settlement.broker_found_out");
        brokerBribesUsd = wiring.harm(MeasureGroup.MONEY)
                .money("broker_bribes_usd", "Bribes paid by brokers, by the zone and fifth of the client");
        bribes = wiring.harm(MeasureGroup.MONEY)
                .main(1)
                .count("bribes_paid", "bribes", "Bribes paid by households at any stage of a case");
        bribesUsd = wiring.harm(MeasureGroup.MONEY)
                .key(4, 3)
                .money("bribes_paid_usd", "Sum of bribes paid by households at any stage of a case");
        prices = wiring.harm(MeasureGroup.MONEY)
                .line(3)
                .quartiles("bribe", "the bribes paid by households at any stage of a case");
        payerIncomeUsd = wiring.harm(MeasureGroup.MONEY)
                .money("bribe_payers_income_usd", "Sum of the yearly incomes of payers, once a bribe");
        revenueUsd = wiring.harm(MeasureGroup.MONEY)
                .money("officer_revenue_usd", "Bribes of households and brokers that officers keep");
        passedUpUsd = wiring.harm(MeasureGroup.MONEY)
                .money("passed_up_usd", "Bribes of households and brokers passed up the chain");
        removedOfficers = wiring.neutral(MeasureGroup.MONEY)
                .count("removed_officers", "officers", "Officers removed because a bribe was found out");
        penaltiesUsd = wiring.harm(MeasureGroup.MONEY)
                .money("payer_penalties_usd", "Losses of households whose bribe was found out; welfare, not cash");
        wiring.harm(MeasureGroup.MONEY)
                .line(2)
                .ratio("bribe_mean_usd", "USD", "Sum of bribes over bribes paid", bribesUsd, bribes);
        wiring.harm(MeasureGroup.MONEY)
                .titled("Bribe over yearly income")
                .byFifth(6)
                .ratio(
                        "bribe_over_income",
                        "1",
                        "Sum of bribes over the yearly incomes of their payers",
                        bribesUsd,
                        payerIncomeUsd);
        wiring.onAnyMove(this::forget);
        formalYears = wiring.state().doubles("settlement.formal_years", AGGRAVATIONS, UNKNOWN);
        pretrialYears = wiring.state().doubleCell("settlement.pretrial_years", 0);
        bargain = wiring.state().derived("settlement.bargain", this::terms);
        wiring.provide(Settling.class, new Terms());
        wiring.provide(LossIfCaught.class, new Loss());
    }

    private void forget() {
        bargain.forget();
        formalYears.fill(UNKNOWN);
    }

    /** The terms under the levers in force. */
    private Bargain terms() {
        double bond = MONTHS * params.tenureYears() * (pay.value() - params.outsidePayUsdPerMonth());
        double q = bribeDetection.value();
        double floorUsd = Bargain.floorUsd(reward.value(), q, officerPenalty.value(), bond);
        return new Bargain(floorUsd, q * payerPenalty.value());
    }

    /** The officer's share of what somebody with these connections gains. */
    private double share(double connections) {
        return bargainingShare.value() * (1 - params.connectionsDiscount() * connections);
    }

    /** Yearly income now. */
    private double incomeUsd(int household) {
        return incomeFactor.value() * households.incomeUsd(household);
    }

    private double annuity(double years) {
        return Bargain.annuity(params.discountPerYear(), years);
    }

    /** S2 over κ Y, kept until a lever moves. */
    private double formalYears(int aggravation) {
        if (formalYears.get(aggravation) == UNKNOWN) {
            double years = 0;
            for (int kind = 0; kind < Sentencing.KINDS; kind++) {
                years += sentencing.get().share(kind, aggravation)
                        * annuity(sentencing.get().perceivedYears(kind));
            }
            formalYears.set(aggravation, years);
            pretrialYears.set(annuity(sentencing.get().pretrialYears()));
        }
        return formalYears.get(aggravation);
    }

    /** S1 for a stake of κ Y = {@code yearUsd}. */
    private double streetStakeUsd(double share, double yearUsd, double wealthUsd, int aggravation) {
        double formal = yearUsd * formalYears(aggravation);
        double price = bargain.get().priceUsd(share, formal, wealthUsd);
        double bought = price == Bargain.NO_DEAL ? 0 : params.buyDownProbability();
        double afterwards = (1 - bought) * formal + bought * price;
        return yearUsd * pretrialYears.get() + afterwards;
    }

    private final class Terms implements Settling {
        @Override
        public double brokerSettlesProbability(double stakeMultiple) {
            return brokerPriceUsd(stakeMultiple) == Bargain.NO_DEAL ? 0 : approachable(meanConnections());
        }

        @Override
        public boolean settles(int caseSlot, Stage stage, double remainingYears) {
            return Settlement.this.settles(caseSlot, stage, remainingYears);
        }

        @Override
        public double bribeUsd(int household, Stage stage, int aggravation, double remainingYears, double u) {
            if (u >= approachable(households.connections(household))) {
                return 0;
            }
            return Math.max(0, priceUsd(household, stakeUsd(household, stage, aggravation, remainingYears)));
        }

        @Override
        public boolean settlesForBroker(int household, int occurrence, double stakeMultiple) {
            return Settlement.this.settlesForBroker(household, occurrence, stakeMultiple);
        }
    }

    /** A broker of average income, wealth and connections. */
    private boolean settlesForBroker(int household, int occurrence, double stakeMultiple) {
        if (!brokerApproach.occurs(household, occurrence, approachable(meanConnections()))) {
            return false;
        }
        double price = brokerPriceUsd(stakeMultiple);
        if (price == Bargain.NO_DEAL) {
            return false;
        }
        brokerBribesUsd.add(household, cents(price));
        divide(household, cents(price));
        if (brokerFoundOut.occurs(household, occurrence, bribeDetection.value())) {
            removedOfficers.add(household);
        }
        return true;
    }

    private double brokerPriceUsd(double stakeMultiple) {
        double wealth = brokerWealthUsd();
        double share = share(meanConnections());
        return bargain.get().priceUsd(share, streetStakeUsd(share, brokerYearUsd(stakeMultiple), wealth, 1), wealth);
    }

    private double brokerYearUsd(double stakeMultiple) {
        return stakeMultiple * params.stakePerIncomeYear() * meanIncomeUsd();
    }

    private double brokerWealthUsd() {
        return meanIncomeUsd() * population.wealthMultipleMean();
    }

    private double meanIncomeUsd() {
        return incomeFactor.value() * population.incomeMeanUsd();
    }

    /** Probability that somebody with these connections meets an officer who can be approached. */
    private double approachable(double connections) {
        return corruptible.value() * Math.min(1, params.approachBase() + params.approachByConnections() * connections);
    }

    private double meanConnections() {
        return population.connectionsAlpha() / (population.connectionsAlpha() + population.connectionsBeta());
    }

    private boolean settles(int slot, Stage stage, double remainingYears) {
        int household = cases.household(slot);
        int subDraw = cases.subDraw(slot, stage.ordinal());
        if (!approach.occurs(
                household, cases.occurrence(slot), subDraw, approachable(households.connections(household)))) {
            return false;
        }
        double stake = stakeUsd(household, stage, cases.aggravation(slot), remainingYears);
        double price = priceUsd(household, stake);
        if (figures.heard()) {
            figures.tell(
                    household, "settlement.worth_usd", stake - bargain.get().expectedPayerPenaltyUsd());
            figures.tell(household, "settlement.wealth_usd", wealthUsd(household));
            figures.tell(household, "settlement.floor_usd", bargain.get().floorUsd());
        }
        if (price == Bargain.NO_DEAL) {
            return false;
        }
        if (figures.heard()) {
            figures.tell(household, "settlement.price_usd", price);
        }
        cases.paid(slot, cents(price));
        pay(household, cents(price));
        paid.emit(household, slot);
        if (foundOut.occurs(household, cases.occurrence(slot), subDraw, bribeDetection.value())) {
            removedOfficers.add(household);
            penaltiesUsd.add(household, cents(payerPenalty.value()));
        }
        return true;
    }

    private double stakeUsd(int household, Stage stage, int aggravation, double remainingYears) {
        double yearUsd = params.stakePerIncomeYear() * incomeUsd(household);
        return switch (stage) {
            case STREET ->
                streetStakeUsd(share(households.connections(household)), yearUsd, wealthUsd(household), aggravation);
            case INVESTIGATION -> yearUsd * formalYears(aggravation);
            case EARLY_RELEASE -> yearUsd * annuity(remainingYears);
        };
    }

    private double priceUsd(int household, double stakeUsd) {
        return bargain.get().priceUsd(share(households.connections(household)), stakeUsd, wealthUsd(household));
    }

    private double wealthUsd(int household) {
        return incomeFactor.value() * households.wealthUsd(household);
    }

    private void pay(int household, long cents) {
        bribes.add(household);
        bribesUsd.add(household, cents);
        prices.add(household, cents);
        payerIncomeUsd.add(household, cents(incomeUsd(household)));
        divide(household, cents);
    }

    /** Of what an officer is paid he passes a share up. */
    private void divide(int household, long cents) {
        long up = (long) (cents * passedUp.value());
        passedUpUsd.add(household, up);
        revenueUsd.add(household, cents - up);
    }

    private static long cents(double usd) {
        return (long) (usd * CENTS + 0.5);
    }

    private final class Loss implements LossIfCaught {
        @Override
        public double lossUsd(int household, int aggravation) {
            double yearUsd = params.stakePerIncomeYear() * incomeUsd(household);
            return lossUsd(yearUsd, wealthUsd(household), households.connections(household), aggravation);
        }

        /** Upper bound in any bargain: nobody loses more than the stake on the street where nothing can be bought down. */
        @Override
        public double lossAtMostUsd(int household, int aggravation) {
            double income = incomeFactor.value() * households.incomeAtMostUsd(household);
            double yearUsd = params.stakePerIncomeYear() * income;
            double years = formalYears(aggravation) + pretrialYears.get();
            return yearUsd * years * (1 + ROUNDING);
        }

        @Override
        public double brokerLossUsd(double stakeMultiple) {
            return lossUsd(brokerYearUsd(stakeMultiple), brokerWealthUsd(), meanConnections(), 1);
        }

        private double lossUsd(double yearUsd, double wealthUsd, double connections, int aggravation) {
            double share = share(connections);
            return bargain.get().lossUsd(share, streetStakeUsd(share, yearUsd, wealthUsd, aggravation), wealthUsd);
        }
    }
}
