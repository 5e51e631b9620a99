package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Tables;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Point fit of {@code historical} to all figures of 2009 to 2014, as {@code calibrate} writes it. The scenario keeps other values.
 *
 * @param folder where {@code parameters.csv} and {@code targets.csv} are
 */
record FittedAnew(Path folder) {
    static final List<String> FILES = List.of("parameters.csv", "targets.csv");

    private static final List<String> INPUTS = List.of(
            "needs.rate_mean_per_year",
            "calling.value_mean_usd",
            "settlement.stake_per_income_year",
            "needs.money_probability=0.1:0.3",
            "crossings.attempts_per_year=1500:8000",
            "crossings.households_per_arrival",
            "brokers.risk_in_commission",
            "population.wealth_multiple_mean",
            "policies.settlement.bargaining_share",
            "policies.border.interdiction_probability",
            "policies.surveillance.coverage");
    private static final List<String> SETTINGS = List.of("--budget", "250", "--replications", "2");

    /** Figures that are counts of a whole year, from 2009 on. */
    private static final List<String> YEARS = List.of("T02", "T35", "T36", "T37", "T38", "T39", "T03", "T04");

    private static final int FIRST_YEAR = 2009;

    /** Makes the fit in a folder: some minutes of processor time. */
    static FittedAnew measured(Path folder) {
        List<String> words = new ArrayList<>(List.of("calibrate", "../seeds/evidence/targets.csv"));
        INPUTS.forEach(input -> words.addAll(List.of("--vary", input)));
        words.addAll(SETTINGS);
        words.addAll(List.of("--out", folder.toString()));
        Ran ran = Ran.command(words.toArray(new String[0]));
        assertThat(folder.resolve("targets.csv")).as(ran.err()).exists();
        return new FittedAnew(folder);
    }

    /** The command as a reader types it. */
    static String command() {
        return INPUTS.stream()
                .map(input -> "  --vary " + input)
                .collect(Collectors.joining(
                        " \\\n",
                        "./borderline calibrate seeds/evidence/targets.csv \\\n",
                        " \\\n  " + String.join(" ", SETTINGS)));
    }

    /** Figures outside their tolerance, and arrivals year by year. */
    String text() throws IOException {
        List<Map<String, String>> rows = Tables.read(folder.resolve("targets.csv"));
        List<Map<String, String>> fitted = rows.stream()
                .filter(row -> Tables.cell(row, "use").equals("fit"))
                .toList();
        List<Map<String, String>> outside = rows.stream()
                .filter(row -> !Tables.cell(row, "use").equals("report"))
                .filter(row -> !isInside(row))
                .toList();
        long inside = fitted.stream().filter(FittedAnew::isInside).count();
        return "%d of %d fitted figures inside. Outside: %s.\n\n"
                        .formatted(
                                inside,
                                fitted.size(),
                                outside.stream().map(FittedAnew::named).collect(Collectors.joining(", ")))
                + arrivals(rows);
    }

    private static boolean isInside(Map<String, String> row) {
        return Boolean.parseBoolean(Tables.cell(row, "inside"));
    }

    private static String named(Map<String, String> row) {
        return Tables.cell(row, "id") + (Tables.cell(row, "use").equals("check") ? " (check)" : "");
    }

    private static String arrivals(List<Map<String, String>> rows) {
        StringBuilder text =
                new StringBuilder("| arrivals of | counted | fitted anew | model over counted |\n|---|--:|--:|--:|\n");
        for (int i = 0; i < YEARS.size(); i++) {
            String id = YEARS.get(i);
            Map<String, String> row = rows.stream()
                    .filter(one -> Tables.cell(one, "id").equals(id))
                    .findFirst()
                    .orElseThrow();
            double counted = number(row, "value");
            double model = number(row, "fitted");
            String ratio = String.format(Locale.ROOT, "%.2f", model / counted);
            text.append("| %d | %s | %s | %s |\n"
                    .formatted(FIRST_YEAR + i, Numbers.human(counted), Numbers.human(model), ratio));
        }
        return text.toString();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Tables.cell(row, column));
    }
}
