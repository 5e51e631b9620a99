package dev.borderline.mechanism;

import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Peak;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Households;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Rule;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Inversion;

/**
 * M13, sanctions. A formal case is held before trial for a log-normal time; then the investigators may drop it for a price; else
 * it ends in labour training, a reform facility or a camp by the mix, what is missing to 1 being let go with a warning. Each
 * aggravating circumstance raises the log-odds of reform and of camp. Training lasts uniformly between its bounds, reform
 * likewise, a camp exponentially. After a share of a term of training or reform early release may be bought. With a small
 * probability the household is moved to the interior. On release a person is free, with the belief he had.
 *
 * <p>Draws, by household and occurrence of the case, sub-draw its lane: {@code sanctions.pretrial}, {@code
 * sanctions.sentence}, {@code sanctions.term}, {@code sanctions.exile}.
 */
public final class Sanctions {
    /** Parameters that a scenario sets. */
    @Rule(
            kind = Rule.Kind.SHARES,
            components = {"trainingShare", "reformShare", "campShare"})
    @Rule(
            kind = Rule.Kind.ASCENDING,
            components = {"trainingMonthsMin", "trainingMonthsMax"})
    @Rule(
            kind = Rule.Kind.ASCENDING,
            components = {"reformYearsMin", "reformYearsMax"})
    public record Params(
            @Input(
                    what = "Share of formal cases sentenced to labour training",
                    unit = "1",
                    max = 1,
                    source = "P55",
                    lever = "sanctions.training_share")
            Lever trainingShare,

            @Input(
                    what = "Share of formal cases sentenced to a reform facility",
                    unit = "1",
                    max = 1,
                    source = "P56",
                    lever = "sanctions.reform_share")
            Lever reformShare,

            @Input(
                    what = "Share of formal cases sent to a camp",
                    unit = "1",
                    max = 1,
                    source = "P57",
                    lever = "sanctions.camp_share")
            Lever campShare,

            @Input(
                    what = "Weights of reform and of camp beside that of training, over what the shares say",
                    unit = "1",
                    max = 100,
                    source = "Q95",
                    lever = "sanctions.severity_odds")
            Lever severityOdds,

            @Input(
                    what = "Shortest labour training",
                    unit = "months",
                    max = 1200,
                    source = "Q28",
                    lever = "sanctions.training_months_min")
            Lever trainingMonthsMin,

            @Input(
                    what = "Longest labour training",
                    unit = "months",
                    max = 1200,
                    source = "Q29",
                    lever = "sanctions.training_months_max")
            Lever trainingMonthsMax,

            @Input(
                    what = "Shortest reform term",
                    unit = "years",
                    max = 100,
                    source = "Q30",
                    lever = "sanctions.reform_years_min")
            Lever reformYearsMin,

            @Input(
                    what = "Longest reform term",
                    unit = "years",
                    max = 100,
                    source = "Q31",
                    lever = "sanctions.reform_years_max")
            Lever reformYearsMax,

            @Input(
                    what = "Mean time in a camp",
                    unit = "years",
                    max = 100,
                    source = "P54",
                    lever = "sanctions.camp_years_mean")
            Lever campYearsMean,

            @Input(
                    what = "Mean pre-trial holding",
                    unit = "days",
                    max = 3650,
                    source = "P59",
                    lever = "sanctions.pretrial_days_mean")
            Lever pretrialDaysMean,

            @Input(what = "Log standard deviation of pre-trial holding", unit = "1", max = 3, source = "Q32")
            double pretrialSigma,

            @Input(
                    what = "Rise of the log-odds of reform and of camp per aggravating circumstance",
                    unit = "1",
                    max = 5,
                    source = "Q33")
            double aggravationLogOdds,

            @Input(
                    what = "Share of a term after which early release can be bought",
                    unit = "1",
                    max = 1,
                    source = "Q34")
            double earlyReleaseAtShare,

            @Input(
                    what = "Chance that a formal case moves the household to the interior",
                    unit = "1",
                    max = 1,
                    source = "P58")
            double exileProbability) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("sanctions", Params.class, Sanctions::new);

    private static final int TRAINING = 0;
    private static final int REFORM = 1;
    private static final int CAMP = 2;
    private static final int WARNING = 3;
    private static final double MONTHS_PER_YEAR = 12;
    private static final String[] SENTENCE_BELOW = {
        "sanctions.training_below", "sanctions.reform_below", "sanctions.camp_below"
    };
    private static final State[] HELD_IN = {State.TRAINING, State.REFORM, State.CAMP};

    private final Params params;
    private final Wiring wiring;
    private final Scheduler scheduler;
    private final Households households;
    private final Cases cases;
    private final Lever[] shares;
    private final Lever severity;
    private final Lever trainingMonthsMin;
    private final Lever trainingMonthsMax;
    private final Lever reformYearsMin;
    private final Lever reformYearsMax;
    private final Lever campYearsMean;
    private final Lever pretrialDaysMean;
    private final Port<Settling> settling;
    private final Signal released;
    private final HouseholdDraws pretrials;
    private final HouseholdDraws sentences;
    private final HouseholdDraws terms;
    private final DrawSite exile;
    private final Count[] sentenced;
    private final Count[] yearsHeld;
    private final Count yearsInvestigated;
    private final Count allYearsHeld;
    private final Peak held;
    private final Count dropped;
    private final Count warned;
    private final Count earlyReleases;
    private final Count served;
    private final Count exiled;
    private final Mix mix = new Mix();
    private final int pretrialEnd;
    private final int earlyRelease;
    private final int termEnd;

    private Sanctions(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        scheduler = wiring.scheduler();
        households = wiring.households();
        cases = wiring.cases();
        shares = new Lever[] {params.trainingShare(), params.reformShare(), params.campShare()};
        severity = params.severityOdds();
        trainingMonthsMin = params.trainingMonthsMin();
        trainingMonthsMax = params.trainingMonthsMax();
        reformYearsMin = params.reformYearsMin();
        reformYearsMax = params.reformYearsMax();
        campYearsMean = params.campYearsMean();
        pretrialDaysMean = params.pretrialDaysMean();
        settling = wiring.port(Settling.class);
        released = wiring.signal(Signals.RELEASED);
        pretrials = wiring.draws("sanctions.pretrial");
        sentences = wiring.draws("sanctions.sentence");
        terms = wiring.draws("sanctions.term");
        exile = wiring.chance("sanctions.exile");
        sentenced = new Count[] {
            wiring.enforcement(MeasureGroup.HELD)
                    .line(1)
                    .count("sentenced_training", "cases", "Formal cases sentenced to labour training"),
            wiring.enforcement(MeasureGroup.HELD)
                    .line(2)
                    .count("sentenced_reform", "cases", "Formal cases sentenced to a reform facility"),
            wiring.enforcement(MeasureGroup.HELD)
                    .line(3)
                    .count("sentenced_camp", "cases", "Formal cases sent to a camp")
        };
        yearsHeld = new Count[] {
            wiring.harm(MeasureGroup.HELD).years("years_training", "Person-years in labour training"),
            wiring.harm(MeasureGroup.HELD).years("years_reform", "Person-years in reform facilities"),
            wiring.harm(MeasureGroup.HELD).years("years_camp", "Person-years in camps")
        };
        yearsInvestigated =
                wiring.harm(MeasureGroup.HELD).years("years_investigation", "Person-years held before trial");
        allYearsHeld = wiring.harm(MeasureGroup.HELD)
                .key(5, 4)
                .titled("Person-years held")
                .byFifth(5)
                .years("person_years_held", "Person-years held before trial, in training, reform and camps");
        held = wiring.harm(MeasureGroup.HELD)
                .line(6)
                .peak("peak_held", "people", "Greatest number of people held at once");
        dropped = wiring.enforcement(MeasureGroup.ARRESTS)
                .count("dropped", "cases", "Formal cases dropped by the investigators for a price");
        warned =
                wiring.enforcement(MeasureGroup.ARRESTS).count("warned", "cases", "Formal cases let go with a warning");
        earlyReleases = wiring.neutral(MeasureGroup.HELD)
                .line(4)
                .count("early_releases", "cases", "Early releases bought during a term");
        served = wiring.enforcement(MeasureGroup.HELD).count("terms_served", "cases", "Terms served in full");
        exiled = wiring.harm(MeasureGroup.HELD)
                .count("exiled", "households", "Households moved to the interior with a formal case");
        pretrialEnd = wiring.householdEvent("sanctions.pretrial_end", this::onPretrialEnd);
        earlyRelease = wiring.householdEvent("sanctions.early_release", this::onEarlyRelease);
        termEnd = wiring.householdEvent("sanctions.term_end", this::onTermEnd);
        wiring.provide(Sentencing.class, mix);
        wiring.signal(Signals.CASE_FORMAL).listen(this::onFormal);
        wiring.onEnd(this::close);
        wiring.invariant("every case opened has one outcome or is open", this::casesConserved);
        wiring.invariant("people held = open cases", () -> held() == cases.stillOpen() && held() == held.now());
    }

    private boolean casesConserved() {
        long sum = cases.stillOpen();
        for (Outcome outcome : Outcome.values()) {
            sum += cases.closed(outcome);
        }
        return sum == cases.opened();
    }

    private int held() {
        int held = 0;
        for (State state : State.values()) {
            held += state.held() ? households.inState(state) : 0;
        }
        return held;
    }

    /** The mix of sentences under the levers in force. */
    private final class Mix implements Sentencing {
        @Override
        public double share(int kind, int aggravation) {
            double odds = severity.value() * StrictMath.exp(params.aggravationLogOdds() * aggravation);
            double training = shares[TRAINING].value();
            double harsher = (shares[REFORM].value() + shares[CAMP].value()) * odds;
            double warning = Math.max(0, 1 - training - shares[REFORM].value() - shares[CAMP].value());
            double weight = shares[kind].value() * (kind == TRAINING ? 1 : odds);
            return weight == 0 ? 0 : weight / (training + harsher + warning);
        }

        /** Lengths as people think of them. Training has its maximum, reform the middle of its range, a camp its mean. */
        @Override
        public double perceivedYears(int kind) {
            return switch (kind) {
                case TRAINING -> trainingMonthsMax.value() / MONTHS_PER_YEAR;
                case REFORM -> (reformYearsMin.value() + reformYearsMax.value()) / 2;
                default -> campYearsMean.value();
            };
        }

        @Override
        public double meanYears(int kind) {
            return switch (kind) {
                case TRAINING -> (trainingMonthsMin.value() + trainingMonthsMax.value()) / 2 / MONTHS_PER_YEAR;
                default -> perceivedYears(kind);
            };
        }

        @Override
        public double earlyReleaseAtShare(int kind) {
            return kind == CAMP ? 1 : params.earlyReleaseAtShare();
        }

        @Override
        public double pretrialYears() {
            return pretrialDaysMean.value() / Times.DAYS_PER_YEAR;
        }
    }

    private void onFormal(int household, int slot) {
        held.add(household);
        double u = pretrials.uniform(household, cases.occurrence(slot), cases.subDraw(slot, 0));
        double days = pretrialDaysMean.value() == 0
                ? 0
                : Inversion.logNormal(u, pretrialDaysMean.value(), params.pretrialSigma());
        tell(slot, "sanctions.pretrial_days", days);
        scheduler.post(scheduler.now() + Times.ticks(days, Times.DAY), pretrialEnd, household, slot);
    }

    private int onPretrialEnd(long time, int household, int slot) {
        if (settling.get().settles(slot, Stage.INVESTIGATION, 0)) {
            dropped.add(household);
            release(household, slot, Outcome.DROPPED);
            return Outcome.DROPPED.ordinal();
        }
        int occurrence = cases.occurrence(slot);
        boolean moves = exile.occurs(household, occurrence, cases.subDraw(slot, 0), params.exileProbability());
        int kind = sentence(slot, sentences.uniform(household, occurrence, cases.subDraw(slot, 0)));
        if (kind == WARNING) {
            warned.add(household);
            release(household, slot, Outcome.WARNED);
        } else {
            imprison(household, slot, kind);
        }
        if (moves) {
            exile(household);
        }
        return kind;
    }

    private int sentence(int slot, double u) {
        double sum = 0;
        tell(slot, "sanctions.sentence_draw", u);
        for (int kind = 0; kind < Sentencing.KINDS; kind++) {
            sum += mix.share(kind, cases.aggravation(slot));
            tell(slot, SENTENCE_BELOW[kind], sum);
            if (u < sum) {
                return kind;
            }
        }
        return WARNING;
    }

    private void tell(int slot, String name, double value) {
        if (wiring.figures().heard()) {
            wiring.figures().tell(cases.household(slot), name, value);
        }
    }

    private void imprison(int household, int slot, int kind) {
        double years = termYears(household, slot, kind);
        tell(slot, "sanctions.term_years", years);
        sentenced[kind].add(household);
        endSpell(household, slot);
        households.enter(household, HELD_IN[kind]);
        cases.sentence(slot, years);
        if (kind == CAMP) {
            scheduler.post(scheduler.now() + Times.ticks(years, Times.YEAR), termEnd, household, slot);
        } else {
            double share = params.earlyReleaseAtShare();
            scheduler.post(scheduler.now() + Times.ticks(years * share, Times.YEAR), earlyRelease, household, slot);
        }
    }

    private double termYears(int household, int slot, int kind) {
        double u = terms.uniform(household, cases.occurrence(slot), cases.subDraw(slot, 0));
        return switch (kind) {
            case TRAINING ->
                Inversion.uniform(u, trainingMonthsMin.value(), trainingMonthsMax.value()) / MONTHS_PER_YEAR;
            case REFORM -> Inversion.uniform(u, reformYearsMin.value(), reformYearsMax.value());
            default -> Inversion.exponential(u) * campYearsMean.value();
        };
    }

    private int onEarlyRelease(long time, int household, int slot) {
        double remaining = cases.termYears(slot) * (1 - params.earlyReleaseAtShare());
        if (settling.get().settles(slot, Stage.EARLY_RELEASE, remaining)) {
            earlyReleases.add(household);
            release(household, slot, Outcome.RELEASED_EARLY);
            return Outcome.RELEASED_EARLY.ordinal();
        }
        scheduler.post(time + Times.ticks(remaining, Times.YEAR), termEnd, household, slot);
        return 0;
    }

    private int onTermEnd(long time, int household, int slot) {
        served.add(household);
        release(household, slot, Outcome.SERVED);
        return 0;
    }

    private void release(int household, int slot, Outcome outcome) {
        endSpell(household, slot);
        held.remove(household);
        households.enter(household, State.FREE);
        released.emit(household, slot);
        cases.close(slot, outcome);
    }

    private void exile(int household) {
        int interior = wiring.interior();
        if (households.zone(household) == interior) {
            return;
        }
        boolean inside = households.state(household).held();
        if (inside) {
            held.remove(household);
        }
        households.moveTo(household, interior);
        if (inside) {
            held.add(household);
        }
        exiled.add(household);
    }

    /** Books the time since the state began under the state that ends now. */
    private void endSpell(int household, int slot) {
        long now = scheduler.now();
        allYearsHeld.addSpell(household, cases.since(slot), now);
        spellCount(household).addSpell(household, cases.since(slot), now);
        cases.markSince(slot, now);
    }

    private Count spellCount(int household) {
        return switch (households.state(household)) {
            case TRAINING -> yearsHeld[TRAINING];
            case REFORM -> yearsHeld[REFORM];
            case CAMP -> yearsHeld[CAMP];
            default -> yearsInvestigated;
        };
    }

    private void close() {
        for (int slot = 0; slot < cases.slots(); slot++) {
            if (cases.household(slot) >= 0) {
                endSpell(cases.household(slot), slot);
            }
        }
    }
}
