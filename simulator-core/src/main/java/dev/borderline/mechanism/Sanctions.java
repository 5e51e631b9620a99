package dev.borderline.mechanism;

import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;

/** M13. */
public final class Sanctions {
    /** What a scenario sets. */
    public record Params(
            @Input(
                    what = "Share of formal cases sentenced to labour training",
                    unit = "1",
                    max = 1,
                    source = "P55",
                    lever = "sanctions.training_share")
            double trainingShare,

            @Input(
                    what = "Share of formal cases sentenced to a reform facility",
                    unit = "1",
                    max = 1,
                    source = "P56",
                    lever = "sanctions.reform_share")
            double reformShare,

            @Input(
                    what = "Share of formal cases sent to a camp",
                    unit = "1",
                    max = 1,
                    source = "P57",
                    lever = "sanctions.camp_share")
            double campShare,

            @Input(
                    what = "Shortest labour training",
                    unit = "months",
                    max = 1200,
                    source = "Q28",
                    lever = "sanctions.training_months_min")
            double trainingMonthsMin,

            @Input(
                    what = "Longest labour training",
                    unit = "months",
                    max = 1200,
                    source = "Q29",
                    lever = "sanctions.training_months_max")
            double trainingMonthsMax,

            @Input(
                    what = "Shortest reform term",
                    unit = "years",
                    max = 100,
                    source = "Q30",
                    lever = "sanctions.reform_years_min")
            double reformYearsMin,

            @Input(
                    what = "Longest reform term",
                    unit = "years",
                    max = 100,
                    source = "Q31",
                    lever = "sanctions.reform_years_max")
            double reformYearsMax,

            @Input(
                    what = "Mean time in a camp",
                    unit = "years",
                    max = 100,
                    source = "P54",
                    lever = "sanctions.camp_years_mean")
            double campYearsMean,

            @Input(
                    what = "Mean pre-trial holding",
                    unit = "days",
                    max = 3650,
                    source = "P59",
                    lever = "sanctions.pretrial_days_mean")
            double pretrialDaysMean,

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

    private Sanctions(Params params, Wiring wiring) {}
}
