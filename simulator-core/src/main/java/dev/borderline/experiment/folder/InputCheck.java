package dev.borderline.experiment.folder;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.folder.ReproductionReport.Finding;
import dev.borderline.experiment.folder.ReproductionReport.Finding.Kind;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.random.RunKeys;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Check of a result folder's inputs against its digests, naming the part that differs. That is a scenario, the points, or what is
 * left when these are as they were: the random numbers, the seed, or a name.
 */
final class InputCheck {
    private final Path folder;
    private final Experiment experiment;
    private final ManifestDigests recorded;
    private final SaidByRuns said;
    private final List<Finding> findings = new ArrayList<>();

    private InputCheck(Path folder, Experiment experiment, ManifestDigests recorded) {
        this.folder = folder;
        this.experiment = experiment;
        this.recorded = recorded;
        said = new SaidByRuns(folder);
    }

    static List<Finding> findings(Path folder, Experiment experiment, ManifestDigests recorded) throws IOException {
        InputCheck check = new InputCheck(folder, experiment, recorded);
        check.check();
        return check.findings;
    }

    private void check() throws IOException {
        if (recorded.seedScheme() != RunKeys.SCHEME_VERSION) {
            String message = "the runs were made with version " + recorded.seedScheme()
                    + " of the way in which seeds become draws, this program has " + RunKeys.SCHEME_VERSION;
            findings.add(Finding.of(Kind.SEED_SCHEME, manifest(), message));
        }
        scenario("the base scenario", experiment.base(), recorded.base());
        for (int arm = 0; arm < recorded.arms().size(); arm++) {
            Arm one = experiment.arms().get(arm);
            scenario(
                    "the scenario of arm " + one.name(),
                    one.applyTo(experiment.base(), Map.of()),
                    recorded.arms().get(arm));
        }
        if (!experiment.designSha256().equals(recorded.design())) {
            String file = folder.resolve(ResultFiles.DESIGN).toString();
            List<String> details = said.otherValue(experiment).stream().toList();
            findings.add(new Finding(Kind.DESIGN, file, "a point is not the one that was run", details));
        }
        if (findings.isEmpty() && !experiment.sha256().equals(recorded.experiment())) {
            findings.add(rest());
        }
    }

    private String manifest() {
        return folder.resolve(Manifest.FILE).toString();
    }

    private void scenario(String which, Scenario scenario, String sha256) {
        if (scenario.sha256().equals(sha256)) {
            return;
        }
        List<String> details = known(scenario.name(), sha256)
                .map(was -> ScenarioChanges.between(was, scenario))
                .orElse(List.of());
        String message = which + " is not the one that was run: an input, a date or a move was changed";
        findings.add(new Finding(Kind.SCENARIO, manifest(), message, details));
    }

    /** The scenario with this digest, if it is also said elsewhere in the manifest, or shipped. */
    private Optional<Scenario> known(String name, String sha256) {
        Stream<Scenario> said = Stream.concat(
                Stream.of(experiment.base()),
                experiment.arms().stream().map(arm -> arm.applyTo(experiment.base(), Map.of())));
        return Stream.concat(said, shipped(name).stream())
                .filter(scenario -> scenario.sha256().equals(sha256))
                .findFirst();
    }

    private Optional<Scenario> shipped(String name) {
        ScenarioFiles files = new ScenarioFiles();
        try {
            return files.known().contains(name)
                    ? Optional.of(ScenarioReader.read(experiment.base().catalog(), name, files))
                    : Optional.empty();
        } catch (InvalidInput foreign) {
            return Optional.empty(); // of other mechanisms
        }
    }

    /** Scenarios, points and arms have the digests they had, and all together has not. */
    private Finding rest() throws IOException {
        RandomNumbers other =
                experiment.randomNumbers() == RandomNumbers.SHARED ? RandomNumbers.INDEPENDENT : RandomNumbers.SHARED;
        if (wasRun(experiment.with(other))) {
            String message =
                    "the random-number scheme is " + experiment.randomNumbers().word() + ", it was " + other.word();
            return Finding.of(Kind.RANDOM_NUMBERS, manifest(), message + "; all else is as it was");
        }
        OptionalLong seed = said.seed();
        if (seed.isPresent() && wasRun(experiment.with(experiment.base(), experiment.design(), seed.getAsLong()))) {
            String message = "seed " + experiment.seed() + " is not the one that was run, " + ResultFiles.RUNS
                    + " says " + seed.getAsLong();
            return Finding.of(Kind.SEED, manifest(), message + "; scenarios, points and arms are as they were");
        }
        String message = "seed " + experiment.seed() + ", the name of an arm or a controller is not that of the runs";
        return Finding.of(Kind.SEED_OR_NAME, manifest(), message + "; scenarios and points are as they were");
    }

    private boolean wasRun(Experiment candidate) {
        return candidate.sha256().equals(recorded.experiment());
    }
}
