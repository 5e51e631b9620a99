package dev.borderline.report;

import dev.borderline.cli.Tables;
import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.Levels;
import dev.borderline.figure.LineChart;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The page {@code docs/outlook.md} and its picture. */
final class OutlookDocument {
    static final String SCENARIO = "outlook";
    static final int FIRST = 2017;
    static final int LAST = 2025;
    static final String COMMAND =
            "mvn -pl simulator-core,simulator-cli test -Dtest=OutlookDocumentTest -Dsurefire.failIfNoSpecifiedTests=false";

    private static final Map<String, String> UNITS = Map.of(
            "arrivals", "people",
            "bribe_mean_usd", "USD",
            "commission_share", "1",
            "contact_share", "1",
            "formal_cases", "cases",
            "formal_call_cases", "cases",
            "remitting_share", "1",
            "transfers_per_remitter", "1");
    private static final List<String> YEARS =
            IntStream.rangeClosed(FIRST, LAST).mapToObj(Integer::toString).toList();

    private final List<Map<String, String>> forecast;
    private final List<Map<String, String>> strengths;
    private final Path words;

    OutlookDocument(Path forecast, Path strengths, Path words) throws IOException {
        this.forecast = Tables.read(forecast);
        this.strengths = Tables.read(strengths);
        this.words = words;
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(Files.readString(words));
        page.append("\n## The forecast\n\n![Forecast of 2017 to 2025](img/outlook.svg)\n");
        for (String measure : MemberPredictions.MEASURES) {
            page.append("\n**")
                    .append(PlainNames.ofMeasure(measure))
                    .append("** (`")
                    .append(measure)
                    .append("`)\n\n| year | 5 % | 25 % | median | 75 % | 95 % |\n|---|--:|--:|--:|--:|--:|\n");
            for (String year : YEARS) {
                Map<String, String> row = row(measure, year);
                page.append("| ").append(year);
                for (String column : List.of("p05", "p25", "median", "p75", "p95")) {
                    page.append(" | ").append(Numbers.human(number(row, column)));
                }
                page.append(" |\n");
            }
        }
        page.append("\n## Moves of policy after 2016\n\n");
        page.append("| row | lever | from | until | between | grade | source |\n|---|---|---|---|---|---|---|\n");
        for (Map<String, String> row : strengths) {
            page.append(String.join(
                    " | ",
                    "| " + Tables.cell(row, "id"),
                    "`" + Tables.cell(row, "lever") + "`",
                    Tables.cell(row, "date"),
                    Tables.cell(row, "until"),
                    Tables.cell(row, "low") + " to " + Tables.cell(row, "high") + ", "
                            + actsAs(Tables.cell(row, "acts_as")),
                    Tables.cell(row, "grade"),
                    Tables.cell(row, "source") + " |\n"));
        }
        return page.toString();
    }

    private static String actsAs(String word) {
        return switch (word) {
            case "level" -> "its value";
            case "factor" -> "times that of 2016";
            default -> "times the odds of 2016";
        };
    }

    String picture() {
        String shows =
                "Lines are medians; bands hold 90 % of the members of the fit, each with strengths of policy drawn anew and one run of"
                        + " chance. Nothing recorded after 2016 was used but the dates of policy.";
        Figure figure = new Figure(
                "outlook",
                new Figure.Words("The outlook from 2017 to 2025, written before any of it was looked up", shows),
                2,
                MemberPredictions.MEASURES.stream().map(this::panel).toList(),
                new Figure.Table(List.of(), List.of()));
        return figure.svg(Assets.read().figureStyle());
    }

    private Panel panel(String measure) {
        List<Datum> data = YEARS.stream()
                .map(year -> {
                    Map<String, String> row = row(measure, year);
                    double low = number(row, "p05");
                    double high = number(row, "p95");
                    return new Datum(year, new MeanEstimate(1, number(row, "median"), low, high, low, high));
                })
                .toList();
        return LineChart.panel(
                new LineChart.Heading(PlainNames.ofMeasure(measure), UNITS.getOrDefault(measure, ""), ""),
                new Levels("", YEARS.stream().map(Double::valueOf).toList(), YEARS),
                List.of(new Series("outlook", "s0", data)),
                LineChart.Uncertainty.BAND);
    }

    private Map<String, String> row(String measure, String year) {
        return forecast.stream()
                .filter(row -> Tables.cell(row, "measure").equals(measure)
                        && Tables.cell(row, "year").equals(year))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(Tables.cell(row, column));
    }
}
