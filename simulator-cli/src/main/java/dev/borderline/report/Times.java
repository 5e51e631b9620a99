package dev.borderline.report;

import dev.borderline.figure.Datum;
import dev.borderline.figure.Estimate;
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
    private static final int RUNS_FOR_SPREAD = 20; // with fewer, the 5 % quantile lies beyond the least of them

    private final Results results;
    private final Chosen chosen;
    private final PolicyDates policies;
    private final boolean spread;
    private final List<String> years;
    private final List<Row> rows = new ArrayList<>();

    private Times(Results results, List<String> years) {
        this.results = results;
        this.years = years;
        chosen = Chosen.of(results);
        policies = PolicyDates.of(results.study(), chosen);
        spread = results.study().isScattered() || results.counted().least() >= RUNS_FOR_SPREAD;
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
        if (results.study().isScattered()) {
            String caption = "Each panel shows one outcome by calendar year over the "
                    + results.study().size() + " settings, each by the mean of its runs: the line is the mean of the"
                    + " settings, the band reaches from their 5 % to their 95 % quantile.";
            return figure("Year by year, over all settings", caption, panels);
        }
        boolean fan = chosen.key().equals("arm") && chosen.cells().size() > 1;
        String doubt = spread
                ? " The darker bands are 95 % intervals of the means, the paler ones hold nine in ten runs."
                : results.counted().interval(" Bands are 95 % intervals of the means.");
        String caption = "Each panel shows one outcome by calendar year." + chosen.caption(results)
                + " Dots are means of " + results.counted().runs() + "." + doubt;
        return figure(fan ? "Year by year: the fan of arms" : "Year by year", caption, panels);
    }

    private Figure figure(String heading, String caption, List<Panel> panels) {
        return new Figure(
                "over-time",
                new Figure.Words(heading, caption + remark(), policies.notes()),
                2,
                panels,
                new Figure.Table(List.of(chosen.key(), "year"), rows));
    }

    private String remark() {
        return policies.moves().isEmpty() ? "" : " The numbered lines are days on which policies begin to move levers:";
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
                new Levels("", years.stream().map(Double::valueOf).toList(), years, policies.marks()),
                lines,
                spread ? LineChart.Uncertainty.BAND_AND_SPREAD : LineChart.Uncertainty.BAND);
    }

    private Estimate number(String outcome, Chosen.One one, int year) {
        return results.study().isScattered()
                ? results.cells()
                        .acrossInYear(new Correlations(results).cells(one.cell().arm()), outcome, year)
                : results.cells().inYear(one.cell(), outcome, year);
    }

    private List<Datum> data(String outcome, Chosen.One one) {
        List<Datum> data = new ArrayList<>();
        for (int year = 0; year < years.size(); year++) {
            Results.Entry entry = results.entry(
                    one.with(chosen.differ(), years.get(year)),
                    List.of(one.value(), years.get(year)),
                    outcome,
                    number(outcome, one, year));
            data.add(entry.datum());
            rows.add(entry.row());
        }
        return data;
    }
}
