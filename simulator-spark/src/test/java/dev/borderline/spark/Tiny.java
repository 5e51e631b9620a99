package dev.borderline.spark;

import dev.borderline.experiment.store.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sweeps whose runs take some milliseconds: some dozen households over two months. */
final class Tiny {
    private static final String SCENARIO = """
            schema: 1
            extends: tightening-2015
            name: tiny
            title: A hamlet
            ensemble: none
            start: 2009-01-01
            end: 2009-03-01
            population:
              resettled_refugees: 40
            """;

    private static final String SWEEP = """
            schema: 1
            name: tiny-sweep
            title: Two by two
            scenario: tiny.yaml
            vary:
              levers.surveillance.coverage: [0.03, 0.12]
            arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    private static final String LIST = """
            schema: 1
            name: shares
            title: Shares that go together but for the last
            scenario: tiny.yaml
            design: list
            file: shares.csv
            replications: 1
            seed: 7
            """;

    /** The run of {@link #failing} that fails. */
    static final Task FAILS = new Task(1002, 0, 0);

    private Tiny() {}

    /** Writes a sweep of 4 cells, with its scenario. */
    static Path sweep(Path folder, String more) {
        write(folder.resolve("tiny.yaml"), SCENARIO);
        return write(folder.resolve("tiny-sweep.yaml"), SWEEP + more);
    }

    /** Writes a sweep of 1,003 points, more than are checked beforehand, of which the last cannot be run. */
    static Path failing(Path folder) {
        write(folder.resolve("tiny.yaml"), SCENARIO);
        StringBuilder table = new StringBuilder("levers.sanctions.training_share,levers.sanctions.reform_share\n");
        for (int point = 0; point < 1002; point++) {
            table.append("0.").append(1000 + point).append(",0.1\n");
        }
        write(folder.resolve("shares.csv"), table.append("0.9,0.9\n").toString());
        return write(folder.resolve("shares.yaml"), LIST);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
