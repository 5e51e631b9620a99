package dev.borderline.analysis;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Experiment and results as an analysis reads them: from memory or from a result folder. Immutable; outputs are read anew each
 * time they are asked for.
 */
public final class Study {
    private final String where;
    private final Experiment experiment;
    private final Runs runs;

    /** Source of runs. */
    @FunctionalInterface
    private interface Runs {
        void read(Reading reading) throws IOException;
    }

    /** Work on a store that is open. */
    @FunctionalInterface
    private interface Reading {
        void of(RunStore store) throws IOException;
    }

    private Study(String where, Experiment experiment, Runs runs) {
        this.where = where;
        this.experiment = experiment;
        this.runs = runs;
    }

    /** The runs of an experiment in a store, which stays open as long as this is used. */
    public static Study of(Experiment experiment, RunStore store) {
        return new Study("the store", experiment, reading -> reading.of(store));
    }

    /**
     * The runs in the folder of a sweep over scenarios of the standard catalog.
     *
     * @throws dev.borderline.experiment.store.StoreRefused if it is no such folder
     */
    public static Study in(Path folder) throws IOException {
        return in(folder, StandardCatalog.standard());
    }

    /** The runs in the folder of a sweep. */
    public static Study in(Path folder, Catalog catalog) throws IOException {
        ResultFolder saved = new ResultFolder(folder);
        Experiment experiment = saved.saved(catalog).sweep().experiment();
        return new Study(folder.toString(), experiment, reading -> read(saved, experiment, reading));
    }

    private static void read(ResultFolder folder, Experiment experiment, Reading reading) throws IOException {
        try (Journal runs = folder.read(experiment)) {
            reading.of(runs);
        }
    }

    /** Name of the source in messages: a folder. */
    public String where() {
        return where;
    }

    /** Experiment that was run. */
    public Experiment experiment() {
        return experiment;
    }

    /** Paths of the inputs that vary. */
    public List<String> factors() {
        return experiment.design().factors();
    }

    /** Names of the alternatives. */
    public List<String> arms() {
        return experiment.arms().stream().map(Arm::name).toList();
    }

    /** Number of an arm; the first where {@code name} is empty. */
    public int arm(String name) {
        int arm = name.isEmpty() ? 0 : arms().indexOf(name);
        if (arm < 0) {
            throw new AnalysisRefused(where + " has no arm " + name + "; it has " + String.join(", ", arms()));
        }
        return arm;
    }

    /** The word of a point under one of the headings that the design gives its points. */
    public String role(int point, String heading) {
        Design design = experiment.design();
        return design.roles(point).get(design.roleNames().indexOf(heading));
    }

    /** Refuses every design but those of this kind; {@code sentence} says what needs it. */
    public void needDesign(String kind, String sentence) {
        String own = experiment.design().info().kind();
        if (!own.equals(kind)) {
            throw new AnalysisRefused(where + " holds a sweep with design: " + own + "; " + sentence + " design: "
                    + kind + " (analyze prim and cart read any design that varies inputs)");
        }
    }

    /** The outputs of all runs. */
    public StudyOutputs outputs() throws IOException {
        StudyOutputs.Reader reader = new StudyOutputs.Reader(where, experiment.tasks());
        runs.read(store -> {
            reader.expect(experiment.replicationsWanted(store));
            store.forEach(reader);
        });
        return reader.finished();
    }
}
