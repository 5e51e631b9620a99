package dev.borderline.cli.text;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.measure.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Groups of measures under headings, for tables. Only for eyes: files and {@code --json} hold every measure, and one that is not
 * named here stands under the last heading of {@code --all}.
 */
public final class MeasureGroups {
    private static final String OTHER = "Everything else";

    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(
                "Needs and contacts",
                List.of(
                        "needs",
                        "attempts",
                        "blocked",
                        "jammed_out",
                        "deterred",
                        "priced_out",
                        "completed_contacts",
                        "contact_share",
                        "call_minutes_mean"));
        NAMES.put(
                "Detection and arrests",
                List.of(
                        "sessions",
                        "located",
                        "stops",
                        "arrests",
                        "framed",
                        "settled",
                        "formal_cases",
                        "formal_risk_per_session"));
        NAMES.put(
                "Money",
                List.of(
                        "bribes_paid",
                        "bribe_mean_usd",
                        "bribe_median_usd",
                        "bribes_paid_usd",
                        "fee_usd",
                        "commission_share",
                        "sent_usd",
                        "received_usd"));
        NAMES.put(
                "Time held",
                List.of(
                        "sentenced_training",
                        "sentenced_reform",
                        "sentenced_camp",
                        "early_releases",
                        "person_years_held",
                        "peak_held"));
        NAMES.put("Leaving", List.of("crossings_stopped", "arrivals"));
        NAMES.put("Knowledge", List.of("pair_years_dark", "uninformed_years"));
    }

    private MeasureGroups() {}

    /** Headings with the rows to show under them; with {@code all}, every row. */
    public static Map<String, List<MeasureSummary>> of(List<MeasureSummary> rows, boolean all) {
        return of(rows, MeasureSummary::measure, all);
    }

    /** As {@link #of(List, boolean)}, of rows of any kind. */
    public static <R> Map<String, List<R>> of(List<R> rows, Function<R, Measure> measure, boolean all) {
        Map<String, List<R>> shown = new LinkedHashMap<>();
        List<R> rest = new ArrayList<>(rows);
        NAMES.forEach((heading, names) -> {
            List<R> here = names.stream()
                    .flatMap(name -> rows.stream()
                            .filter(row -> measure.apply(row).name().equals(name)))
                    .toList();
            if (!here.isEmpty()) {
                shown.put(heading, here);
            }
            rest.removeAll(here);
        });
        if (all && !rest.isEmpty()) {
            shown.put(OTHER, List.copyOf(rest));
        }
        return shown;
    }
}
