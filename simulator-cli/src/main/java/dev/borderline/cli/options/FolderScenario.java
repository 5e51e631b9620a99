package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.folder.Manifest;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.Task;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scenarios of a result folder, one for each cell, as a point and an arm name it. */
public final class FolderScenario {
    private static final Pattern POINT_AND_ARM = Pattern.compile("(\\d{1,9})/(.+)");

    private final Experiment experiment;

    private FolderScenario(Experiment experiment) {
        this.experiment = experiment;
    }

    /** True if a reference is the path of a result folder. */
    public static boolean isFolder(String reference) {
        try {
            return Files.exists(Path.of(reference).resolve(Manifest.FILE));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** The scenarios of a folder; throws its own refusal where it cannot be read. */
    public static FolderScenario of(String folder) throws IOException {
        return new FolderScenario(new ResultFolder(Path.of(folder))
                .saved(StandardCatalog.standard())
                .sweep()
                .experiment());
    }

    /** The scenario of a reference: shipped, of a file, or of the first cell of a result folder. */
    public static Scenario named(String reference) {
        return isFolder(reference) ? read(reference).experiment.scenario(0, 0) : Scenarios.named(reference);
    }

    /** The seed of a result folder; empty for any other reference. */
    public static OptionalLong seed(String reference) {
        return isFolder(reference) ? OptionalLong.of(read(reference).experiment.seed()) : OptionalLong.empty();
    }

    private static FolderScenario read(String folder) {
        try {
            return of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The experiment that the folder is of. */
    public Experiment experiment() {
        return experiment;
    }

    /** The first replication of a cell, called {@code ARM} or {@code POINT/ARM}; the first cell where there is no name. */
    public Task cell(String option, @Nullable String name) {
        return name == null ? new Task(0, 0, 0) : cell(experiment, option, name);
    }

    /** As {@link #cell(String, String)}, of an experiment; throws {@link Refusal} naming what there is. */
    public static Task cell(Experiment experiment, String option, String name) {
        Matcher parts = POINT_AND_ARM.matcher(name);
        int point = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
        String armName = parts.matches() ? parts.group(2) : name;
        List<String> known = experiment.arms().stream().map(Arm::name).toList();
        if (!known.contains(armName) || point >= experiment.design().size()) {
            throw new Refusal(option + " " + name + ": the arms are " + String.join(", ", known) + ", the points 0 to "
                    + (experiment.design().size() - 1) + "; "
                    + Nearest.nearest(armName, known)
                            .map(near -> "nearest is " + near)
                            .orElse("such as 0/" + known.get(0)));
        }
        return new Task(point, known.indexOf(armName), 0);
    }

    /** The scenario of a cell, before any member is asked. */
    public Scenario scenario(Task cell) {
        return experiment.scenario(cell.point(), cell.arm());
    }
}
