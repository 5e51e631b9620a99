package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/coverage.md}: what it names exists, and each measure moves when its switch is thrown. */
class CoverageTest {
    private static final Path PAGE = Path.of("../docs/coverage.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int MECHANISMS = 16;

    /** Much happens, and at times each team is out and a case ends with a warning. */
    private static final Scenario BASE = Runs.busy(3_000, 3)
            .with(Map.of(
                    "levers.surveillance.coverage", 1.0,
                    "levers.surveillance.teams", 2.0,
                    "brokers.queueing", 1.0,
                    "brokers.service_minutes_mean", 3_000.0,
                    "levers.stops.rate_per_year", 0.3,
                    "levers.sanctions.training_share", 0.55,
                    "sanctions.exile_probability", 0.3,
                    "handsets.request_rate_per_year", 0.5));

    private static final RunResult RUN = Runs.run(BASE, 0);

    /** Rows of a table as cells, without what stands around them. */
    private static List<List<String>> rows(String start) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    private static List<String> names(String cell) {
        return QUOTED.matcher(cell).results().map(result -> result.group(1)).toList();
    }

    /** A switch of the second table, with what it moves and what it brings to 0. */
    record Row(Map<String, Double> inputs, List<String> moved, List<String> zero) {
        @Override
        public String toString() {
            return inputs.toString();
        }
    }

    static List<Row> switches() throws IOException {
        List<Row> all = new ArrayList<>();
        for (List<String> cells : rows("| `")) {
            Map<String, Double> inputs = new TreeMap<>();
            for (String setting : names(cells.get(1)).get(0).split(", ", -1)) {
                String[] parts = setting.split("=", -1);
                inputs.put(parts[0], Double.valueOf(parts[1]));
            }
            all.add(new Row(inputs, names(cells.get(2)), names(cells.get(3))));
        }
        return all;
    }

    private static boolean exists(String folder, String className) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.anyMatch(file -> file.endsWith(className + ".java"));
        }
    }

    @Test
    void claims_haveCodeTestsAndMeasures() throws IOException {
        List<List<String>> rows = rows("| M");

        assertThat(rows).hasSize(MECHANISMS);
        for (int i = 0; i < MECHANISMS; i++) {
            List<String> cells = rows.get(i);
            assertThat(cells.get(1)).isEqualTo("M%02d", i + 1);
            assertThat(cells.get(2)).isNotBlank();
            assertThat(names(cells.get(3))).isNotEmpty();
            assertThat(names(cells.get(4))).isNotEmpty();
            assertThat(names(cells.get(5)))
                    .isNotEmpty()
                    .allSatisfy(name -> RUN.outcomes().measure(name));
            for (String name : names(cells.get(3))) {
                assertThat(exists("src/main/java", name)).as(name).isTrue();
            }
            for (String name : names(cells.get(4))) {
                assertThat(exists("src/test/java", name)).as(name).isTrue();
            }
        }
    }

    @Test
    void measures_allHaveASwitch() throws IOException {
        TreeSet<String> switched = new TreeSet<>();
        switches().forEach(row -> {
            switched.addAll(row.moved);
            switched.addAll(row.zero);
        });
        TreeSet<String> all = new TreeSet<>();
        RUN.outcomes().measures().stream().map(Measure::name).forEach(all::add);

        assertThat(switched)
                .as("measures in the second table of docs/coverage.md")
                .isEqualTo(all);
    }

    /** A measure that does not move is not wired to what it is said to measure. */
    @ParameterizedTest
    @MethodSource("switches")
    void switch_thrown_movesItsMeasures(Row row) {
        RunResult off = Runs.run(BASE.with(row.inputs), 0);

        for (String name : row.moved) {
            assertThat(RUN.value(name)).as(name).isNotZero().isNotNaN().isNotEqualTo(off.value(name));
        }
        for (String name : row.zero) {
            assertThat(RUN.value(name)).as(name).isPositive();
            assertThat(off.value(name)).as(name).isZero();
        }
    }
}
