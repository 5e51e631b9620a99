package dev.borderline.cli.analyze;

import dev.borderline.analysis.ensemble.FitSample;
import dev.borderline.analysis.ensemble.Gate;
import dev.borderline.analysis.ensemble.SimulatedModel;
import dev.borderline.analysis.ensemble.TemperedFit;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Priors;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Digest;
import dev.borderline.text.JsonWriter;
import java.io.IOException;
import java.util.List;

/** Manifest of a fitted ensemble: the command, and digests of all that the members depend on. */
final class EnsembleFitManifest {
    private final List<String> command;
    private final Scenario scenario;
    private final String targets;

    /**
     * The manifest of a fit.
     *
     * @param scenario with the share of people that was simulated
     * @param targets text of the table
     */
    EnsembleFitManifest(List<String> command, Scenario scenario, String targets) {
        this.command = List.copyOf(command);
        this.scenario = scenario;
        this.targets = targets;
    }

    void write(CalibrationFolder folder, Ensemble ensemble, FitSample sample, List<Gate> gates) throws IOException {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(1);
        json.key("ensemble").value(ensemble.name());
        json.key("command").beginArray();
        command.forEach(json::value);
        json.endArray();
        json.key("members").value(ensemble.size());
        json.key("inputs").value(ensemble.paths().size());
        json.key("sha256").value(ensemble.sha256());
        json.key("priors_sha256")
                .value(Priors.of(Scenarios.named(ShippedScenarios.BASELINE)).sha256());
        json.key("scenario").value(scenario.name());
        json.key("scenario_sha256").value(scenario.sha256());
        json.key("people_share").value(scenario.value(SimulatedModel.SHARE));
        json.key("model_fingerprint").value(fingerprint());
        json.key("targets_sha256").value(Digest.sha256(targets));
        json.key("passes").value(gates.stream().allMatch(Gate::passes));
        json.key("temperatures").beginArray();
        for (TemperedFit.Temperature one : sample.temperatures()) {
            json.beginObject().key("inverse").summaryValue(one.inverse());
            json.key("acceptance").summaryValue(one.acceptance()).endObject();
        }
        json.endArray();
        AtomicFile.write(
                folder.file(CalibrationFolder.MANIFEST), json.endObject().finish() + "\n");
    }

    /** That of one run of the scenario with its own values: another wherever the model gives other results. */
    private String fingerprint() {
        return Simulation.run(scenario, RunKey.of(EnsembleFit.SEED))
                .fingerprint()
                .toString();
    }
}
