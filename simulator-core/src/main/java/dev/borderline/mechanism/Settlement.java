package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M09. */
public final class Settlement {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Bargaining share of officers",
                    unit = "1",
                    max = 1,
                    source = "P38",
                    lever = "settlement.bargaining_share")
            double bargainingShare,

            @Input(
                    what = "Chance that a bribe is found out",
                    unit = "1",
                    max = 1,
                    source = "P42",
                    lever = "settlement.bribe_detection")
            double bribeDetection,

            @Input(
                    what = "Loss of an officer whose bribe is found out",
                    unit = "USD",
                    max = 1e9,
                    source = "P43",
                    lever = "settlement.officer_penalty_usd")
            double officerPenaltyUsd,

            @Input(
                    what = "Further loss of a payer whose bribe is found out",
                    unit = "USD",
                    max = 1e9,
                    source = "P44",
                    lever = "settlement.payer_penalty_usd")
            double payerPenaltyUsd,

            @Input(
                    what = "Reward of an officer for a formal arrest",
                    unit = "USD",
                    max = 1e9,
                    source = "P45",
                    lever = "settlement.arrest_reward_usd")
            double arrestRewardUsd,

            @Input(
                    what = "Share of a bribe passed up the chain",
                    unit = "1",
                    max = 1,
                    source = "P47",
                    lever = "settlement.passed_up_share")
            double passedUpShare,

            @Input(
                    what = "Share of officers who take bribes",
                    unit = "1",
                    max = 1,
                    source = "P87",
                    lever = "officers.corruptible_share")
            double corruptibleShare,

            @Input(
                    what = "Officer pay",
                    unit = "USD/month",
                    max = 1e6,
                    source = "P46",
                    lever = "officers.pay_usd_per_month")
            double payUsdPerMonth,

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
            double connectionsDiscount) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("settlement", Params.class, Settlement::new);

    private Settlement(Params params, Wiring wiring) {}
}
