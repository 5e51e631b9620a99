package dev.borderline.model;

import dev.borderline.policy.Input;

/** Population of a scenario: the number of kin households and the spread of their fixed attributes. */
public record Population(
        @Input(
                what = "Refugees resettled abroad; scales the number of kin households",
                unit = "persons",
                min = 0,
                max = 6e7,
                source = "P05")
        double resettledRefugees,

        @Input(
                what = "Kin households per resettled refugee",
                unit = "households/person",
                min = 0,
                max = 10,
                source = "P06")
        double kinHouseholdsPerRefugee,

        @Input(what = "Mean yearly household income", unit = "USD/year", min = 1, max = 1e6, source = "P10")
        double incomeMeanUsd,

        @Input(what = "Log standard deviation of income", unit = "1", max = 3, source = "Q01")
        double incomeSigma,

        @Input(
                what = "Mean of liquid wealth over yearly income",
                unit = "years of income",
                min = 0.001,
                max = 100,
                source = "P11")
        double wealthMultipleMean,

        @Input(what = "Log standard deviation of liquid wealth over income", unit = "1", max = 3, source = "Q02")
        double wealthMultipleSigma,

        @Input(what = "First shape of the beta law of connections", unit = "1", min = 0.1, max = 20, source = "Q03")
        double connectionsAlpha,

        @Input(what = "Second shape of the beta law of connections", unit = "1", min = 0.1, max = 20, source = "Q04")
        double connectionsBeta,

        @Input(
                what = "Share of households whose kin live in a country held to be an enemy",
                unit = "1",
                max = 1,
                source = "Q05")
        double enemyShare,

        @Input(what = "Share of households that own a domestic line", unit = "1", max = 1, source = "P78")
        double lineShare,

        @Input(what = "Share of households licensed to call abroad", unit = "1", max = 1, source = "P79")
        double licensedShare,

        @Input(what = "Share of households with the closed intranet", unit = "1", max = 1, source = "Q06")
        double intranetShare,

        @Input(
                what = "Share of the households that are simulated; counts are told for all",
                unit = "1",
                min = 0.001,
                max = 1,
                source = "Q83")
        double simulatedShare) {

    /** Path of the simulated share: a setting of the computation, so that no grade of assumptions counts it. */
    public static final String SIMULATED_SHARE = "population.simulated_share";

    /** Number of kin households, simulated or not, rounded to the nearest whole one. */
    public int households() {
        return Math.toIntExact(StrictMath.round(resettledRefugees * kinHouseholdsPerRefugee));
    }
}
