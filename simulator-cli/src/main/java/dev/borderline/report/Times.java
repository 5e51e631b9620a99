package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.Levels;
import dev.borderline.figure.LineChart;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Row;
import dev.borderline.figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figure of outcomes year by year: one line with its bands, or the fan of arms. */
final class Times {
    private static final int YEAR_DIGITS = 4;

    private final Results results;
    private final Chosen chosen;
    private final List<String> years;
    private final List<Row> rows = new ArrayList<>();

    private Times(Results results, List<String> years) {
        this.results = results;
        this.years = years;
        chosen = Chosen.of(results);
    }

    /** The figure; none for a period within one calendar year. */
    static Optional<Figure> of(Results results) {
        List<String> years = results.cells().layout().years().stream()
                .map(day -> day.substring(0, YEAR_DIGITS))
                .toList();
        return years.size() < 2 ? Optional.empty() : Optional.of(new Times(results, years).figure());
    }

    private Figure figure() {
        List<Panel> panels = results.outcomes().stream().map(this::panel).toList();
        boolean fan = chosen.key().equals("arm") && chosen.cells().size() > 1;
        String caption = "Each panel shows one outcome by calendar year." + chosen.caption(results)
                + " Dots are means of " + results.study().replications()
                + " runs; the darker bands are 95 % intervals of the means, the paler ones hold nine in ten runs.";
        return new Figure(
                "over-time",
                new Figure.Words(fan ? "Year by year: the fan of arms" : "Year by year", caption),
                2,
                panels,
                new Figure.Table(List.of(chosen.key(), "year"), rows));
    }

    private Panel panel(String outcome) {
        List<Series> lines = chosen.cells().stream()
                .map(one -> new Series(one.name(), one.colour(), data(outcome, one)))
                .toList();
        return LineChart.panel(
                new LineChart.Heading(
                        Names.ofMeasure(outcome),
                        results.cells().measure(outcome).unit(),
                        chosen.differ()),
                new Levels("", years.stream().map(Double::valueOf).toList(), years),
                lines,
                LineChart.Uncertainty.BAND_AND_SPREAD);
    }

    private List<Datum> data(String outcome, Chosen.One one) {
        List<Datum> data = new ArrayList<>();
        for (int year = 0; year < years.size(); year++) {
            Results.Entry entry = results.entry(
                    one.with(chosen.differ(), years.get(year)),
                    List.of(one.value(), years.get(year)),
                    outcome,
                    results.cells().inYear(one.cell(), outcome, year));
            data.add(entry.datum());
            rows.add(entry.row());
        }
        return data;
    }
}
