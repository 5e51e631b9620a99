package dev.borderline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for tests: a scenario of some hundred households over two years. */
public final class Small {
    public static final String SCENARIO = """
            schema: 1
            extends: tightening-2015
            name: small
            title: A village
            ensemble: none
            start: 2009-01-01
            end: 2011-01-01
            population:
              resettled_refugees: 600
            """;

    public static final String SWEEP = """
            schema: 1
            name: small-sweep
            title: Two by two
            scenario: small.yaml
            design: grid
            vary:
              levers.surveillance.coverage: [0.03, 0.12]
              levers.settlement.bribe_detection: [0, 0.05]
            replications: 2
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    private Small() {}

    /** Writes a sweep over the small scenario, beside it, with some lines more. */
    public static Path sweep(Path folder, String more) {
        scenario(folder, "");
        return write(folder.resolve("small-sweep.yaml"), SWEEP + more);
    }

    /** Writes a scenario with some lines more. */
    public static Path scenario(Path folder, String more) {
        return write(folder.resolve("small.yaml"), SCENARIO + more);
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
