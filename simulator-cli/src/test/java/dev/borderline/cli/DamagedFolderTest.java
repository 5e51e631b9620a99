package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random damage to the files of a result folder, and what six commands make of it: each is right or refuses in a line or two, and none
 * takes a wrong number for a right one.
 */
class DamagedFolderTest {
    private static final List<String> TABLES = List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv");
    private static final int BLOCK_MAX = 600;

    /** Some dozen households, watched so closely that some are arrested. */
    private static final String SCENARIO = """
            schema: 1
            extends: tightening-2015
            name: tiny
            title: A hamlet
            start: 2009-01-01
            end: 2009-03-01
            population:
              resettled_refugees: 40
            """;

    private static final String SWEEP = """
            schema: 1
            name: tiny-sweep
            title: Two points
            scenario: tiny.yaml
            design: grid
            vary:
              levers.surveillance.coverage: [0.3, 0.9]
            replications: 2
            ensemble: none
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    private static final String COMPLETE = "4 of 4 runs";

    @TempDir
    private static Path shared = Path.of("");

    private static Path sweep = Path.of("");
    private static final TreeMap<String, byte[]> whole = new TreeMap<>(); // the files of the folder, by name
    private static final TreeMap<String, byte[]> figures = new TreeMap<>();
    private static Set<String> exported = Set.of(); // lines, no two alike

    @TempDir
    private Path temporary = Path.of("");

    private int noticed;

    @BeforeAll
    static void keepWhatIsRight() throws IOException {
        Small.write(shared.resolve("tiny.yaml"), SCENARIO);
        sweep = Small.write(shared.resolve("tiny-sweep.yaml"), SWEEP);
        Path folder = shared.resolve("r");
        assertThat(run(folder, "sweep").code()).isZero();
        read(folder, whole);
        List<String> lines = run(folder, "export").outLines();
        exported = Set.copyOf(lines);
        assertThat(exported).hasSameSizeAs(lines);
        assertThat(exported).hasSizeGreaterThan(100);
        assertThat(run(folder, "status").out()).contains(COMPLETE);
        assertThat(run(folder, "report").code()).isZero();
        read(folder.resolve("figures"), figures);
        assertThat(figures).isNotEmpty();
    }

    private static Ran run(Path folder, String command) {
        String f = folder.toString();
        return switch (command) {
            case "sweep" -> Ran.command("sweep", sweep.toString(), "--out", f);
            case "merge" -> Ran.command("merge", f, "--out", f + "-merged");
            default -> Ran.command(command, f);
        };
    }

    private static void read(Path folder, Map<String, byte[]> into) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                into.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    /** Every file in every way, at a place of chance; a hundred files and ways drawn at random leave some of these out. */
    @Test
    void damaged_inEveryWay_nothingWrongIsTaken() throws IOException {
        damage(1, 1);
    }

    @Test
    @Tag("deep")
    void damaged_inAThousandWays_nothingWrongIsTaken() throws IOException {
        damage(25, 2);
    }

    private void damage(int times, long seed) throws IOException {
        SplittableRandom chance = new SplittableRandom(seed);
        int number = 0;
        for (int time = 0; time < times; time++) {
            for (Map.Entry<String, byte[]> file : whole.entrySet()) {
                for (Way way : file.getValue().length == 0 ? EnumSet.of(Way.BYTE) : EnumSet.allOf(Way.class)) {
                    byte[] damaged = damaged(file.getValue(), way, chance);
                    tryAll(way + " " + number++ + " of seed " + seed + " to " + file.getKey(), file.getKey(), damaged);
                }
            }
        }
        assertThat(noticed).isGreaterThan(number / 4);
    }

    /** A bit, a byte, a piece lost, doubled or overwritten, or the end cut off. */
    private enum Way {
        BIT,
        BYTE,
        LOST,
        DOUBLED,
        OVERWRITTEN,
        CUT
    }

    private static byte[] damaged(byte[] bytes, Way way, SplittableRandom chance) {
        if (bytes.length == 0) {
            return new byte[] {(byte) chance.nextInt()};
        }
        int at = chance.nextInt(bytes.length);
        int length = Math.min(1 + chance.nextInt(BLOCK_MAX), bytes.length - at);
        byte[] damaged = bytes.clone();
        switch (way) {
            case BIT -> damaged[at] ^= (byte) (1 << chance.nextInt(Byte.SIZE));
            case BYTE -> damaged[at] = (byte) chance.nextInt();
            case LOST ->
                damaged = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case DOUBLED ->
                damaged = joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case OVERWRITTEN -> {
                byte[] other = new byte[length];
                chance.nextBytes(other);
                System.arraycopy(other, 0, damaged, at, length);
            }
            case CUT -> damaged = Arrays.copyOf(bytes, at);
        }
        return damaged;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private Path folder(String name, byte[] damaged) throws IOException {
        Path folder = temporary.resolve("r");
        for (Path old : List.of(folder, temporary.resolve("r-merged"))) {
            delete(old);
        }
        Files.createDirectory(folder);
        for (String file : whole.keySet()) {
            Files.write(folder.resolve(file), file.equals(name) ? damaged : whole.get(file));
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }

    /** Those that only read first, and then those that write. */
    private void tryAll(String what, String name, byte[] damaged) throws IOException {
        Path folder = folder(name, damaged);
        boolean same = Arrays.equals(damaged, whole.get(name));
        Ran status = calm(what, folder, "status");
        Ran export = calm(what, folder, "export");
        if (export.code() == ExitCodes.OK) {
            assertThat(export.outLines()).as(what).allMatch(exported::contains);
            boolean all = export.outLines().size() == exported.size();
            assertThat(all || export.err().contains("exported ")).as(what).isTrue();
        }
        Ran reproduce = calm(what, folder, "reproduce");
        if (reproduce.code() == ExitCodes.OK) {
            assertThat(TABLES.contains(name) && !same)
                    .as(what + "\n" + reproduce.out())
                    .isFalse();
        }
        noticed += export.code() != ExitCodes.OK || reproduce.code() != ExitCodes.OK ? 1 : 0;
        Ran merge = calm(what, folder, "merge");
        if (merge.code() == ExitCodes.OK) {
            assertTables(what, temporary.resolve("r-merged"));
        }
        Ran report = calm(what, folder, "report");
        if (report.code() == ExitCodes.OK && status.out().contains(COMPLETE)) {
            assertFigures(what, folder);
        }
        Ran again = calm(what, folder, "sweep");
        if (again.code() == ExitCodes.OK) {
            assertTables(what, folder);
        }
    }

    /** No stack trace, no fault of the program, and a word of why where it refuses. */
    private static Ran calm(String what, Path folder, String command) {
        Ran ran = run(folder, command);
        assertThat(ran.err())
                .as(what + ": " + command)
                .doesNotContain("unexpectedly")
                .doesNotContain("fault of the program")
                .doesNotContain("\tat ");
        assertThat(ran.code()).as(what + ": " + command).isIn(0, 1, 3, 4);
        if (ran.code() != ExitCodes.OK) {
            assertThat(ran.err() + ran.out()).as(what + ": " + command).isNotBlank();
            assertThat(ran.errLines()).as(what + ": " + command).hasSizeLessThan(4);
        }
        return ran;
    }

    private static void assertTables(String what, Path folder) {
        for (String table : TABLES) {
            assertThat(folder.resolve(table)).as(what).hasBinaryContent(whole.get(table));
        }
    }

    private static void assertFigures(String what, Path folder) throws IOException {
        TreeMap<String, byte[]> now = new TreeMap<>();
        read(folder.resolve("figures"), now);
        List<String> differing = new ArrayList<>();
        figures.forEach((name, bytes) -> {
            if (name.endsWith(".csv") && !Arrays.equals(bytes, now.get(name))) {
                differing.add(name);
            }
        });
        assertThat(differing).as(what).isEmpty();
    }
}
