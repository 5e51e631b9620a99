package dev.borderline.cli.analyze;

import dev.borderline.analysis.calibration.Fit;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.cli.text.TextTable;
import dev.borderline.figure.Scale;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A fit as tables, files and a scenario. */
final class CalibrationReport {
    private static final String LEGEND = """

            Ignorance left: standard deviation after the fit over that before; 100 % means that the
            targets say nothing about this input. Intervals: where 95 % of it lie now.

            """;

    private final Scenario base;
    private final Fit fit;
    private final List<Measure> measures;

    CalibrationReport(Scenario base, Fit fit) {
        this.base = base;
        this.fit = fit;
        measures = Simulation.of(base).measures();
    }

    /** Writes {@code targets.csv}, {@code parameters.csv}, {@code fit.json} and {@code fitted.yaml}. */
    void write(CalibrationFolder folder) throws IOException {
        StringBuilder targets = new StringBuilder(Csv.record(
                "id", "target", "use", "value", "low", "high", "unit", "before", "fitted", "ci_low", "ci_high",
                "inside", "reason"));
        for (Fit.OfTarget of : fit.targets()) {
            Target target = of.target();
            targets.append(Csv.record(
                    target.id(),
                    target.what(),
                    use(target),
                    Numbers.summary(target.value()),
                    Numbers.summary(target.low()),
                    Numbers.summary(target.high()),
                    unit(target),
                    Numbers.summaryOrEmpty(of.before()),
                    Numbers.summaryOrEmpty(of.fitted()),
                    known(of.interval().low()),
                    known(of.interval().high()),
                    Boolean.toString(of.inside()),
                    of.reason()));
        }
        StringBuilder parameters = new StringBuilder(Csv.record(
                "path", "range_low", "range_high", "before", "fitted", "ci_low", "ci_high", "ignorance_left"));
        for (Fit.OfParameter of : fit.parameters()) {
            parameters.append(Csv.record(
                    of.parameter().path(),
                    Numbers.summary(of.parameter().range().ends().get(0)),
                    Numbers.summary(of.parameter().range().ends().get(1)),
                    Numbers.summary(of.before()),
                    Numbers.file(of.value()),
                    Numbers.summary(of.interval().low()),
                    Numbers.summary(of.interval().high()),
                    Numbers.summary(of.ignorance())));
        }
        AtomicFile.write(folder.file(CalibrationFolder.TARGETS), targets.toString());
        AtomicFile.write(folder.file(CalibrationFolder.PARAMETERS), parameters.toString());
        AtomicFile.write(folder.file(CalibrationFolder.FIT), json() + "\n");
        AtomicFile.write(folder.file(CalibrationFolder.FITTED), fit.scenario().toYaml());
    }

    private static String known(double value) {
        return Double.isFinite(value) ? Numbers.summary(value) : "";
    }

    private static void write(JsonWriter json, String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }

    private String unit(Target target) {
        return target.statistic().unitName(measures);
    }

    private static String use(Target target) {
        return target.use().word();
    }

    String json() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("scenario").value(base.name()).key("scenario_sha256").value(base.sha256());
        json.key("fitted_sha256").value(fit.scenario().sha256());
        json.key("evaluations").value(fit.evaluations());
        write(json, "distance_before", fit.startDistance());
        write(json, "distance", fit.distance());
        json.key("share_inside").summaryValue(fit.shareInside());
        json.key("parameters").beginArray();
        for (Fit.OfParameter of : fit.parameters()) {
            json.beginObject().key("path").value(of.parameter().path());
            json.key("before").value(of.before()).key("fitted").value(of.value());
            json.key("ci_low").summaryValue(of.interval().low());
            json.key("ci_high").summaryValue(of.interval().high());
            json.key("ignorance_left").summaryValue(of.ignorance());
            json.key("identified").value(of.identified()).endObject();
        }
        json.endArray().key("targets").beginArray();
        for (Fit.OfTarget of : fit.targets()) {
            json.beginObject().key("id").value(of.target().id()).key("use").value(use(of.target()));
            json.key("unit").value(unit(of.target()));
            json.key("value").summaryValue(of.target().value());
            write(json, "fitted", of.fitted());
            write(json, "ci_low", of.interval().low());
            write(json, "ci_high", of.interval().high());
            json.key("inside")
                    .value(of.inside())
                    .key("reason")
                    .value(of.reason())
                    .endObject();
        }
        return json.endArray().endObject().finish();
    }

    /** Two tables and what they mean. */
    String text(Path folder) {
        StringBuilder text = new StringBuilder();
        long inside = Math.round(fit.shareInside() * fitted());
        text.append("Fit of %s: %d of %d targets inside their tolerance; distance %s, before %s%n"
                .formatted(
                        base.name(),
                        inside,
                        fitted(),
                        Numbers.human(fit.distance()),
                        Numbers.human(fit.startDistance())));
        text.append("Interval: 95 % of the model's mean, over chance alone.\n\n");
        targets().lines().forEach(line -> text.append(line).append('\n'));
        text.append('\n');
        parameters().lines().forEach(line -> text.append(line).append('\n'));
        text.append(LEGEND);
        fit.targets().stream()
                .filter(of -> !of.inside())
                .forEach(of -> text.append(of.target().id() + " outside: " + of.reason() + "\n"));
        text.append("\nIn " + folder + ": fitted.yaml, targets.csv, parameters.csv, fit.json\n");
        return text.toString();
    }

    private long fitted() {
        return fit.targets().stream()
                .filter(of -> of.target().use() == Target.Use.FIT)
                .count();
    }

    private TextTable targets() {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT,
                TextTable.Align.LEFT);
        table.row("", "use", "target", "tolerance", "unit", "before", "fitted", "interval", "inside");
        for (Fit.OfTarget of : fit.targets()) {
            Target target = of.target();
            Scale scale = Scale.of(0, unit(target));
            table.row(
                    target.id(),
                    use(target),
                    scale.human(target.value()),
                    between(scale, target.low(), target.high()),
                    scale.unit(),
                    scale.human(of.before()),
                    scale.human(of.fitted()),
                    between(scale, of.interval().low(), of.interval().high()),
                    of.inside() ? "yes" : "no");
        }
        return table;
    }

    private TextTable parameters() {
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT);
        table.row("input", "before", "fitted", "interval", "ignorance left");
        for (Fit.OfParameter of : fit.parameters()) {
            table.row(
                    of.parameter().path(),
                    Numbers.human(of.before()),
                    Numbers.human(of.value()),
                    between(of.interval().low(), of.interval().high()),
                    Math.round(100 * of.ignorance()) + " %");
        }
        return table;
    }

    private static String between(Scale scale, double low, double high) {
        return scale.human(low) + " to " + scale.human(high);
    }

    private static String between(double low, double high) {
        return Numbers.human(low) + " to " + Numbers.human(high);
    }
}
