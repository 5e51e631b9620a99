package dev.borderline.analysis.selection;

import dev.borderline.analysis.AnalysisRefused;
import java.util.List;

/**
 * Objective that policies may be ranked by: a measure, and the direction that is better. Refuses what would rank them by how many
 * people are caught.
 *
 * <p>Policies are never ranked by arrests (decision 0007), in either direction. To want more of them is what this program must be of
 * no use for; and fewer is no good sign, since arrests fall when people give up calling. The same goes for whatever else counts the
 * work of those who catch. What people suffer or lose, such as years held or bribes paid, may only be made less of.
 *
 * @param measure name of the measure
 * @param largest true when more is better
 */
public record Objective(String measure, boolean largest) {
    /** Beginnings of names of measures that count what the catchers do. */
    private static final List<String> CATCHING = List.of(
            "arrests",
            "located",
            "pursuits",
            "stops",
            "no_team_free",
            "framed",
            "formal_",
            "sentenced_",
            "warned",
            "settled",
            "dropped",
            "crossings_stopped",
            "brokers_taken",
            "brokers_arrested",
            "handsets_seized",
            "parcels_seized",
            "parcels_refused");

    /** Beginnings of names of measures of harm. */
    private static final List<String> HARM = List.of(
            "person_years_held",
            "years_",
            "uninformed_",
            "pair_years_dark",
            "blocked",
            "deterred",
            "priced_out",
            "jammed",
            "interrupted",
            "lapsed",
            "exiled",
            "bribe",
            "broker_bribes",
            "guard_bribes",
            "guard_cut",
            "fee",
            "commission",
            "levies",
            "intercepted",
            "stolen",
            "officer_revenue",
            "passed_up",
            "payer_penalties");

    public Objective {
        if (begins(measure, CATCHING)) {
            throw new AnalysisRefused(
                    measure + " counts what those who catch people do: policies are never ranked by it, "
                            + "neither by more nor by less, since it also falls when people give up calling. Take what people gain or "
                            + "suffer, such as contact_share or person_years_held");
        }
        if (largest && begins(measure, HARM)) {
            throw new AnalysisRefused(measure + " is a harm: a policy cannot be the best for having more of it");
        }
    }

    private static boolean begins(String measure, List<String> beginnings) {
        return beginnings.stream().anyMatch(measure::startsWith);
    }

    /** Advantage of {@code one} over {@code other}; negative if it is worse. */
    public double advantage(double one, double other) {
        return largest ? one - other : other - one;
    }

    /** {@code most} or {@code least}, for sentences. */
    public String word() {
        return largest ? "most" : "least";
    }
}
