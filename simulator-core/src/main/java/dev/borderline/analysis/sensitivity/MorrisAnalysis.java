package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.StudyOutputs;
import dev.borderline.analysis.Undetermined;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elementary effects on some measures of a study with Morris' design, and what they rest on. Immutable.
 *
 * @param scenario name of the scenario
 * @param arm name of the arm
 * @param measures in the order asked for
 * @param ledger grades and sources of the inputs
 */
public record MorrisAnalysis(String scenario, String arm, List<OfMeasure> measures, AssumptionLedger ledger) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /**
     * One measure.
     *
     * @param measure name, unit and meaning
     * @param effects null where they cannot be told
     * @param reason why not; else empty
     */
    public record OfMeasure(Measure measure, @Nullable MorrisEffects effects, String reason) {}

    public MorrisAnalysis {
        measures = List.copyOf(measures);
    }

    /**
     * Analyses an arm, counted from 0.
     *
     * @throws AnalysisRefused if the design is another, runs are missing, or there is no such measure
     */
    public static MorrisAnalysis of(Study study, int arm, List<String> names) throws IOException {
        study.needDesign(SweepDesign.MORRIS, "elementary effects need");
        StudyOutputs outputs = study.outputs();
        List<Measure> wanted = names.stream().map(outputs::measure).toList();
        List<List<MorrisEffects.TrajectoryStep>> walks = walks(study);
        if (walks.size() < 2) {
            throw new AnalysisRefused(study.where() + " holds one trajectory: elementary effects need two or more");
        }
        List<OfMeasure> measures = new ArrayList<>();
        for (Measure measure : wanted) {
            try {
                MorrisEffects effects = MorrisEffects.of(study.factors(), walks, outputs.of(measure, arm));
                measures.add(new OfMeasure(measure, effects, ""));
            } catch (Undetermined reason) {
                measures.add(new OfMeasure(measure, null, String.valueOf(reason.getMessage())));
            }
        }
        return new MorrisAnalysis(
                study.experiment().base().name(),
                study.arms().get(arm),
                measures,
                AssumptionLedger.of(study.experiment()));
    }

    /** Walks of the design, by trajectory. The design says of each point but the first of a walk which factor moved, and by how much. */
    private static List<List<MorrisEffects.TrajectoryStep>> walks(Study study) {
        List<List<MorrisEffects.TrajectoryStep>> walks = new ArrayList<>();
        for (int point = 0; point < study.experiment().design().size(); point++) {
            String moved = study.role(point, "moved");
            if (moved.isEmpty()) {
                walks.add(new ArrayList<>());
            } else {
                double size = Double.parseDouble(study.role(point, "step"));
                int factor = study.factors().indexOf(moved);
                walks.get(walks.size() - 1).add(new MorrisEffects.TrajectoryStep(factor, size, point - 1, point));
            }
        }
        return walks;
    }

    /** {@code analysis-morris.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("morris");
        json.key("scenario")
                .value(scenario)
                .key("arm")
                .value(arm)
                .key("measures")
                .beginArray();
        measures.forEach(measure -> write(json, measure));
        json.endArray();
        ledger.write(json);
        return json.endObject().finish();
    }

    private void write(JsonWriter json, OfMeasure one) {
        json.beginObject().key("name").value(one.measure().name());
        json.key("unit").value(one.measure().unit());
        MorrisEffects effects = one.effects();
        if (effects == null) {
            json.key("undetermined").value(one.reason()).endObject();
            return;
        }
        json.key("trajectories").value(effects.trajectories());
        json.key("replications").value(effects.replications()).key("factors").beginArray();
        for (MorrisEffects.OfFactor factor : effects.factors()) {
            json.beginObject().key("path").value(factor.name());
            json.key("grade").value(ledger.grade(factor.name()));
            JsonNumbers.write(json, "mu", factor.mu());
            JsonNumbers.write(json, "mu_star", factor.muStar());
            JsonNumbers.write(json, "sigma", factor.sigma());
            JsonNumbers.write(json, "chance", factor.chance());
            json.endObject();
        }
        json.endArray().endObject();
    }

    /** {@code analysis-morris.csv}: a line for each measure and factor. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(Csv.record(
                "measure",
                "factor",
                "grade",
                "mu",
                "mu_low",
                "mu_high",
                "mu_star",
                "mu_star_low",
                "mu_star_high",
                "sigma",
                "chance"));
        for (OfMeasure one : measures) {
            MorrisEffects effects = one.effects();
            if (effects != null) {
                effects.factors()
                        .forEach(factor -> text.append(line(one.measure().name(), factor)));
            }
        }
        return text.toString();
    }

    private String line(String measure, MorrisEffects.OfFactor factor) {
        return Csv.record(
                measure,
                factor.name(),
                ledger.grade(factor.name()),
                Numbers.summary(factor.mu().value()),
                Numbers.summary(factor.mu().interval().low()),
                Numbers.summary(factor.mu().interval().high()),
                Numbers.summary(factor.muStar().value()),
                Numbers.summary(factor.muStar().interval().low()),
                Numbers.summary(factor.muStar().interval().high()),
                Numbers.summary(factor.sigma()),
                JsonNumbers.text(factor.chance()));
    }
}
