package dev.borderline.experiment.folder;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a table again that a command wrote beside those of a sweep. */
@FunctionalInterface
public interface TableMaker {
    /**
     * Writes it.
     *
     * @param stored the table that is there
     * @param fresh folder to write it into, under the same name
     * @param experiment what the folder is of
     * @param runs those that the experiment asks for
     */
    void write(Path stored, Path fresh, Experiment experiment, RunStore runs) throws IOException;
}
