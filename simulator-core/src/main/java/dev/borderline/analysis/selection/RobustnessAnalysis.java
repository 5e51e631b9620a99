package dev.borderline.analysis.selection;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.Estimate;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.StudyOutputs;
import dev.borderline.analysis.Undetermined;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Robustness of a study's arms over all its points: arms as policies, points as states of what is not known. Immutable.
 *
 * @param study what was run
 * @param objective what is better
 * @param goodEnough threshold for satisficing, or null
 * @param robustness a line for each arm
 * @param ledger grades and sources of the inputs
 */
public record RobustnessAnalysis(
        Study study, Objective objective, @Nullable Double goodEnough, Robustness robustness, AssumptionLedger ledger) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /** Measure of the objective. */
    public Measure measure() {
        return objective.measure();
    }

    /**
     * Condenses the outcomes.
     *
     * @throws AnalysisRefused if the study has a single arm or point, or runs are missing
     */
    public static RobustnessAnalysis of(Study study, Objective objective, @Nullable Double goodEnough)
            throws IOException {
        int arms = study.arms().size();
        int states = study.experiment().design().size();
        if (arms < 2 || states < 2) {
            throw new AnalysisRefused(study.where() + " has arms " + study.arms() + " at " + states
                    + (states == 1 ? " point" : " points")
                    + ": robustness needs two or more policies under 'arms', at many points, best with design: lhs");
        }
        StudyOutputs outputs = study.outputs();
        Measure measure = outputs.measure(objective.measure().name());
        try {
            double[][] byState = new double[states][arms];
            for (int arm = 0; arm < arms; arm++) {
                double[] means = outputs.means(measure, arm);
                for (int state = 0; state < states; state++) {
                    byState[state][arm] = means[state];
                }
            }
            Robustness robustness = Robustness.of(objective, study.arms(), byState, goodEnough);
            return new RobustnessAnalysis(
                    study, objective, goodEnough, robustness, AssumptionLedger.of(study.experiment()));
        } catch (Undetermined reason) {
            throw new AnalysisRefused(measure.name() + ": " + reason.getMessage());
        }
    }

    /** {@code analysis-robustness.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("robustness");
        json.key("scenario")
                .value(study.experiment().base().name())
                .key("measure")
                .value(measure().name());
        json.key("unit").value(measure().unit());
        json.key("better").value(objective.largest() ? "more" : "less");
        if (goodEnough != null) {
            json.key("good_enough").value(goodEnough);
        }
        json.key("states").value(robustness.states()).key("policies").beginArray();
        for (Robustness.OfPolicy policy : robustness.policies()) {
            json.beginObject().key("name").value(policy.name());
            JsonNumbers.write(json, "mean", policy.mean());
            JsonNumbers.write(json, "sd", policy.sd());
            JsonNumbers.write(json, "worst", policy.worst());
            JsonNumbers.write(json, "regret_max", policy.regretMax());
            JsonNumbers.write(json, "regret_90", policy.regret90());
            JsonNumbers.write(json, "best_in", policy.bestIn());
            Robustness.Satisficing satisficing = policy.satisficing();
            if (satisficing != null) {
                Estimate share = new Estimate(satisficing.share(), satisficing.interval());
                JsonNumbers.write(json, "satisficing", share);
            }
            json.endObject();
        }
        json.endArray();
        ledger.write(json);
        return json.endObject().finish();
    }

    /** {@code analysis-robustness.csv}: a line for each policy. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(
                Csv.record("policy", "mean", "sd", "worst", "regret_max", "regret_90", "best_in", "satisficing"));
        List<Robustness.OfPolicy> policies = robustness.policies();
        for (Robustness.OfPolicy policy : policies) {
            Robustness.Satisficing satisficing = policy.satisficing();
            text.append(Csv.record(
                    policy.name(),
                    Numbers.summary(policy.mean()),
                    JsonNumbers.text(policy.sd()),
                    Numbers.summary(policy.worst()),
                    Numbers.summary(policy.regretMax()),
                    Numbers.summary(policy.regret90()),
                    Numbers.summary(policy.bestIn()),
                    satisficing == null ? "" : Numbers.summary(satisficing.share())));
        }
        return text.toString();
    }
}
