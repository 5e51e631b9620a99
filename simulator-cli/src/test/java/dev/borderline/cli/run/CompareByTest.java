package dev.borderline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare --by fifth,zone}: the same numbers in the table, as JSON and in the folder. */
class CompareByTest {
    @TempDir
    private Path folder = Path.of("");

    private String[] command(String... more) {
        String base = Small.scenario(folder, "").toString();
        String other = Small.write(
                        folder.resolve("watched.yaml"),
                        Small.SCENARIO.replace("name: small", "name: watched")
                                + "levers:\n  surveillance:\n    coverage: 0.4\n")
                .toString();
        List<String> words = new ArrayList<>(List.of("compare", base, other, "--outcomes", "arrests,contact_share"));
        words.addAll(List.of("--fates", "0"));
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private void assertSameNumbers(Path out, JsonNode json, int rows) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("comparison-groups.csv"));
        assertThat(lines).hasSize(rows + 1);
        for (int i = 0; i < rows; i++) {
            List<String> fields = Csv.fields(lines.get(i + 1));
            JsonNode row = json.get("groups").get(i);
            assertThat(fields.subList(1, 4))
                    .containsExactly(
                            row.get("by").asString(),
                            row.get("group").asString(),
                            row.get("measure").asString());
            assertThat(fields.get(7).isEmpty()).isEqualTo(row.get("change").isNull());
            if (!fields.get(7).isEmpty()) {
                assertThat(Double.parseDouble(fields.get(7)))
                        .isEqualTo(row.get("change").asDouble());
            }
        }
    }

    @Test
    void replications_areToldByFifthAndZone() throws IOException {
        Path out = folder.resolve("out");
        Ran ran = Ran.command(command("--by", "fifth,zone", "-n", "3", "--json", "--out", out.toString(), "--quiet"));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        int zones = (int) Files.readAllLines(out.resolve("comparison-groups.csv")).stream()
                .filter(line -> line.contains(",zone,") && line.contains(",contact_share,"))
                .count();

        assertThat(zones).isEqualTo(4);
        assertSameNumbers(out, json, 2 * (5 + zones));
        assertThat(json.at("/groups/0/unit").asString()).isEqualTo("people per 1,000 household-years");
    }

    /** Those with nobody in them have no number. */
    @Test
    void fifthsOfZones_areTold_alsoOfTwoFoldersAsTheyStand() throws IOException {
        Path out = folder.resolve("both");
        Ran ran = Ran.command(command("--by", "both", "-n", "3", "--json", "--out", out.toString(), "--quiet"));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());

        assertSameNumbers(out, json, 2 * 5 * 4);
        assertThat(json.at("/groups/0/by").asString()).isEqualTo("both");
        String[] stored = {"compare", out.toString(), out.toString(), "--arms", "small,watched", "--by", "both"};
        Ran text = Ran.command(stored);
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("by zone and wealth fifth (1 is the poorest)");
    }

    @Test
    void fifthsOfZones_areDrawnInTheReport_whereAskedFor() throws IOException {
        Path out = folder.resolve("drawn");
        Path table = out.resolve("figures/who-bears-it-in-zones.csv");
        assertThat(Ran.command(command("--by", "both", "-n", "3", "--out", out.toString(), "--quiet"))
                        .code())
                .isZero();
        assertThat(Ran.command("report", out.toString()).code()).isZero();
        assertThat(table).doesNotExist();

        Ran report = Ran.command("report", out.toString(), "--by", "both");

        assertThat(report.code()).as(report.err()).isZero();
        Map<String, String> drawn = column(table, 6);
        assertThat(drawn).hasSize(5 * 4).isEqualTo(column(out.resolve("comparison-groups.csv"), 7));
        assertThat(out.resolve("report.html")).content().contains("Who bears the change, zone by zone");
    }

    /** Changes in contacts by fifth of zone. */
    private static Map<String, String> column(Path table, int column) throws IOException {
        return Files.readAllLines(table).stream()
                .map(line -> line.split(",", -1))
                .filter(line -> line[1].equals("both") && line[3].equals("contact_share"))
                .collect(Collectors.toMap(line -> line[2], line -> line[column]));
    }

    @Test
    void members_areToldWithTheirCount() throws IOException {
        Path out = folder.resolve("members");
        String[] options = {"--by", "fifth", "--ensemble", "prior", "--members", "4", "-n", "1", "--out", out.toString()
        };
        Ran text = Ran.command(command(options));
        assertThat(text.code()).as(text.err()).isZero();
        Ran again = Ran.command(command("--by", "fifth", "--ensemble", "prior", "--members", "4", "-n", "1", "--json"));
        JsonNode json = JsonMapper.shared().readTree(again.out());

        assertSameNumbers(out, json, 2 * 5);
        assertThat(text.out())
                .contains("What watched changes by wealth fifth (1 is the poorest)", "90 % of members", " of 4");
    }

    @Test
    void tooFewRuns_haveNoInterval() {
        Ran ran = Ran.command(command("--by", "fifth", "-n", "2"));
        assertThat(ran.out()).contains("too few runs");
        Ran wrong = Ran.command(command("--by", "fith"));
        assertThat(wrong.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(wrong.err()).contains("expected year, month, fifth, zone or both but was 'fith'");
    }
}
