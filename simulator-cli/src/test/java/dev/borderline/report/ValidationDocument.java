package dev.borderline.report;

import dev.borderline.analysis.calibration.Target;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page {@code docs/validation.md} and its picture. */
final class ValidationDocument {
    static final String COMMAND = "mvn -pl simulator-core,simulator-cli test -Dtest=ValidationDocumentTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    private static final Map<String, String> UNITS = Map.of(
            "arrivals", "people",
            "bribe_mean_usd", "USD",
            "commission_share", "1",
            "contact_share", "1",
            "remitting_share", "1",
            "sent_usd", "USD");

    /** Drawn year by year, in this order. */
    static final List<String> MEASURES =
            List.of("arrivals", "bribe_mean_usd", "commission_share", "contact_share", "remitting_share", "sent_usd");

    private static final Path WORDS = Path.of("../docs/validation");
    static final Path ANEW = WORDS.resolve("anew");
    private static final List<String> YEARS =
            IntStream.rangeClosed(2009, 2016).mapToObj(Integer::toString).toList();

    private final History history;
    private final List<Target> targets;
    private final OnRecord record;

    ValidationDocument(History history, List<Target> targets, OnRecord record) {
        this.history = history;
        this.targets = List.copyOf(targets);
        this.record = record;
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Validation

                Generated from `seeds/evidence`, [validation.csv](validation.csv) and `docs/validation/`; do not edit. To write it again:
                `%s -Dborderline.write=true`; with `-Dborderline.measure=true` besides,
                the model is run too.

                `historical` is fitted to figures of 2009 to 2014 and then held against those of 2015 and 2016, which the fit never sees. Model: means of
                %d runs with 95 %% intervals over chance alone; random numbers other than those of the fit (seed %d). To see it:
                `./borderline run historical --point-estimate --replications %d --seed %d`.

                ## What the model gets wrong

                """.formatted(COMMAND, History.REPLICATIONS, History.SEED, History.REPLICATIONS, History.SEED));
        missed(page);
        page.append(Files.readString(WORDS.resolve("wrong.md"))).append("\n## Year by year\n\n");
        page.append("![Model and record by year](img/validation.svg)\n\n");
        arrivals(page);
        members(page);
        page.append("\n## Fitted: 2009 to 2014\n\n");
        fittedOn(page);
        table(page, Target.Use.FIT);
        page.append("\n## Checked: 2015 and 2016\n\n");
        table(page, Target.Use.CHECK);
        page.append(
                "\n## Shown beside them\n\nNeither fitted nor a check: they repeat what other figures say, or are doubted.\n\n");
        table(page, Target.Use.REPORT);
        page.append("\n## What was fitted\n\n")
                .append(Files.readString(WORDS.resolve("fit.md")))
                .append('\n');
        parameters(page, WORDS);
        page.append("\n### Fitted anew, and left aside\n\n")
                .append(Files.readString(WORDS.resolve("anew.md")))
                .append("\n```sh\n")
                .append(FittedAnew.command())
                .append("\n```\n\n");
        parameters(page, ANEW);
        page.append('\n').append(new FittedAnew(ANEW).text());
        page.append("\n## What was chosen with the structure\n\n")
                .append(Files.readString(WORDS.resolve("structure.md")))
                .append('\n');
        structure(page);
        page.append("\n### Structures, each without one year's counts\n\n")
                .append(Files.readString(WORDS.resolve("left-out.md")))
                .append('\n')
                .append(new LeftOut(Tables.read(WORDS.resolve("left-out.csv"))).table());
        return page.toString();
    }

    private void missed(StringBuilder page) {
        for (Target target : targets) {
            MeanEstimate model = model(target);
            if (!target.accepts(model.mean())) {
                page.append("- **")
                        .append(target.id())
                        .append(", ")
                        .append(target.what())
                        .append(", ");
                page.append(years(target))
                        .append("** (")
                        .append(use(target))
                        .append("): model ")
                        .append(shown(model))
                        .append(", record ");
                page.append(Numbers.human(target.value()))
                        .append(", tolerated ")
                        .append(tolerance(target))
                        .append(".\n");
            }
        }
        page.append('\n');
    }

    private void arrivals(StringBuilder page) {
        page.append("| arrivals of | counted | model | model over counted |\n|---|--:|---|--:|\n");
        for (String year : YEARS) {
            double counted = record.figure("arrivals", year).orElseThrow().mean();
            MeanEstimate model = history.of("arrivals " + year);
            page.append(String.join(
                    " | ",
                    "| " + year,
                    Numbers.human(counted),
                    shown(model),
                    String.format(Locale.ROOT, "%.2f |\n", model.mean() / counted)));
        }
    }

    /** Yearly counts beside the members of the fit, and how the fit does on figures it never saw. */
    private void members(StringBuilder page) throws IOException {
        page.append("\n## Over the members of the fit\n\n").append(Files.readString(WORDS.resolve("members.md")));
        page.append("\n| arrivals of | counted | 5 % | median | 95 % | held |\n|---|--:|--:|--:|--:|---|\n");
        List<Map<String, String>> bands = arrivalsOfMembers();
        for (Map<String, String> row : bands) {
            page.append(String.join(
                    " | ",
                    "| " + Tables.cell(row, "year"),
                    Numbers.human(counted(row)),
                    human(row, "p05"),
                    human(row, "median"),
                    human(row, "p95"),
                    (holds(row) ? "yes" : "**no**") + " |\n"));
        }
        page.append("\n%d of %d held.\n\n"
                .formatted(bands.stream().filter(this::holds).count(), bands.size()));
        page.append(
                "| | figure | period | record | predicted, error included | PIT | CRPS |\n|---|---|---|--:|---|--:|--:|\n");
        for (Map<String, String> row : Tables.read(WORDS.resolve("predicted.csv"))) {
            if (Tables.cell(row, "use").equals("check")) {
                page.append(String.join(" | ", predicted(row), human(row, "pit"), human(row, "crps") + " |\n"));
            }
        }
        leftOut(page);
    }

    /** Cells of a figure: its name, period, record and prediction. */
    private String predicted(Map<String, String> row) {
        Target target = target(Tables.cell(row, "id"));
        return String.join(
                " | ",
                "| " + Tables.cell(row, "id"),
                target.what(),
                years(target),
                human(row, "value"),
                human(row, "p05") + " to " + human(row, "p95"));
    }

    /** Predictions of each figure from a fit without its group. */
    private void leftOut(StringBuilder page) throws IOException {
        List<Map<String, String>> fitted = Tables.read(WORDS.resolve("predicted.csv")).stream()
                .filter(row -> Tables.cell(row, "use").equals("fit"))
                .toList();
        page.append("\n### Each group of figures left out\n\n").append(Files.readString(WORDS.resolve("without.md")));
        page.append("""

                | | figure | period | record | predicted, error included | without its group | held |
                |---|---|---|--:|---|---|---|
                """);
        for (Map<String, String> row : fitted) {
            page.append(String.join(
                    " | ",
                    predicted(row),
                    human(row, "without_p05") + " to " + human(row, "without_p95"),
                    (holdsWithout(row) ? "yes" : "**no**") + " |\n"));
        }
        page.append("\n%d of %d held.\n"
                .formatted(
                        fitted.stream().filter(ValidationDocument::holdsWithout).count(), fitted.size()));
        List<Map<String, String>> within = fitted.stream()
                .filter(row -> Tables.cell(row, "group").startsWith("arrivals"))
                .filter(row -> years(target(Tables.cell(row, "id"))).contains("-"))
                .toList();
        page.append(
                "\nOf the %d counts of arrivals within years, %d are foretold without their year to a quarter (by the median).\n"
                        .formatted(
                                within.size(),
                                within.stream()
                                        .filter(row -> isNear(row, "value", "without_median"))
                                        .count()));
    }

    /** True if a prediction lies within a quarter of the figure on record. */
    static boolean isNear(Map<String, String> row, String record, String predicted) {
        double ratio = Double.parseDouble(Tables.cell(row, predicted)) / Double.parseDouble(Tables.cell(row, record));
        return Math.abs(ratio - 1) <= 0.25;
    }

    private static boolean holdsWithout(Map<String, String> row) {
        double recorded = Double.parseDouble(Tables.cell(row, "value"));
        return Double.parseDouble(Tables.cell(row, "without_p05")) <= recorded
                && recorded <= Double.parseDouble(Tables.cell(row, "without_p95"));
    }

    /** Quantiles of yearly arrivals over the members of {@code seeds/ensembles/fitted.csv}. */
    static List<Map<String, String>> arrivalsOfMembers() throws IOException {
        return Tables.read(WORDS.resolve("members.csv")).stream()
                .filter(row -> Tables.cell(row, "measure").equals("arrivals"))
                .toList();
    }

    private double counted(Map<String, String> row) {
        return record.figure("arrivals", Tables.cell(row, "year")).orElseThrow().mean();
    }

    /** True if the count of a year lies within the band of the members. */
    boolean holds(Map<String, String> row) {
        double counted = counted(row);
        return Double.parseDouble(Tables.cell(row, "p05")) <= counted
                && counted <= Double.parseDouble(Tables.cell(row, "p95"));
    }

    private Target target(String id) {
        return targets.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Number of figures that the fit shown was made on; further ones may have come since. */
    private void fittedOn(StringBuilder page) throws IOException {
        List<Target> fit = targets.stream()
                .filter(target -> target.use() == Target.Use.FIT)
                .toList();
        List<Target> used = fittedOn(targets);
        long inside = used.stream()
                .filter(target -> target.accepts(model(target).mean()))
                .count();
        page.append(
                "The fit below was made on %d of these figures, of which %d are inside: %s. The other %d have come since.%n%n"
                        .formatted(
                                used.size(),
                                inside,
                                used.stream().map(Target::id).collect(Collectors.joining(", ")),
                                fit.size() - used.size()));
    }

    /** Targets of the last fit, as {@code docs/validation/fitted-on.csv} lists them, that are still to be fitted. */
    static List<Target> fittedOn(List<Target> targets) throws IOException {
        List<String> ids = Tables.read(WORDS.resolve("fitted-on.csv")).stream()
                .map(row -> Tables.cell(row, "id"))
                .toList();
        return targets.stream()
                .filter(target -> target.use() == Target.Use.FIT && ids.contains(target.id()))
                .toList();
    }

    private MeanEstimate model(Target target) {
        return history.of(target.id());
    }

    private String years(Target target) {
        return record.years().getOrDefault(target.id(), "");
    }

    private static String use(Target target) {
        return switch (target.use()) {
            case FIT -> "fitted";
            case CHECK -> "check";
            case REPORT -> "shown beside";
        };
    }

    private static String shown(MeanEstimate estimate) {
        return Numbers.human(estimate.mean()) + " (" + Numbers.human(estimate.low()) + " to "
                + Numbers.human(estimate.high()) + ")";
    }

    private static String tolerance(Target target) {
        return Numbers.human(target.low()) + " to " + Numbers.human(target.high());
    }

    private void table(StringBuilder page, Target.Use use) {
        List<Target> of = targets.stream().filter(target -> target.use() == use).toList();
        long inside = of.stream()
                .filter(target -> target.accepts(model(target).mean()))
                .count();
        page.append(inside).append(" of ").append(of.size()).append(" inside their tolerance.\n\n");
        page.append(
                "| | figure | period | record | tolerated | grade | model | inside |\n|---|---|---|--:|---|---|---|---|\n");
        for (Target target : of) {
            page.append(String.join(
                    " | ",
                    "| " + target.id(),
                    target.what(),
                    years(target),
                    Numbers.human(target.value()),
                    tolerance(target),
                    target.grade(),
                    shown(model(target)),
                    target.accepts(model(target).mean()) ? "yes |\n" : "**no** |\n"));
        }
    }

    /** As {@code calibrate} wrote them. */
    private static void parameters(StringBuilder page, Path folder) throws IOException {
        page.append(
                "| input | range of the evidence | before | fitted | interval | ignorance left |\n|---|---|--:|--:|---|--:|\n");
        for (Map<String, String> row : Tables.read(folder.resolve("parameters.csv"))) {
            page.append(String.join(
                    " | ",
                    "| `" + Tables.cell(row, "path") + "`",
                    human(row, "range_low") + " to " + human(row, "range_high"),
                    human(row, "before"),
                    human(row, "fitted"),
                    human(row, "ci_low") + " to " + human(row, "ci_high"),
                    Math.round(100 * Double.parseDouble(Tables.cell(row, "ignorance_left"))) + " % |\n"));
        }
    }

    private static void structure(StringBuilder page) throws IOException {
        page.append("| input | before | now | chosen on |\n|---|--:|--:|---|\n");
        for (Map<String, String> row : Tables.read(WORDS.resolve("structure.csv"))) {
            page.append(String.join(
                    " | ",
                    "| `" + Tables.cell(row, "path") + "`",
                    human(row, "before"),
                    human(row, "now"),
                    Tables.cell(row, "chosen_on") + " |\n"));
        }
    }

    private static String human(Map<String, String> row, String column) {
        return Numbers.human(Double.parseDouble(Tables.cell(row, column)));
    }

    String picture() {
        String shows = "Model: dots are means of " + History.REPLICATIONS
                + " runs, bars their 95 % intervals, which cover chance only."
                + " Record: dots are figures of the evidence, bars what is tolerated around them. Arrivals were counted. That a share"
                + " of pairs is in contact is itself assumed (P12). Figures of 2015 and 2016 never entered the fit.";
        Figure figure = new Figure(
                "validation",
                new Figure.Words("The fitted model beside the record", shows),
                2,
                MEASURES.stream().map(this::panel).toList(),
                new Figure.Table(List.of(), List.of()));
        return figure.svg(Assets.read().figureStyle());
    }

    private Panel panel(String measure) {
        MeanEstimate none = new MeanEstimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        List<Datum> modelled = new ArrayList<>();
        List<Datum> recorded = new ArrayList<>();
        for (String year : YEARS) {
            modelled.add(new Datum("model, " + year, history.of(measure + " " + year)));
            recorded.add(
                    new Datum("record, " + year, record.figure(measure, year).orElse(none)));
        }
        return LineChart.panel(
                new LineChart.Heading(PlainNames.ofMeasure(measure), UNITS.getOrDefault(measure, ""), ""),
                new Levels("", YEARS.stream().map(Double::valueOf).toList(), YEARS),
                List.of(new Series("model", "s0", modelled), new Series("record", "s1", recorded)),
                LineChart.Uncertainty.BARS);
    }
}
