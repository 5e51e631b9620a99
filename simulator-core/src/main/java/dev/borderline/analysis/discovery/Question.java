package dev.borderline.analysis.discovery;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.StudyOutputs;
import dev.borderline.measure.Measure;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of interest in the space of inputs. Immutable.
 *
 * @param measure name of the measure; its mean over the replications of a point counts
 * @param arm number of the arm
 * @param against number of the arm that is taken off, so that the outcome is what the first adds; null for none
 * @param threshold what a case of interest goes beyond; null for the numbers themselves, which only trees take
 * @param above true when cases of interest lie above the threshold, false when below
 */
public record Question(
        String measure,
        int arm,
        @Nullable Integer against,
        @Nullable Double threshold,
        boolean above) {
    public Question {
        if (against != null && against == arm) {
            throw new AnalysisRefused("an arm cannot be set against itself");
        }
        if (threshold != null && !Double.isFinite(threshold)) {
            throw new AnalysisRefused("threshold is " + threshold);
        }
    }

    /** Points of a study with their outcomes, or with 1 for those of interest and 0 for others. */
    Asked ask(Study study) throws IOException {
        if (study.factors().isEmpty()) {
            throw new AnalysisRefused(
                    study.where() + " varies no input: a sweep over inputs is needed, best with design: lhs");
        }
        StudyOutputs outputs = study.outputs();
        Measure asked = outputs.measure(measure);
        double[] values = outputs.means(asked, arm);
        if (against != null) {
            double[] taken = outputs.means(asked, against);
            for (int point = 0; point < values.length; point++) {
                values[point] -= taken[point];
            }
        }
        double[][] points = new double[values.length][];
        for (int point = 0; point < points.length; point++) {
            points[point] = study.experiment().design().point(point).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        return new Asked(asked, LabelledPoints.of(study.factors(), points, marked(values)));
    }

    private double[] marked(double[] values) {
        if (threshold == null) {
            return values;
        }
        double[] marks = new double[values.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = above ? (values[i] > threshold ? 1 : 0) : (values[i] < threshold ? 1 : 0);
        }
        return marks;
    }

    /**
     * The answer so far.
     *
     * @param measure what was asked about
     * @param cases points and responses
     */
    record Asked(Measure measure, LabelledPoints cases) {}

    void write(JsonWriter json, List<String> arms) {
        json.key("measure").value(measure).key("arm").value(arms.get(arm));
        if (against != null) {
            json.key("against").value(arms.get(against));
        }
        if (threshold != null) {
            json.key(above ? "above" : "below").value(threshold);
        }
    }
}
