package dev.borderline.experiment.folder;

import dev.borderline.yaml.JsonView;
import java.util.List;

/**
 * The digests that a manifest has of what was run; what it says otherwise is checked against them.
 *
 * @param experiment of everything together
 * @param base of the base scenario
 * @param arms of the scenario of each arm, where no point sets anything
 * @param design of the points
 * @param seedScheme version of the way in which seeds become draws
 * @param done number of runs with a digest
 * @param machine Java machine and system that made the runs
 */
record ManifestDigests(
        String experiment, String base, List<String> arms, String design, int seedScheme, int done, String machine) {
    ManifestDigests {
        arms = List.copyOf(arms);
    }

    static ManifestDigests of(JsonView manifest) {
        return new ManifestDigests(
                manifest.text("experiment_sha256"),
                manifest.at("scenario").text("sha256"),
                manifest.items("arms").stream()
                        .map(arm -> arm.at("scenario").text("sha256"))
                        .toList(),
                manifest.at("design").text("sha256"),
                manifest.whole("seed_scheme_version"),
                manifest.whole("runs_done"),
                manifest.text("jvm") + ", " + manifest.text("os"));
    }
}
