package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.MemberSample;
import dev.borderline.analysis.Study;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * First-order sensitivity indices of what is not known, from the members that a study was run over; see {@link GivenData}. Immutable.
 *
 * @param scenario name of the scenario
 * @param cell name of the cell, or of the change between two
 * @param members in the sample
 * @param measures in the order asked for
 */
public record GivenDataAnalysis(String scenario, String cell, int members, List<OfMeasure> measures) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /**
     * One unknown.
     *
     * @param row of the evidence
     * @param paths of the inputs that it gives
     * @param grade of the row
     * @param firstOrder index, bias corrected; it may fall below 0 by chance
     */
    public record OfUnknown(String row, List<String> paths, String grade, Estimate firstOrder) {}

    /**
     * One measure.
     *
     * @param measure name, unit and meaning
     * @param unknowns the largest index first
     */
    public record OfMeasure(Measure measure, List<OfUnknown> unknowns) {}

    public GivenDataAnalysis {
        measures = List.copyOf(measures);
    }

    /**
     * The indices for measures in a cell, or for their change from another.
     *
     * @param contrast which cell, or which change
     * @throws dev.borderline.analysis.AnalysisRefused if the study has no members, runs are missing, or there is no such measure
     */
    public static GivenDataAnalysis of(Study study, Contrast contrast, List<String> names, Bootstrap bootstrap)
            throws IOException {
        MemberSample sample = MemberSample.of(study);
        List<OfMeasure> measures = new ArrayList<>();
        for (String name : names) {
            Measure measure = sample.measure(name);
            double[] outcome = contrast.of(sample, measure);
            List<OfUnknown> unknowns = sample.unknowns().stream()
                    .map(unknown -> new OfUnknown(
                            unknown.row(),
                            unknown.paths(),
                            unknown.grade(),
                            GivenData.estimate(unknown.values(), outcome, bootstrap)))
                    .sorted(Comparator.comparingDouble(
                            (OfUnknown of) -> -of.firstOrder().value()))
                    .toList();
            measures.add(new OfMeasure(measure, unknowns));
        }
        return new GivenDataAnalysis(study.experiment().base().name(), contrast.name(study), sample.size(), measures);
    }

    /**
     * A cell of a study, or the change from one to another.
     *
     * @param from the cell that the change is from; the same as {@code to} for the level itself
     * @param to the cell
     */
    public record Contrast(Task from, Task to) {
        private double[] of(MemberSample sample, Measure measure) {
            return from.equals(to) ? sample.means(measure, to) : sample.changes(measure, from, to);
        }

        private String name(Study study) {
            String cell = MemberSample.name(study, to);
            return from.equals(to) ? cell : cell + " against " + MemberSample.name(study, from);
        }
    }

    /** {@code analysis-sensitivity.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("sensitivity");
        json.key("scenario").value(scenario).key("cell").value(cell);
        json.key("members").value(members).key("measures").beginArray();
        for (OfMeasure one : measures) {
            json.beginObject().key("name").value(one.measure().name());
            json.key("unit").value(one.measure().unit()).key("unknowns").beginArray();
            for (OfUnknown unknown : one.unknowns()) {
                json.beginObject().key("row").value(unknown.row());
                json.key("paths").beginArray();
                unknown.paths().forEach(json::value);
                json.endArray().key("grade").value(unknown.grade());
                JsonNumbers.write(json, "first_order", unknown.firstOrder());
                json.endObject();
            }
            json.endArray().endObject();
        }
        return json.endArray().endObject().finish();
    }

    /** {@code analysis-sensitivity.csv}: a line for each measure and unknown. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(
                Csv.record("measure", "row", "paths", "grade", "first_order", "first_order_low", "first_order_high"));
        for (OfMeasure one : measures) {
            for (OfUnknown unknown : one.unknowns()) {
                text.append(Csv.record(
                        one.measure().name(),
                        unknown.row(),
                        String.join(" ", unknown.paths()),
                        unknown.grade(),
                        JsonNumbers.text(unknown.firstOrder().value()),
                        JsonNumbers.text(unknown.firstOrder().interval().low()),
                        JsonNumbers.text(unknown.firstOrder().interval().high())));
            }
        }
        return text.toString();
    }
}
