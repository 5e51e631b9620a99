package dev.borderline.report;

import dev.borderline.experiment.store.RunSchema;
import dev.borderline.figure.Datum;
import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.Levels;
import dev.borderline.figure.LineChart;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Panel;
import dev.borderline.figure.Series;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figure of outcomes year by year, or month by month where they are kept. One line with its bands, or the fan of arms. */
final class YearFigure {
    private static final int YEAR_DIGITS = 4;
    private static final double MONTHS_OF_YEAR = 12;
    private static final double MIDDLE = 0.5;
    private static final int RUNS_FOR_SPREAD = 20; // with fewer, the 5 % quantile lies beyond the least of them

    private final Results results;
    private final ChosenCells chosen;
    private final PolicyDates policies;
    private final boolean spread;
    private final boolean monthly;
    private final List<Part> years;
    private final List<Part> months;
    private final List<FigureRow> rows = new ArrayList<>();

    /**
     * A part of the time.
     *
     * @param index among years, and after them months
     * @param name for tables and screen readers
     * @param label below the axis; empty for none
     * @param place on the axis, on which the whole numbers are the middles of years
     */
    private record Part(int index, String name, String label, double place) {}

    private YearFigure(Results results) {
        this.results = results;
        RunSchema layout = results.cells().layout();
        years = years(layout);
        months = months(layout);
        monthly = results.outcomes().stream().anyMatch(this::isMonthly);
        chosen = ChosenCells.of(results);
        policies = PolicyDates.of(results.study(), chosen);
        spread = results.study().isScattered() || results.counted().least() >= RUNS_FOR_SPREAD;
    }

    /** The figure; none for a period within one calendar year of which months are not kept. */
    static Optional<Figure> of(Results results) {
        YearFigure times = new YearFigure(results);
        return times.years.size() < 2 && !times.monthly ? Optional.empty() : Optional.of(times.figure());
    }

    private static List<Part> years(RunSchema layout) {
        List<Part> years = new ArrayList<>();
        for (String day : layout.years()) {
            String year = day.substring(0, YEAR_DIGITS);
            years.add(new Part(years.size(), year, year, Integer.parseInt(year)));
        }
        return years;
    }

    /** A year's label stands at July, in its middle; the first has one wherever it begins. */
    private static List<Part> months(RunSchema layout) {
        List<Part> months = new ArrayList<>();
        for (String name : layout.months()) {
            YearMonth month = YearMonth.parse(name);
            double place = month.getYear() + (month.getMonthValue() - MIDDLE) / MONTHS_OF_YEAR - MIDDLE;
            boolean labelled = month.getMonth() == Month.JULY || layout.years().size() == 1;
            String label =
                    labelled && layout.years().size() > 1 ? Integer.toString(month.getYear()) : labelled ? name : "";
            months.add(new Part(layout.years().size() + months.size(), name, label, place));
        }
        return months;
    }

    private boolean isMonthly(String outcome) {
        RunSchema layout = results.cells().layout();
        return layout.hasMonths(layout.index(outcome));
    }

    private List<Part> parts(String outcome) {
        return isMonthly(outcome) ? months : years;
    }

    private Figure figure() {
        List<Panel> panels = results.outcomes().stream().map(this::panel).toList();
        if (results.study().isScattered()) {
            String caption = "Each panel shows one outcome by calendar " + step() + " over the "
                    + results.study().size() + " settings, each by the mean of its runs: the line is the mean of the"
                    + " settings, the band reaches from their 5 % to their 95 % quantile.";
            return figure(steps() + ", over all settings", caption, panels);
        }
        boolean fan = chosen.key().equals("arm") && chosen.cells().size() > 1;
        String doubt = results.study().members().isPresent()
                ? " The darker bands hold half of the members, the paler ones 90 % of them."
                : spread
                        ? " The darker bands are 95 % intervals of the means, the paler ones hold nine in ten runs."
                        : results.counted().interval(" Bands are 95 % intervals of the means.");
        String caption = "Each panel shows one outcome by calendar " + step() + "." + chosen.caption(results)
                + " Dots are " + results.counted().averages(true) + "." + doubt;
        return figure(steps() + (fan ? ": the fan of arms" : ""), caption, panels);
    }

    private String steps() {
        return monthly ? "Month by month" : "Year by year";
    }

    private String step() {
        boolean all = results.outcomes().stream().allMatch(this::isMonthly);
        return monthly && !all ? "month, or by year where it is defined by year" : monthly ? "month" : "year";
    }

    private Figure figure(String heading, String caption, List<Panel> panels) {
        return new Figure(
                "over-time",
                new Figure.Words(heading, caption + remark(), policies.notes()),
                2,
                panels,
                new Figure.Table(List.of(chosen.key(), monthly ? "period" : "year"), rows));
    }

    private String remark() {
        return policies.moves().isEmpty()
                ? ""
                : " The numbered lines are days on which policies begin to move levers"
                        + (policies.sharedLeftOut() ? ", without the moves that all lines have in common:" : ":");
    }

    private Panel panel(String outcome) {
        List<Part> parts = parts(outcome);
        List<Series> lines = chosen.cells().stream()
                .map(one -> new Series(one.name(), one.colour(), data(outcome, one)))
                .toList();
        return LineChart.panel(
                new LineChart.Heading(
                        PlainNames.ofMeasure(outcome),
                        results.cells().measure(outcome).unit(),
                        chosen.differ()),
                new Levels(
                        "",
                        parts.stream().map(Part::place).toList(),
                        parts.stream().map(Part::label).toList(),
                        policies.marks()),
                lines,
                spread ? LineChart.Uncertainty.BAND_AND_SPREAD : LineChart.Uncertainty.BAND);
    }

    private MeanEstimate number(String outcome, ChosenCells.One one, Part part) {
        return results.study().isScattered()
                ? results.cells()
                        .acrossInPart(new Correlations(results).cells(one.cell().arm()), outcome, part.index())
                : results.cells().inPart(one.cell(), outcome, part.index());
    }

    private List<Datum> data(String outcome, ChosenCells.One one) {
        List<Datum> data = new ArrayList<>();
        for (Part part : parts(outcome)) {
            Results.Entry entry = results.entry(
                    one.with(chosen.differ(), part.name()),
                    List.of(one.value(), part.name()),
                    outcome,
                    number(outcome, one, part));
            data.add(entry.datum());
            rows.add(entry.row());
        }
        return data;
    }
}
