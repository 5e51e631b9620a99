package dev.borderline.analysis.discovery;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.Undetermined;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boxes in the space of inputs where outcomes of interest lie, of a study with any design that varies inputs. Immutable.
 *
 * @param study what was run
 * @param question what is of interest
 * @param request how boxes were looked for
 * @param measure its measure
 * @param cases number of points
 * @param ofInterest number of those of interest
 * @param found boxes, the first one first
 * @param ledger grades and sources of the inputs
 */
public record PrimAnalysis(
        Study study,
        Question question,
        Request request,
        Measure measure,
        int cases,
        int ofInterest,
        List<Found> found,
        AssumptionLedger ledger) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    private static final double QUASI_P_MAX = 0.05;

    /**
     * One box and how it was found.
     *
     * @param trajectory boxes of peeling
     * @param chosen number of the one that was taken
     * @param box that one, pasted, without restrictions whose quasi-p is above 0.05 as far as the density asked for allows
     * @param isDense false when a density was asked for that no box of the trajectory has
     */
    public record Found(List<PrimBox> trajectory, int chosen, PrimBox box, boolean isDense) {
        public Found {
            trajectory = List.copyOf(trajectory);
        }
    }

    /**
     * Request for boxes.
     *
     * @param prim how slices are made
     * @param boxes most boxes to find, 1 or more
     * @param density least density of the box to take from each trajectory; null for the best balance with coverage
     */
    public record Request(
            Prim.Settings prim, int boxes, @Nullable Double density) {
        /** One box with the best balance. */
        public static final Request STANDARD = new Request(Prim.Settings.STANDARD, 1, null);

        public Request {
            if (boxes < 1) {
                throw new AnalysisRefused(boxes + " boxes: 1 or more are needed");
            }
            if (density != null && !(density > 0 && density <= 1)) {
                throw new AnalysisRefused("density is " + density + "; it must be above 0 and at most 1");
            }
        }
    }

    public PrimAnalysis {
        found = List.copyOf(found);
    }

    /**
     * Looks for boxes.
     *
     * @throws AnalysisRefused if the study does not fit the question, or all or no points are of interest
     */
    public static PrimAnalysis of(Study study, Question question, Request request) throws IOException {
        if (question.threshold() == null) {
            throw new AnalysisRefused("boxes need a threshold: which outcomes are of interest?");
        }
        try {
            Question.Asked asked = question.ask(study);
            LabelledPoints cases = asked.cases();
            Prim prim = Prim.of(cases, request.prim());
            int ofInterest = prim.trajectory().get(0).ofInterest();
            List<Found> found = new ArrayList<>();
            while (found.size() < request.boxes() && prim.ofInterest() > 0) {
                Found next = find(prim, request.density());
                found.add(next);
                prim = prim.outside(next.box());
            }
            AssumptionLedger ledger = AssumptionLedger.of(study.experiment());
            return new PrimAnalysis(study, question, request, asked.measure(), cases.size(), ofInterest, found, ledger);
        } catch (Undetermined reason) {
            throw new AnalysisRefused(question.measure() + ": " + reason.getMessage());
        }
    }

    private static Found find(Prim prim, @Nullable Double density) {
        List<PrimBox> trajectory = prim.trajectory();
        PrimBox chosen = density == null ? Prim.balanced(trajectory) : Prim.dense(trajectory, density);
        boolean isDense = density == null || chosen.density() >= density;
        double kept = density == null ? 0 : Math.min(density, chosen.density());
        PrimBox box = prim.simplified(prim.pasted(chosen), QUASI_P_MAX, kept);
        return new Found(trajectory, trajectory.indexOf(chosen), box, isDense);
    }

    /** {@code analysis-prim.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("prim");
        json.key("scenario").value(study.experiment().base().name());
        question.write(json, study.arms());
        json.key("unit").value(measure.unit()).key("cases").value(cases);
        json.key("of_interest").value(ofInterest);
        Double density = request.density();
        if (density != null) {
            json.key("density_asked").value(density);
        }
        json.key("boxes").beginArray();
        for (Found one : found) {
            json.beginObject();
            write(json, one.box());
            json.key("restrictions").beginArray();
            one.box().restrictions().forEach(restriction -> write(json, restriction));
            json.endArray().key("trajectory").beginArray();
            for (PrimBox step : one.trajectory()) {
                json.beginObject();
                write(json, step);
                json.key("restricted").value(step.box().restricted()).endObject();
            }
            json.endArray().key("chosen").value(one.chosen());
            json.key("as_dense_as_asked").value(one.isDense()).endObject();
        }
        json.endArray();
        ledger.write(json);
        return json.endObject().finish();
    }

    private static void write(JsonWriter json, PrimBox box) {
        json.key("cases").value(box.cases()).key("of_interest").value(box.ofInterest());
        JsonNumbers.write(json, "coverage", box.coverage());
        JsonNumbers.write(json, "density", box.density());
        JsonNumbers.write(json, "mass", box.mass());
    }

    private void write(JsonWriter json, PrimBox.Restriction restriction) {
        json.beginObject().key("path").value(restriction.factor());
        json.key("grade").value(ledger.grade(restriction.factor()));
        JsonNumbers.write(json, restriction.isLow() ? "above" : "below", restriction.end());
        JsonNumbers.write(json, "quasi_p", restriction.quasiP());
        json.endObject();
    }

    /** {@code analysis-prim.csv}: a line for each restriction of each box. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(
                Csv.record("box", "coverage", "density", "mass", "factor", "grade", "side", "end", "quasi_p"));
        for (int i = 0; i < found.size(); i++) {
            PrimBox box = found.get(i).box();
            for (PrimBox.Restriction one : box.restrictions()) {
                text.append(Csv.record(
                        Integer.toString(i + 1),
                        Numbers.summary(box.coverage()),
                        Numbers.summary(box.density()),
                        Numbers.summary(box.mass()),
                        one.factor(),
                        ledger.grade(one.factor()),
                        one.isLow() ? "above" : "below",
                        Numbers.summary(one.end()),
                        Numbers.summary(one.quasiP())));
            }
        }
        return text.toString();
    }
}
