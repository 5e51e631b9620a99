package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code export} of a sweep with four points, two arms and two replications. */
class ExportCommandTest {
    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    @BeforeAll
    static void sweepTwice() {
        for (String folder : List.of("one", "other")) {
            sweep(folder, folder.equals("one") ? "1" : "2");
        }
    }

    private static void sweep(String folder, String threads, String... more) {
        Path file = Small.sweep(shared, "arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}\n");
        List<String> args = new ArrayList<>(List.of(
                "sweep",
                file.toString(),
                "--threads",
                threads,
                "--out",
                shared.resolve(folder).toString()));
        args.addAll(List.of(more));
        assertThat(Ran.command(args.toArray(new String[0])).code()).isZero();
    }

    private static Ran export(String folder, String... more) {
        List<String> args =
                new ArrayList<>(List.of("export", shared.resolve(folder).toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private Path file(String name) {
        return temporary.resolve(name);
    }

    @Test
    void long_asCsv_isTheLongTableOfTheOutcomes() throws IOException {
        Ran ran = export("one", "--measure", "contact_share,arrests,person_years_held");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(Files.readString(shared.resolve("one/yearly.csv")));
        assertThat(export("one").outLines())
                .hasSizeGreaterThan(10 * ran.outLines().size());
    }

    @Test
    void wide_asCsv_hasTheRunsOfTheTable() throws IOException {
        List<String> runs = Files.readAllLines(shared.resolve("one/runs.csv"));

        List<String> wide = export("one", "--shape", "wide").outLines();

        assertThat(wide).hasSameSizeAs(runs);
        assertThat(wide.get(0)).startsWith("scenario,arm,point,replication,seed,fingerprint,events,levers.");
        for (int line = 1; line < wide.size(); line++) {
            String fromFingerprintOn = runs.get(line).split(",", 5)[4];
            assertThat(wide.get(line)).startsWith("small,").endsWith("," + fromFingerprintOn);
        }
    }

    /** hubverse: task ids and index together are unique; runs that share random numbers are one sample across scenarios and targets. */
    @Test
    void hubverse_samples_haveAnIndexAndNoDuplicates() {
        List<String> hub = export("one", "--shape", "hubverse", "--measure", "arrests,needs")
                .outLines();

        assertThat(hub).hasSize(1 + 4 * 2 * 2 * 2);
        assertThat(hub.get(0)).isEqualTo("scenario_id,target,output_type,output_type_id,value");
        assertThat(hub.get(1)).matches("small-base-0,needs,sample,1,\\d+");
        assertThat(hub.get(2)).matches("small-base-0,arrests,sample,1,\\d+");
        assertThat(hub.get(32)).matches("small-blind-3,arrests,sample,2,\\d+");
        assertThat(hub.stream().map(line -> line.substring(0, line.lastIndexOf(','))))
                .doesNotHaveDuplicates();
    }

    /** Each sample covers the same targets in the same scenarios, as joint samples must. */
    @Test
    void hubverse_samples_areComplete() {
        List<String> hub = export("one", "--shape", "hubverse", "--measure", "arrests,needs")
                .outLines();
        List<List<String>> tasks = IntStream.rangeClosed(1, 2)
                .mapToObj(index -> hub.stream()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .filter(fields -> fields[3].equals(Integer.toString(index)))
                        .map(fields -> fields[0] + " " + fields[1])
                        .toList())
                .toList();

        assertThat(tasks.get(0)).hasSize(16).isEqualTo(tasks.get(1));
    }

    @Test
    void hubverse_ofIndependentCells_isASampleARun() {
        sweep("apart", "2", "--independent");

        List<String> samples = export("apart", "--shape", "hubverse", "--measure", "arrests").outLines().stream()
                .skip(1)
                .map(line -> line.split(",", -1)[3])
                .toList();

        assertThat(samples).hasSize(16).doesNotHaveDuplicates();
    }

    /** Over members: type-7 quantiles of all samples of a scenario stand behind them. */
    @Test
    void hubverse_overMembers_hasQuantilesOfItsSamples() {
        sweep("members", "2", "--ensemble", "prior", "--members", "3");

        List<String[]> hub = export("members", "--shape", "hubverse", "--measure", "arrests").outLines().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        double[] samples = hub.stream()
                .filter(fields -> fields[0].equals("small-base-1") && fields[2].equals("sample"))
                .mapToDouble(fields -> Double.parseDouble(fields[4]))
                .sorted()
                .toArray();
        List<String[]> quantiles = hub.stream()
                .filter(fields -> fields[0].equals("small-base-1") && fields[2].equals("quantile"))
                .toList();

        assertThat(samples).hasSize(6);
        assertThat(quantiles).extracting(fields -> fields[3]).containsExactly("0.05", "0.25", "0.5", "0.75", "0.95");
        assertThat(Double.parseDouble(quantiles.get(2)[4])).isEqualTo((samples[2] + samples[3]) / 2);
        assertThat(Double.parseDouble(quantiles.get(4)[4]))
                .isCloseTo(samples[4] + .75 * (samples[5] - samples[4]), within(1e-9));
        assertThat(hub.stream().filter(fields -> fields[2].equals("quantile"))).hasSize(8 * 5);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"long", "wide", "hubverse"})
    void files_ofTheSameRuns_haveTheSameBytes(String shape) {
        for (String ending : List.of(".csv", ".parquet")) {
            Path one = file("one" + ending);
            Path other = file("other" + ending);
            assertThat(export("one", "--shape", shape, "--out", one.toString()).err())
                    .isEmpty();
            assertThat(export("other", "--shape", shape, "--out", other.toString())
                            .err())
                    .isEmpty();

            assertThat(other).hasSameBinaryContentAs(one);
        }
        assertThat(temporary.toFile().list()).hasSize(4); // nothing is left beside them
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"long", "wide", "hubverse"})
    void parquet_readBack_isTheCsv(String shape) throws SQLException {
        export("one", "--shape", shape, "--out", file("t.csv").toString());
        export("one", "--shape", shape, "--out", file("t.parquet").toString());

        String csv = "read_csv('" + file("t.csv") + "', header = true, all_varchar = true, nullstr = ['', 'NA'])";
        String parquet = "'" + file("t.parquet") + "'";
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = memory.createStatement()) {
            List<String> columns = new ArrayList<>();
            try (ResultSet described = statement.executeQuery("DESCRIBE SELECT * FROM " + parquet)) {
                while (described.next()) {
                    columns.add(described.getString("column_name") + " " + described.getString("column_type"));
                }
            }
            assertThat(columns).contains(shape.equals("wide") ? "arrests DOUBLE" : "value DOUBLE");
            assertThat(columns).allMatch(column -> !column.startsWith("date ") || column.endsWith(" DATE"));
            String casts = columns.stream()
                    .map(column -> column.split(" ", -1))
                    .map(column -> "CAST(\"" + column[0] + "\" AS " + column[1] + ")")
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            long rows = number(statement, "SELECT count(*) FROM " + parquet);
            assertThat(rows).isPositive().isEqualTo(number(statement, "SELECT count(*) FROM " + csv));
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM (SELECT " + casts + " FROM " + csv + " EXCEPT ALL SELECT * FROM "
                                    + parquet + ")"))
                    .isZero();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void measure_misspelt_isRefusedWithTheNearestAndWithoutAFile() {
        Ran ran = export("one", "--measure", "arests", "--out", file("t.csv").toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines())
                .containsExactly("borderline: --measure: there is no measure 'arests'; did you mean 'arrests'?");
        assertThat(file("t.csv")).doesNotExist();
    }

    @Test
    void out_ofUnknownKind_isRefused() {
        Ran ran = export("one", "--out", file("t.xlsx").toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains(".csv or .parquet");
    }

    /** The words as they are typed, in either case. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "export r --shape tall | --shape  | expected long, wide or hubverse but was 'tall'",
                "export r --format xls | --format | expected csv or parquet but was 'xls'",
                "status r --by month   | --by     | expected arm, point or cell but was 'month'"
            })
    void choice_ofNoneThereIs_namesThoseThereAre(String command, String option, String said) {
        Ran wrong = Ran.command(command.split(" ", -1));

        assertThat(wrong.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(wrong.err()).contains(option, said);
        assertThat(export("one", "--shape", "Wide").outLines())
                .isEqualTo(export("one", "--shape", "wide").outLines());
    }

    @Test
    void export_ofAnUnfinishedSweep_saysHowManyRunsItHas() throws IOException {
        Path cut = Files.createDirectory(shared.resolve("cut"));
        for (String name : List.of("manifest.json", "design.csv", "runs.journal")) {
            Files.copy(shared.resolve("one").resolve(name), cut.resolve(name));
        }
        byte[] journal = Files.readAllBytes(cut.resolve("runs.journal"));
        Files.write(cut.resolve("runs.journal"), java.util.Arrays.copyOf(journal, journal.length / 2));

        Ran ran = export("cut", "--shape", "wide");

        int runs = ran.outLines().size() - 1;
        assertThat(runs).isBetween(1, 15);
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).contains("exported " + runs + " of 16 runs");
    }
}
