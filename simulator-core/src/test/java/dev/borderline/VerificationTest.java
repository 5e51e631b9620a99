package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of faults in {@code docs/verification.md} against the tests there are; and tests against clocks. */
class VerificationTest {
    private static final Path ROOT = Path.of("..");
    private static final int FAULTS = 41;
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|\n]+ \\| ([^|\n]+) \\|$");
    private static final Pattern TRIED = Pattern.compile("(?m)^\\| (\\d+) \\|(?: (?:[^|\n]|(?<=\\\\)[|])+ \\|){3}$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)[.](\\w+)`");

    /** Words by which a test would pass or fail with the speed of the machine. */
    private static final List<String> CLOCKS = List.of(
            "Thread." + "sleep(",
            "TimeUnit." + "MILLISECONDS.sleep(",
            "assert" + "Timeout",
            "@" + "Timeout",
            "System." + "nanoTime()",
            "System." + "currentTimeMillis()");

    /** Sources of tests, by path. */
    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        for (String module : List.of("simulator-core", "simulator-cli", "simulator-spark")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.put(file, Files.readString(file));
                }
            }
        }
        return sources;
    }

    @Test
    void eachFault_hasTestsThatThereAre() throws IOException {
        Map<Path, String> sources = sources();
        List<MatchResult> rows = ROW.matcher(
                        Files.readString(ROOT.resolve("docs").resolve("verification.md")))
                .results()
                .toList();

        assertThat(rows.stream().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, FAULTS).boxed().toList());
        for (MatchResult row : rows) {
            List<MatchResult> tests = TEST.matcher(row.group(2)).results().toList();
            assertThat(tests).as("fault " + row.group(1)).isNotEmpty();
            for (MatchResult test : tests) {
                assertThat(sources.entrySet().stream()
                                .filter(source -> source.getKey().endsWith(test.group(1) + ".java"))
                                .filter(source -> source.getValue().contains("void " + test.group(2) + "(")))
                        .as(row.group(1) + ": " + test.group())
                        .isNotEmpty();
            }
        }
    }

    /** Columns: what was tried, what the program did in which the faults were found, and what it does now. */
    @Test
    void eachFault_wasTriedOnBothPrograms() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("verification.md"));

        assertThat(TRIED.matcher(page).results().map(row -> Integer.valueOf(row.group(1))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, FAULTS).boxed().toList());
    }

    @Test
    void tests_hangOnNoClock() throws IOException {
        Map<Path, String> sources = sources();

        assertThat(sources).hasSizeGreaterThan(300);
        sources.forEach((file, text) -> assertThat(CLOCKS).as(file.toString()).noneMatch(text::contains));
    }
}
