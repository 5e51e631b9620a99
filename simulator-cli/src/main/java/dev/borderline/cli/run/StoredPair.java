package dev.borderline.cli.run;

import dev.borderline.cli.options.FolderScenario;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Experiment.RandomNumbers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Members;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Runs of two result folders side by side, paired by replication. The same seed and the same members mean the same people
 * with the same needs and the same chance.
 *
 * @param experiment with an arm for each folder
 * @param store the runs that both have
 */
record StoredPair(Experiment experiment, RunStore store) {
    /** One of the folders. */
    private record Side(String folder, Experiment experiment, Task cell) {
        static Side of(String folder, Optional<String> arm) throws IOException {
            FolderScenario scenarios = FolderScenario.of(folder);
            return new Side(folder, scenarios.experiment(), scenarios.cell("--arms", arm.orElse(null)));
        }

        Scenario scenario() {
            return experiment.scenario(cell.point(), cell.arm());
        }

        String armName() {
            return experiment.arms().get(cell.arm()).name();
        }
    }

    /**
     * The runs of two folders; throws {@link Refusal} with the reason where they are no pairs.
     *
     * @param arms a cell of each, as ARM or POINT/ARM; none for the first
     */
    static StoredPair of(List<String> folders, List<String> arms) throws IOException {
        boolean named = !arms.isEmpty();
        if (named && arms.size() != 2) {
            throw new Refusal("--arms: name one arm of each folder, such as base,leniency");
        }
        Side one = Side.of(folders.get(0), named ? Optional.of(arms.get(0)) : Optional.empty());
        Side other = Side.of(folders.get(1), named ? Optional.of(arms.get(1)) : Optional.empty());
        refuseOthers(one, other);
        int replications =
                Math.min(one.experiment().replications(), other.experiment().replications());
        String first = one.armName().equals(other.armName()) ? one.folder() : one.armName();
        String second = one.armName().equals(other.armName()) ? other.folder() : other.armName();
        Experiment plain = new Experiment(
                one.scenario(),
                Design.single(),
                List.of(Arm.alreadyApplied(first, one.scenario()), Arm.alreadyApplied(second, other.scenario())),
                replications,
                one.experiment().seed(),
                List.of());
        Experiment both = one.experiment()
                .members()
                .map(members -> plain.with(members.ofReplications(replications)))
                .orElse(plain);
        MemoryStore store = new MemoryStore(both.tasks());
        add(store, one, 0, replications);
        add(store, other, 1, replications);
        if (store.size() == 0) {
            throw new Refusal(one.folder() + " and " + other.folder() + " hold no finished runs to compare");
        }
        return new StoredPair(both, store);
    }

    private static void refuseOthers(Side one, Side other) {
        Experiment first = one.experiment();
        Experiment second = other.experiment();
        String why = first.seed() != second.seed()
                ? "their seeds are " + first.seed() + " and " + second.seed()
                : first.randomNumbers() != RandomNumbers.SHARED || second.randomNumbers() != RandomNumbers.SHARED
                        ? "the cells of one have random numbers of their own"
                        : differingMembers(first.members(), second.members());
        if (!why.isEmpty()) {
            throw new Refusal(one.folder() + " and " + other.folder() + " cannot be compared run by run: " + why
                    + ". Run one of them again as the other was; 'scenarios show' prints its scenario");
        }
    }

    /** Reason why runs over members are no pairs; empty where they are. */
    private static String differingMembers(Optional<Members> one, Optional<Members> other) {
        if (one.isPresent() != other.isPresent()) {
            return "one is over members of an ensemble, the other one guess of the inputs";
        }
        if (one.isEmpty()) {
            return "";
        }
        Members first = one.get();
        Members second = other.orElseThrow();
        if (first.replicationsEach() != second.replicationsEach()) {
            return "their members have " + first.replicationsEach() + " and " + second.replicationsEach()
                    + " replications each";
        }
        int common = Math.min(first.count(), second.count());
        boolean same = first.ensemble()
                .first(common)
                .sha256()
                .equals(second.ensemble().first(common).sha256());
        return same ? "" : "their members are not the same: " + first + ", and " + second;
    }

    private static void add(MemoryStore store, Side side, int arm, int replications) throws IOException {
        try (Journal journal = new ResultFolder(Path.of(side.folder())).read(side.experiment())) {
            for (int replication = 0; replication < replications; replication++) {
                Task task = new Task(side.cell().point(), side.cell().arm(), replication);
                if (journal.find(task) instanceof FinishedRun run) {
                    store.append(run.at(new Task(0, arm, replication)));
                }
            }
        }
    }
}
