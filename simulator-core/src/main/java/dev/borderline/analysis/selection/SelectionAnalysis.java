package dev.borderline.analysis.selection;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.StudyOutputs;
import dev.borderline.analysis.Undetermined;
import dev.borderline.experiment.Experiment;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Selection of the best arm from stored runs: what {@link BestArm} would have selected, after as many. Immutable.
 *
 * @param study what was run
 * @param selection its result
 * @param ledger grades and sources of the inputs
 */
public record SelectionAnalysis(Study study, BestArm.Selection selection, AssumptionLedger ledger) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /**
     * Takes the replications in their order until one arm is left, or there are no more.
     *
     * @throws AnalysisRefused if the study is over members, has a single arm or several points, or fewer replications than the first
     *     look needs, or the measure has no value in a run
     */
    public static SelectionAnalysis of(Study study, Objective objective, KimNelson.Settings settings)
            throws IOException {
        Experiment experiment = study.experiment();
        if (experiment.members().isPresent()) {
            throw new AnalysisRefused(study.where()
                    + " is over members: selection tells which arm has the best mean over chance, for one guess of the inputs"
                    + " (--point-estimate)");
        }
        BestArm.check(experiment, objective, settings);
        KimNelson state = new KimNelson(experiment.arms().size(), settings);
        double[][] byArm = values(study, objective);
        int rounds = Arrays.stream(byArm).mapToInt(own -> own.length).min().orElse(0);
        if (rounds < settings.firstRounds()) {
            throw new AnalysisRefused(study.where() + " has " + rounds + " replications: the first look is after "
                    + settings.firstRounds());
        }
        while (!state.isDecided() && state.rounds() < rounds) {
            int round = state.rounds();
            state.add(
                    state.left().stream().mapToDouble(arm -> byArm[arm][round]).toArray());
        }
        return new SelectionAnalysis(
                study, BestArm.Selection.of(experiment, objective, settings, state), AssumptionLedger.of(experiment));
    }

    private static double[][] values(Study study, Objective objective) throws IOException {
        StudyOutputs outputs = study.outputs();
        double[][] byArm = new double[study.arms().size()][];
        try {
            for (int arm = 0; arm < byArm.length; arm++) {
                byArm[arm] = outputs.of(outputs.measure(objective.measure().name()), arm)[0];
            }
        } catch (Undetermined reason) {
            throw new AnalysisRefused(objective.measure().name() + ": " + reason.getMessage());
        }
        return byArm;
    }

    /** {@code analysis-selection.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("selection");
        json.key("scenario").value(study.experiment().base().name());
        selection.write(json);
        ledger.write(json);
        return json.endObject().finish();
    }

    /** {@code analysis-selection.csv}: a line for each arm. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(
                Csv.record("arm", "runs", "mean", "mean_low", "mean_high", "sd", "gone_after", "gone_by"));
        for (BestArm.OfArm arm : selection.arms()) {
            text.append(Csv.record(
                    arm.name(),
                    Long.toString(arm.runs()),
                    JsonNumbers.text(arm.mean()),
                    JsonNumbers.text(arm.estimate().interval().low()),
                    JsonNumbers.text(arm.estimate().interval().high()),
                    JsonNumbers.text(arm.sd()),
                    arm.goneAfter() == 0 ? "" : Integer.toString(arm.goneAfter()),
                    arm.goneBy()));
        }
        return text.toString();
    }
}
