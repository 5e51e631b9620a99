package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.MemberSample;
import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Study;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Value of information for a choice among cells of a study over members; see {@link InformationValue}. In the unit of the
 * measure. Immutable.
 *
 * @param measure what the choice is judged by
 * @param objective whether more or less of it is better
 * @param options names of the cells to choose from
 * @param best the cell to choose if nothing is learnt
 * @param members in the sample
 * @param perfect expected value of knowing everything
 * @param rising share of the members in which the second of two options has more harm than the first, ties half; NaN unless there are two
 * @param unknowns the most valuable first
 */
public record InformationAnalysis(
        Measure measure,
        Objective objective,
        List<String> options,
        String best,
        int members,
        double perfect,
        double rising,
        List<OfUnknown> unknowns) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /** Fewest members: classes of fewer tell little. */
    public static final int MEMBERS_MIN = 32;

    /**
     * One unknown.
     *
     * @param row of the evidence
     * @param paths of the inputs that it gives
     * @param grade of the row
     * @param of what knowing it is worth
     */
    public record OfUnknown(String row, List<String> paths, String grade, InformationValue.OfUnknown of) {
        /** True if the value is above what learning nothing shows in 5 % of samples. */
        public boolean isAboveFloor() {
            return of.value().value() > of.floor();
        }
    }

    public InformationAnalysis {
        options = List.copyOf(options);
        unknowns = List.copyOf(unknowns);
    }

    /**
     * The value of information for a choice among cells.
     *
     * @param cells two or more
     * @throws AnalysisRefused if the study has too few members, runs are missing, or there is no such measure
     */
    public static InformationAnalysis of(Study study, Objective objective, List<Task> cells, Bootstrap bootstrap)
            throws IOException {
        MemberSample sample = MemberSample.of(study);
        if (sample.size() < MEMBERS_MIN) {
            throw new AnalysisRefused(study.where() + " has " + sample.size()
                    + " members; the value of information needs " + MEMBERS_MIN + " or more");
        }
        Measure measure = sample.measure(objective.measure().name());
        double[][] harms = cells.stream()
                .map(cell -> Arrays.stream(sample.means(measure, cell))
                        .map(value -> objective.largest() ? -value : value)
                        .toArray())
                .toArray(double[][]::new);
        InformationValue value = new InformationValue(harms, study.experiment().seed());
        List<OfUnknown> unknowns = sample.unknowns().stream()
                .map(unknown -> new OfUnknown(
                        unknown.row(), unknown.paths(), unknown.grade(), value.of(unknown.values(), bootstrap)))
                .sorted(Comparator.comparingDouble(
                        (OfUnknown unknown) -> -unknown.of().value().value()))
                .toList();
        List<String> names =
                cells.stream().map(cell -> MemberSample.name(study, cell)).toList();
        return new InformationAnalysis(
                measure,
                objective,
                names,
                names.get(value.best()),
                sample.size(),
                value.perfect(),
                value.rising(),
                unknowns);
    }

    /** The unknown that settles the sign of the change with the greatest chance; empty unless there are two options. */
    public Optional<OfUnknown> mostSettling() {
        return unknowns.stream()
                .filter(unknown -> !Double.isNaN(unknown.of().settles()))
                .max(Comparator.comparingDouble(unknown -> unknown.of().settles()));
    }

    /** {@code analysis-voi.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("voi");
        json.key("measure").value(measure.name()).key("unit").value(measure.unit());
        json.key("better").value(objective.word());
        json.key("options").beginArray();
        options.forEach(json::value);
        json.endArray().key("best").value(best).key("members").value(members);
        JsonNumbers.write(json, "perfect", perfect);
        JsonNumbers.write(json, "share_positive", objective.largest() ? 1 - rising : rising);
        json.key("unknowns").beginArray();
        for (OfUnknown unknown : unknowns) {
            json.beginObject().key("row").value(unknown.row());
            json.key("paths").beginArray();
            unknown.paths().forEach(json::value);
            json.endArray().key("grade").value(unknown.grade());
            JsonNumbers.write(json, "value", unknown.of().value());
            JsonNumbers.write(json, "floor", unknown.of().floor());
            JsonNumbers.write(json, "settles", unknown.of().settles());
            json.endObject();
        }
        return json.endArray().endObject().finish();
    }

    /** {@code analysis-voi.csv}: a line for each unknown. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(
                Csv.record("row", "paths", "grade", "value", "value_low", "value_high", "floor", "settles"));
        for (OfUnknown unknown : unknowns) {
            text.append(Csv.record(
                    unknown.row(),
                    String.join(" ", unknown.paths()),
                    unknown.grade(),
                    JsonNumbers.text(unknown.of().value().value()),
                    JsonNumbers.text(unknown.of().value().interval().low()),
                    JsonNumbers.text(unknown.of().value().interval().high()),
                    JsonNumbers.text(unknown.of().floor()),
                    JsonNumbers.text(unknown.of().settles())));
        }
        return text.toString();
    }
}
