package dev.borderline.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code explain} and {@code trace} on villages. */
class ExplainCommandTest {
    private static final int WIDTH = 80;

    @TempDir
    private Path folder = Path.of("");

    private String base() {
        return Small.scenario(folder, "").toString();
    }

    private String watched() {
        return Small.write(folder.resolve("watched.yaml"), Small.SCENARIO.replace("name: small", "name: watched") + """
                                policies:
                                  - {lever: jamming.failure_probability, at: 2009-06-01, set: 0.7}
                                """)
                .toString();
    }

    /** A household whose fate differs, as {@code compare} names it. */
    private String example() {
        Ran ran = Ran.command("compare", base(), watched(), "-n", "1", "--json");
        return JsonMapper.shared()
                .readTree(ran.out())
                .at("/arms/0/fates/0/examples/0")
                .asString();
    }

    @Test
    void twoScenarios_partingDrawAndLineAreNamed() {
        Ran ran = Ran.command("explain", base(), watched(), "--household", example());

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("Alike in both", "The first event that comes out otherwise", "What is responsible")
                .contains("levers.jamming.failure_probability is 0.7 in watched")
                .contains("With it as in small, all else being equal, the event comes out as there")
                .contains("watched.yaml:11:5", "From there on in small", "From there on in watched");
        assertThat(ran.outLines())
                .filteredOn(line -> !line.contains(folder.toString()))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    }

    @Test
    void json_twoScenarios_holdsBothStoriesAndTheParting() {
        JsonNode json = JsonMapper.shared()
                .readTree(Ran.command("explain", base(), watched(), "--household", example(), "--json")
                        .out());

        assertThat(json.at("/sides").size()).isEqualTo(2);
        assertThat(json.at("/parting/causes/0/path").asString()).isEqualTo("levers.jamming.failure_probability");
        assertThat(json.at("/parting/causes/0/part").asString()).isEqualTo("alone");
        assertThat(json.at("/parting/causes/0/lines/0/line").asInt()).isEqualTo(11);
        JsonNode figures = json.at("/parting/figures");
        assertThat(figures.size()).isPositive();
        assertThat(figures.get(0).get("name").asString()).startsWith("choice."); // jamming is weighed before it is met
    }

    /** From the folder alone: the scenario files are gone. */
    @Test
    void armsOfAFolder_areExplainedWithoutTheirSources() throws IOException {
        String household = example();
        Path out = folder.resolve("r");
        Ran kept =
                Ran.command("compare", base(), watched(), "-n", "1", "--fates", "0", "--json", "--out", out.toString());
        assertThat(kept.code()).isZero();
        Files.delete(folder.resolve("small.yaml"));
        Files.delete(folder.resolve("watched.yaml"));

        Ran ran = Ran.command("explain", out.toString(), "--household", household, "--arms", "small,watched");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("levers.jamming.failure_probability is 0.7 in watched");
        Ran none = Ran.command("explain", out.toString(), "--household", household, "--arms", "small,wached");
        assertThat(none.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(none.err()).contains("the arms are small, watched");
    }

    @Test
    void oneScenario_tellsTheStoryAlone() {
        Ran ran = Ran.command("explain", base(), "--household", "9");

        assertThat(ran.code()).isZero();
        assertThat(ran.outLines().get(0)).isEqualTo("Household 9");
        assertThat(ran.out()).contains("It lives in ", "wishes for contact");
    }

    @Test
    void householdThatIsNot_isRefused() {
        Ran ran = Ran.command("explain", base(), watched(), "--household", "99999999");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("there never is such a household");
        assertThat(Ran.command("explain", base()).code()).isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void trace_ofAHousehold_isTheSameInAFileAndOnStandardOutput() throws IOException {
        Path file = folder.resolve("trace.csv");
        Ran out = Ran.command("trace", base(), "--household", "9", "--out", "-");
        Ran quiet = Ran.command("trace", base(), "--household", "9", "--out", file.toString(), "--quiet");

        assertThat(out.code()).isZero();
        assertThat(quiet.code()).isZero();
        assertThat(quiet.out() + quiet.err()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(out.out());
        assertThat(out.outLines().get(0))
                .isEqualTo("time,what,name,of,subject,occurrence,lane,outcome,uniform,probability,value");
        assertThat(out.outLines()).anyMatch(line -> line.matches("20.*Z,signal,need.arisen,household,9,0,0,0,,,"));
        assertThat(out.outLines().stream().skip(1)).allMatch(line -> line.contains(",household,9,"));
    }

    @Test
    void trace_asParquet_readBack_isTheCsv() throws IOException, SQLException {
        Path csv = folder.resolve("trace.csv");
        Path parquet = folder.resolve("trace"); // --format says what it is
        Ran.command("trace", base(), "--household", "9", "--out", csv.toString());
        Ran ran = Ran.command("trace", base(), "--household", "9", "--format", "parquet", "--out", parquet.toString());
        List<String> lines = Files.readAllLines(csv);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains((lines.size() - 1) + " lines in ");
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = memory.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM read_parquet('" + parquet + "')")) {
            for (String line : lines.subList(1, lines.size())) {
                assertThat(row.next()).isTrue();
                assertThat(fields(row)).isEqualTo(Csv.fields(line));
            }
            assertThat(row.next()).isFalse();
        }
        assertThat(folder.toFile().list()).contains("trace", "trace.csv").noneMatch(name -> name.startsWith("."));
    }

    /** The fields of a row of the type each is to have, as the CSV writes them. */
    private static List<String> fields(ResultSet row) throws SQLException {
        List<String> fields = new ArrayList<>(List.of(
                row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC).toString()));
        for (int text = 2; text <= 4; text++) {
            fields.add(row.getString(text));
        }
        for (int whole = 5; whole <= 8; whole++) {
            fields.add(Long.toString((Long) row.getObject(whole)));
        }
        for (int number = 9; number <= 11; number++) {
            Double value = (Double) row.getObject(number);
            fields.add(value == null ? "" : Numbers.file(value));
        }
        return fields;
    }

    @Test
    void trace_toWhatIsNoTable_isRefused() {
        Ran name = Ran.command(
                "trace", base(), "--out", folder.resolve("trace.xlsx").toString());
        Ran output = Ran.command("trace", base(), "--out", "-", "--format", "parquet");
        Path nowhere = folder.resolve("none").resolve("trace.parquet");
        Ran noFolder = Ran.command("trace", base(), "--out", nowhere.toString());

        assertThat(noFolder.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(noFolder.errLines())
                .containsExactly("borderline: --out " + nowhere + ": there is no folder " + nowhere.getParent());
        assertThat(name.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(name.err()).contains(".csv or .parquet");
        assertThat(output.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(output.errLines())
                .containsExactly("borderline: --format parquet goes into a file: name it with --out");
    }

    @Test
    void trace_ofARun_hasALineForEachEvent() throws IOException {
        Path file = folder.resolve("trace.csv");
        Ran ran = Ran.command("trace", base(), "--replication", "1", "--out", file.toString());
        Ran run = Ran.command("run", base(), "--replication", "1");
        long events = JsonMapper.shared().readTree(run.out()).get("events").asLong();

        assertThat(ran.code()).isZero();
        assertThat(Files.readAllLines(file)).hasSize((int) events + 1);
        assertThat(ran.err()).contains(" lines in " + file);
        Ran two = Ran.command("trace", base(), base(), "--out", "-");
        assertThat(two.code()).isEqualTo(ExitCodes.BAD_INPUT);
        Ran what = Ran.command("trace", base(), "--what", "drow", "--out", "-");
        assertThat(what.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(what.err()).contains("expected event, signal, draw, figure or move but was 'drow'");
    }

    @Test
    void trace_ofNoHousehold_isRefusedAndWritesNothing() {
        Path file = folder.resolve("trace.csv");
        Ran ran = Ran.command("trace", base(), "--household", "99999", "--out", file.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("--household 99999: there never is such a household");
        assertThat(file).doesNotExist();
    }
}
