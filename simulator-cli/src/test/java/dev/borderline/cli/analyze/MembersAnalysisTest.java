package dev.borderline.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analyses of a comparison over members: sensitivity to what is not known, and what knowing it is worth. */
class MembersAnalysisTest {
    private static final int MEMBERS = 40;

    @TempDir
    private static Path folder;

    private static Path results;

    @BeforeAll
    static void compare() {
        Path base = Small.scenario(folder, "");
        Path other = Small.write(
                folder.resolve("other.yaml"),
                "schema: 1\nextends: small.yaml\nname: other\nlevers:\n  settlement.bribe_detection: 0.4\n");
        results = folder.resolve("results");
        Ran ran = Ran.command(
                "compare",
                base.toString(),
                other.toString(),
                "--ensemble",
                "prior",
                "--members",
                Integer.toString(MEMBERS),
                "--replications",
                "1",
                "--people",
                "100%",
                "--out",
                results.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("Over 40 members of the ensemble prior, 1 replication each:");
    }

    private static JsonNode json(String... words) throws IOException {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    @Test
    void valueOfInformation_liesBetweenNothingAndThatOfKnowingAll() throws IOException {
        String folder = results.toString();
        JsonNode voi = json("analyze", "voi", folder, "--measure", "person_years_held", "--min", "--json");
        double perfect = voi.get("perfect").asDouble();
        assertThat(perfect).isEqualTo(perfectOf("person_years_held")).isPositive();
        assertThat(voi.get("unknowns")).isNotEmpty();
        for (JsonNode unknown : voi.get("unknowns")) {
            assertThat(unknown.get("value").asDouble()).isBetween(0.0, perfect);
            assertThat(unknown.get("settles").asDouble()).isBetween(0.0, 1.0);
        }
    }

    /** Mean over members of the least, from the table of the runs alone; in the digits of files. */
    private static double perfectOf(String measure) throws IOException {
        List<String[]> rows = Files.readAllLines(results.resolve("runs.csv")).stream()
                .map(line -> line.split(",", -1))
                .toList();
        int column = Arrays.asList(rows.get(0)).indexOf(measure);
        int arm = Arrays.asList(rows.get(0)).indexOf("arm");
        int member = Arrays.asList(rows.get(0)).indexOf("member");
        double[][] values = new double[2][MEMBERS];
        for (String[] row : rows.subList(1, rows.size())) {
            values[row[arm].equals("small") ? 0 : 1][Integer.parseInt(row[member])] = Double.parseDouble(row[column]);
        }
        double least = 0;
        for (int i = 0; i < MEMBERS; i++) {
            least += Math.min(values[0][i], values[1][i]) / MEMBERS;
        }
        double now = Math.min(
                Arrays.stream(values[0]).average().orElseThrow(),
                Arrays.stream(values[1]).average().orElseThrow());
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.9g", now - least));
    }

    @Test
    void enforcementMeasure_isNoObjective() {
        Ran ran = Ran.command("analyze", "voi", results.toString(), "--measure", "arrests", "--min");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("policies are never ranked by it");
    }

    @Test
    void sensitivity_ordersUnknownsByTheirShare() throws IOException {
        JsonNode analysis = json("analyze", "sensitivity", results.toString(), "--measure", "needs", "--json");
        JsonNode unknowns = analysis.get("measures").get(0).get("unknowns");
        assertThat(unknowns.get(0).get("paths").get(0).asString())
                .as("needs are households times their rate")
                .isIn("needs.rate_mean_per_year", "population.kin_households_per_refugee");
        double before = 1;
        for (JsonNode unknown : unknowns) {
            assertThat(unknown.get("first_order").asDouble()).isLessThanOrEqualTo(before);
            before = unknown.get("first_order").asDouble();
        }
    }

    @Test
    void runWithoutMembers_isRefusedWithWhatToDo() {
        Path sweep = Small.sweep(folder, "");
        Path plain = folder.resolve("plain");
        assertThat(Ran.command("sweep", sweep.toString(), "--out", plain.toString())
                        .code())
                .isZero();
        Ran ran = Ran.command("analyze", "sensitivity", plain.toString());
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("run it with --ensemble prior");
    }

    @Test
    void cellThatIsNone_isRefused() {
        Ran ran = Ran.command(
                "analyze", "voi", results.toString(), "--measure", "contact_share", "--max", "--between", "small,7");
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("--between 7: it is no arm (small, other) and no point (0 to 0)");
    }
}
