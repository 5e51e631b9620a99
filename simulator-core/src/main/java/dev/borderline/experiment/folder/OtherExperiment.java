package dev.borderline.experiment.folder;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.JsonView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** In what an experiment differs from the one whose runs a folder holds, as far as its manifest tells. */
final class OtherExperiment {
    private static final int CHANGES_SHOWN = 3;

    private final Path folder;
    private final Experiment experiment;
    private final List<String> differences = new ArrayList<>();
    private boolean unread;

    private OtherExperiment(Path folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
    }

    /** The refusal of a folder whose journal is not of this experiment. */
    static StoreRefused refusal(Path folder, Experiment experiment) {
        OtherExperiment other = new OtherExperiment(folder, experiment);
        try {
            other.compare();
        } catch (IOException | InvalidInput | IllegalArgumentException e) {
            other.differences.clear(); // a manifest that cannot be read tells nothing
            other.unread = true;
        }
        String what = other.differences.isEmpty()
                ? "the scenario, design, arms, random numbers or seed differ"
                        + (other.unread ? "" : " from those of " + Manifest.FILE)
                : String.join("; ", other.differences);
        return new StoreRefused(folder + " holds the runs of another experiment: " + what
                + ". Put it back, or name another folder with --out");
    }

    private void compare() throws IOException {
        JsonView manifest = SavedSweep.manifest(folder);
        ManifestDigests recorded = ManifestDigests.of(manifest);
        differ("seed", manifest.text("seed"), Long.toString(experiment.seed()));
        differ(
                "what measures are kept by",
                SavedSweep.by(manifest).word(),
                experiment.by().word());
        differ(
                "the random-number scheme",
                SavedSweep.randomNumbers(manifest).word(),
                experiment.randomNumbers().word());
        if (!recorded.base().equals(experiment.base().sha256())) {
            String what = "scenario " + experiment.base().name() + " has other inputs, dates or moves";
            differences.add(what + details(experiment.base(), recorded.base(), -1));
        } else {
            arms(manifest, recorded);
        }
        if (!recorded.design().equals(experiment.designSha256())) {
            differences.add("the points of the design are others");
        }
    }

    private void arms(JsonView manifest, ManifestDigests recorded) {
        List<String> there =
                manifest.items("arms").stream().map(arm -> arm.text("name")).toList();
        List<String> here = experiment.arms().stream().map(Arm::name).toList();
        differ("the list of arms", String.join(", ", there), String.join(", ", here));
        for (int arm = 0; arm < here.size() && there.equals(here); arm++) {
            Scenario applied = experiment.arms().get(arm).applyTo(experiment.base(), Map.of());
            String sha256 = recorded.arms().get(arm);
            if (!applied.sha256().equals(sha256)) {
                differences.add("arm " + here.get(arm) + " changes something else" + details(applied, sha256, arm));
            }
        }
    }

    /** The first differences from the scenario that the manifest has, if it is the one that was run. Of the base where arm is -1. */
    private String details(Scenario is, String sha256, int arm) {
        Catalog all = is.without().isEmpty() ? is.catalog() : StandardCatalog.standard();
        Experiment saved;
        try {
            saved = SavedSweep.unverified(folder, all).sweep().experiment();
        } catch (IOException damaged) {
            return "";
        }
        Scenario was = arm < 0 ? saved.base() : saved.arms().get(arm).applyTo(saved.base(), Map.of());
        List<String> changes = was.sha256().equals(sha256) ? ScenarioChanges.between(was, is) : List.of();
        if (changes.isEmpty()) {
            return "";
        }
        List<String> shown = changes.subList(0, Math.min(CHANGES_SHOWN, changes.size()));
        int more = changes.size() - shown.size();
        return " (" + String.join(", ", shown) + (more > 0 ? ", and " + more + " more" : "") + ")";
    }

    private void differ(String what, String there, String here) {
        if (!there.equals(here)) {
            differences.add(what + " is " + there + " there, " + here + " here");
        }
    }
}
