package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sweep} with designs that draw their points. */
class SweepDesignsTest {
    private static final String RANGES = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.1, scale: log}
              levers.settlement.bribe_detection: {min: 0.01, max: 0.2}
            """;

    private static final int WIDTH = 80;

    @TempDir
    private Path folder = Path.of("");

    private Ran sweep(String out, String design, String... more) {
        String text = Small.SWEEP.substring(0, Small.SWEEP.indexOf("design:"))
                + design
                + "replications: 1\nseed: 7\noutcomes: [contact_share, arrests]\n";
        Path file = Small.write(Small.sweep(folder, ""), text);
        List<String> args = new java.util.ArrayList<>(
                List.of("sweep", file.toString(), "--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private List<String> design(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("design.csv"));
    }

    @Test
    void lhs_points_followTheSeedOfTheFileOrTheCommand() throws IOException {
        Ran ran = sweep("one", "design: lhs\npoints: 4\n" + RANGES);
        sweep("seven", "design: lhs\npoints: 4\n" + RANGES, "--seed", "7");
        sweep("eight", "design: lhs\npoints: 4\n" + RANGES, "--seed", "8");
        sweep("own", "design: lhs\npoints: 4\ndesign_seed: 7\n" + RANGES, "--seed", "8");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(design("one")).hasSize(5).isEqualTo(design("seven")).isEqualTo(design("own"));
        assertThat(design("eight")).isNotEqualTo(design("one"));
    }

    /** A table with a line and a column for each value that is drawn would be empty but for its diagonal. */
    @Test
    void scatteredPoints_ofTwoInputs_areListedAndSayWhereTheRestIs() {
        Ran ran = sweep("r", "design: lhs\npoints: 60\n" + RANGES);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).doesNotContain("n/a").contains("more in summary.csv");
        assertThat(ran.outLines()).hasSizeLessThan(200);
    }

    /** Switches stand as numbers in the tables that sweeps write. */
    @Test
    void listOfPoints_fromADesignWithASwitch_isReadAgain() throws IOException {
        String vary = "vary:\n  brokers.queueing: [false, true]\n  levers.surveillance.coverage: [0.02, 0.05]\n";
        assertThat(sweep("grid", "design: grid\n" + vary).code()).isZero();

        Ran ran = sweep("list", "design: list\nfile: grid/design.csv\n");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(design("list")).isEqualTo(design("grid"));
    }

    @Test
    void morris_folder_saysWhatMoves() throws IOException {
        assertThat(sweep("r", "design: morris\ntrajectories: 2\n" + RANGES).code())
                .isZero();

        assertThat(design("r").get(0))
                .isEqualTo(
                        "point,trajectory,moved,step,levers.surveillance.coverage,levers.settlement.bribe_detection");
        assertThat(design("r")).hasSize(1 + 2 * 3);
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(folder.resolve("r/manifest.json")));
        assertThat(manifest.at("/design/kind").asString()).isEqualTo("morris");
        assertThat(manifest.at("/design/settings/levels").asInt()).isEqualTo(4);
        assertThat(manifest.at("/design/ranges/levers.surveillance.coverage").asString())
                .isEqualTo("0.01 to 0.1, log");
    }

    @Test
    void rangeBeyondTheEvidence_runsWithAWarning() {
        String wide = "design: sobol\npoints: 2\nvary: {levers.surveillance.coverage: {min: 0, max: 0.9}}\n";

        Ran ran = sweep("r", wide);
        Ran quiet = sweep("q", wide, "--quiet");

        assertThat(ran.code()).isZero();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains("warning: ")
                .contains("small-sweep.yaml:7:8: vary.levers")
                .contains("(P30, grade C)");
        assertThat(quiet.err()).isEmpty();
    }

    @Test
    void drawnPointThatIsNoScenario_isRefusedWithoutAFolder() {
        Ran ran = sweep("r", "design: sobol\npoints: 8\nvary: {levers.sanctions.camp_share: {min: 0.05, max: 0.9}}\n");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("small-sweep.yaml:7:7: vary: at point ").contains("at most 1");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    private static final String MANY = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.1}
              levers.surveillance.informants_per_year: {min: 0.002, max: 0.05}
              levers.jamming.failure_probability: {min: 0.05, max: 0.8}
              levers.settlement.bribe_detection: {min: 0.01, max: 0.2}
              levers.officers.corruptible_share: {min: 0.5, max: 0.95}
              calling.value_mean_usd: {min: 50, max: 1000}
            """;

    @Test
    void table_oneOfManyMoved_namesItWithin80Columns() {
        Ran ran = sweep("r", "design: one_at_a_time\n" + MANY);

        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.outLines())
                .filteredOn(line -> line.matches("  (changed|nothing|[a-z_]+ [0-9.,]+) .*±?.*"))
                .hasSize(1 + 1 + 2 * 6)
                .anyMatch(line -> line.startsWith("  changed    ") && line.endsWith("contact_share  arrests"))
                .anyMatch(line -> line.startsWith("  nothing    "))
                .anyMatch(line -> line.startsWith("  informants_per_year 0.05  "))
                .anyMatch(line -> line.startsWith("  value_mean_usd 1,000  "));
        assertThat(ran.out()).doesNotContain("by their numbers");
    }

    /** Six columns of settings leave no room for an outcome: points go by number, and what they are stands below. */
    @Test
    void table_allOfManyMoved_numbersPointsWithin80Columns() throws IOException {
        Ran ran = sweep("r", "design: lhs\npoints: 5\n" + MANY);

        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        List<String> lines = ran.outLines();
        int points = lines.indexOf("The points, by their numbers in design.csv");
        assertThat(lines.subList(0, points)).anyMatch(line -> line.matches("  point +contact_share +arrests"));
        String head = lines.get(points + 3);
        assertThat(lines.get(points + 2)).contains(" informants_ ");
        assertThat(head).startsWith("  point  coverage ").contains(" per_year ");
        for (int point = 0; point < 5; point++) {
            String coverage = design("r").get(1 + point).split(",", -1)[1];
            assertThat(lines.get(points + 4 + point).strip().split(" +", -1))
                    .startsWith(Integer.toString(point), Numbers.human(Double.parseDouble(coverage)));
        }
    }
}
