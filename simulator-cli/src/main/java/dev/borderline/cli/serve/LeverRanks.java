package dev.borderline.cli.serve;

import java.util.List;
import java.util.OptionalInt;

/** Levers that stand first on the page. */
final class LeverRanks {
    private static final List<String> FIRST = List.of(
            "levers.surveillance.coverage",
            "levers.settlement.bargaining_share",
            "levers.jamming.failure_probability",
            "levers.settlement.bribe_detection",
            "levers.stops.rate_per_year",
            "levers.sanctions.camp_share");

    private LeverRanks() {}

    /** The place of a lever, from 1; empty for those that come after. */
    static OptionalInt of(String path) {
        int place = FIRST.indexOf(path);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }
}
