package dev.borderline.model;

import dev.borderline.policy.Input;

/** A coarse part of the country. Zones are named in the scenario; their order in the file means nothing. */
public record Zone(
        @Input(what = "Share of kin households that live here", unit = "1", max = 1, source = "Q10")
        double householdShare,

        @Input(
                what = "Whether the zone lies at the border, so that calls take place and teams stand here",
                unit = "1",
                max = 1,
                source = "Q11")
        boolean border,

        @Input(what = "Cost of travel to a place with signal", unit = "USD", max = 1e4, source = "P95")
        double travelCostUsd,

        @Input(what = "Time of travel to a place with signal", unit = "days", max = 30, source = "P96")
        double travelDays,

        @Input(
                what = "Share of households that own a smuggled handset at the start",
                unit = "1",
                max = 1,
                source = "P08")
        double handsetShare) {}
