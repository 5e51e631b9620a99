package dev.borderline.benchmarks;

import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs saved by one Java and gone on with by another. Every shipped scenario, with few people, at every month's boundary. */
public final class SavedElsewhere {
    private static final String AT = "@";
    private static final String ATTEMPTS = "crossings.attempts_per_year";

    private SavedElsewhere() {}

    /** Saves into a folder ({@code save DIR}), or goes on with what is there and prints how many runs end otherwise ({@code read DIR}). */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        String told = args[0].equals("save") ? save(folder) : read(folder);
        System.out.println("Java " + Runtime.version().feature() + ": " + told);
    }

    private static Scenario small(String name) {
        Scenario scenario = Scenarios.named(name).with("population.resettled_refugees", 300);
        return scenario.values().containsKey(ATTEMPTS) ? scenario.with(ATTEMPTS, 60) : scenario;
    }

    private static String save(Path folder) throws IOException {
        Files.createDirectories(folder);
        int saved = 0;
        for (ShippedScenarios.Listing listing : Scenarios.list()) {
            Scenario scenario = small(listing.name());
            RunInProgress run = Simulation.of(scenario).start(RunKey.of(42));
            while (run.date().plusMonths(1).isBefore(scenario.end())) {
                run.runUntil(run.date().plusMonths(1));
                run.save(folder.resolve(listing.name() + AT + run.date()));
                saved++;
            }
            Files.writeString(folder.resolve(listing.name()), run.finish().fingerprint());
        }
        return saved + " runs saved";
    }

    private static String read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().contains(AT)).sorted().toList();
        }
        Path again = Files.createTempFile("again", ".saved");
        int others = 0;
        for (Path file : files) {
            RunInProgress run = Simulation.resume(file);
            run.save(again);
            boolean isSameFile = Files.mismatch(file, again) < 0;
            String whole = Files.readString(
                    folder.resolve(file.getFileName().toString().replaceAll(AT + ".*", "")));
            others += isSameFile && run.finish().fingerprint().equals(whole) ? 0 : 1;
        }
        Files.delete(again);
        return files.size() + " runs gone on with, " + others + " of them otherwise";
    }
}
