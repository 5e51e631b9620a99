package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Every command with {@code --out} on a device, a pipe and a link: refused, and what stands there stays what it is. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class OutPlacesTest {
    private static final String PRECIOUS = "what nobody but its owner writes\n";

    @TempDir
    private static Path shared = Path.of("");

    private static Path sweep = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    @BeforeAll
    static void sweepOnce() {
        sweep = OnFolders.inputs(shared);
        assertThat(Ran.command("sweep", sweep.toString(), "--out", results()).code())
                .isZero();
    }

    private static String results() {
        return shared.resolve("r").toString();
    }

    /** Words of each command without the place, by its name; tables are asked for as CSV, whatever the name of the place. */
    private static Map<String, List<String>> commands() {
        String scenario = sweep.resolveSibling("tiny.yaml").toString();
        String other = sweep.resolveSibling("other.yaml").toString();
        String targets = sweep.resolveSibling("targets.csv").toString();
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("run", List.of(scenario, "--replications", "2"));
        words.put("compare", List.of(scenario, other, "--replications", "2"));
        words.put("sweep", List.of(sweep.toString()));
        words.put("merge", List.of(results()));
        words.put("report", List.of(results()));
        words.put("export", List.of(results(), "--format", "csv"));
        words.put("trace", List.of(scenario, "--format", "csv"));
        words.put("ensemble draw", List.of("--members", "4"));
        words.put(
                "calibrate",
                List.of(targets, "--scenario", scenario, "--vary", "needs.rate_mean_per_year", "--budget", "4"));
        for (String kind : List.of("voi", "robustness")) {
            words.put("analyze " + kind, List.of(results(), "--measure", "contact_share", "--max"));
        }
        words.put(
                "analyze selection",
                List.of(results(), "--measure", "contact_share", "--max", "--indifference", "0.1"));
        for (String kind : List.of("sobol", "morris", "sensitivity")) {
            words.put("analyze " + kind, List.of(results()));
        }
        for (String kind : List.of("prim", "cart")) {
            words.put("analyze " + kind, List.of(results(), "--measure", "arrests", "--threshold", "0"));
        }
        return words;
    }

    private static Ran to(Path place, String name, List<String> words) {
        List<String> all = new ArrayList<>(List.of(name.split(" ", -1)));
        all.addAll(words);
        all.addAll(List.of("--out", place.toString()));
        return Ran.command(all.toArray(new String[0]));
    }

    @Test
    void commands_areAllTried() {
        assertThat(commands().keySet()).containsExactlyInAnyOrderElementsOf(withOut());
    }

    /** Names of commands that have the option. */
    private static Set<String> withOut() {
        Set<String> names = new TreeSet<>();
        collect(CommandTree.of(Console.ofProcess()), "", names);
        return names;
    }

    private static void collect(CommandLine command, String name, Set<String> names) {
        if (command.getSubcommands().isEmpty() && command.getCommandSpec().findOption("--out") != null) {
            names.add(name.strip());
        }
        command.getSubcommands().forEach((word, sub) -> collect(sub, name + " " + word, names));
    }

    private void assertLeftAlone(Path place) throws IOException {
        Object before = kind(place);
        Set<String> beside = names();
        for (Map.Entry<String, List<String>> command : commands().entrySet()) {
            String what = command.getKey() + " --out " + place.getFileName();
            Ran ran = to(place, command.getKey(), command.getValue());

            assertThat(ran.code()).as(what + ": " + ran.err()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.out()).as(what).isEmpty();
            assertThat(ran.errLines()).as(what).hasSize(1);
            assertThat(ran.err()).as(what).doesNotContain("fault of the program", "unexpectedly");
            assertThat(kind(place)).as(what).isEqualTo(before);
            assertThat(names()).as(what).isEqualTo(beside);
        }
    }

    /** Kind of a thing, by which it is told from the file that might have taken its place. */
    private static Object kind(Path place) throws IOException {
        PosixFileAttributes attributes =
                Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return List.of(attributes.isOther(), attributes.isSymbolicLink(), String.valueOf(attributes.fileKey()));
    }

    private Set<String> names() throws IOException {
        try (var files = Files.list(temporary)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void pipe_staysAPipe() throws IOException, InterruptedException {
        Path pipe = temporary.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertLeftAlone(pipe);
    }

    /** A device of the test's own, the one that swallows all; where nobody may make one, the pipe stands for it. */
    @Test
    void device_staysADevice() throws IOException, InterruptedException {
        Path device = temporary.resolve("device");
        Process made = new ProcessBuilder("mknod", device.toString(), "c", "1", "3")
                .redirectErrorStream(true)
                .start();
        made.getInputStream().readAllBytes();
        if (made.waitFor() != 0) {
            device = temporary.resolve("pipe");
            assertThat(new ProcessBuilder("mkfifo", device.toString()).start().waitFor())
                    .isZero();
        }

        assertLeftAlone(device);
    }

    @Test
    void link_staysALink_andItsFileAsItWas() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious"), PRECIOUS);

        assertLeftAlone(Files.createSymbolicLink(temporary.resolve("link"), precious));

        assertThat(precious).hasContent(PRECIOUS);
    }

    @Test
    void linkToNothing_makesNothing() throws IOException {
        Path nowhere = temporary.resolve("nowhere");

        assertLeftAlone(Files.createSymbolicLink(temporary.resolve("link"), nowhere));

        assertThat(nowhere).doesNotExist();
    }
}
