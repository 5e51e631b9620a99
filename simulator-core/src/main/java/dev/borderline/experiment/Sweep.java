package dev.borderline.experiment;

import dev.borderline.scenario.SweepFile;
import java.util.List;

/**
 * An experiment with a name, as a result folder keeps it.
 *
 * @param heading name, title and question, for people
 * @param experiment what is run
 * @param shard the part of it that is made in this folder
 * @param command words of the command that makes runs of it, without folder and shard; may be empty
 */
public record Sweep(SweepFile.Heading heading, Experiment experiment, Shard shard, List<String> command) {
    public Sweep {
        command = List.copyOf(command);
        if (!shard.isWhole() && experiment.stopping().isPresent()) {
            throw new IllegalArgumentException(
                    "a precision needs all runs of a cell, so a sweep with one has no shards");
        }
    }

    /** This sweep, of which another part is made. */
    public Sweep with(Shard part) {
        return new Sweep(heading, experiment, part, command);
    }

    /** This sweep with another number of replications. */
    public Sweep withReplications(int number) {
        return new Sweep(heading, experiment.withReplications(number), shard, command);
    }
}
