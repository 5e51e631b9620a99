package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracles of {@code docs/coverage.md}: each has a test, and the number that it expects stands in it as it is printed there. */
class OraclesTest {
    private static final Path PAGE = Path.of("../docs/coverage.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+)[.](\\w+)`");
    private static final Pattern NUMBER = Pattern.compile("\\d+[.]\\d+|\\d{3,}");

    /** A row of the table. */
    record Oracle(String what, String expected, String tests) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Oracle> oracles() throws IOException {
        String page = Files.readString(PAGE);
        List<Oracle> oracles = page.substring(page.indexOf("\n## Oracles"))
                .lines()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(line -> line.split("[|]", -1))
                .map(cells -> new Oracle(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList();
        assertThat(oracles).hasSizeGreaterThan(30);
        return oracles;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oracles")
    void oracle_hasATestWithItsNumber(Oracle oracle) throws IOException {
        List<MatchResult> tests = TEST.matcher(oracle.tests).results().toList();
        StringBuilder sources = new StringBuilder();

        assertThat(tests).isNotEmpty();
        for (MatchResult test : tests) {
            String source = source(test.group(1));
            assertThat(source).contains(" void " + test.group(2) + "(");
            sources.append(source);
        }
        NUMBER.matcher(oracle.expected)
                .results()
                .forEach(number -> assertThat(sources.toString()).containsPattern("[ (\"]" + number.group() + "\\b"));
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Path file = files.filter(one -> one.endsWith(name + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no test " + name));
            return Files.readString(file);
        }
    }
}
