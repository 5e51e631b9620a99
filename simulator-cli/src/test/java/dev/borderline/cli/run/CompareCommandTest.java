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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare} on villages. */
class CompareCommandTest {
    private static final int WIDTH = 80;

    @TempDir
    private Path folder = Path.of("");

    private Ran compare(String... more) {
        Path one = Small.scenario(folder, "");
        Path other = Small.write(
                folder.resolve("watched.yaml"),
                Small.SCENARIO.replace("name: small", "name: watched")
                        + "levers:\n  surveillance:\n    coverage: 0.3\n");
        List<String> args = new ArrayList<>(List.of("compare", one.toString(), other.toString(), "-n", "4"));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    @Test
    void table_twoScenarios_fitsAndTellsAll() {
        Ran ran = compare();

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        List<String> commands = ran.outLines().stream()
                .filter(line -> line.startsWith("  ./borderline explain "))
                .toList(); // to be pasted, so in one line however long
        assertThat(commands).hasSize(1);
        assertThat(Ran.command(commands.get(0)
                                .substring("  ./borderline ".length())
                                .split(" ", -1))
                        .out())
                .contains("in watched");
        assertThat(ran.outLines())
                .filteredOn(line -> !commands.contains(line))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.out()).contains("What watched adds to small", "Households whose fate differs", "what-ifs");
        assertThat(ran.outLines())
                .anyMatch(line -> line.matches("  arrests, people +\\d.*±.*x"))
                .anyMatch(line -> line.matches("    expected +\\+.*±.*x"));
    }

    @Test
    void json_twoScenarios_holdsDifferencesAndFates() {
        JsonNode json = JsonMapper.shared().readTree(compare("--json").out());
        JsonNode arrests = json.at("/arms/0/measures/arrests");

        assertThat(json.get("base").asString()).isEqualTo("small");
        assertThat(arrests.get("difference").asDouble())
                .isEqualTo(arrests.get("arm_mean").asDouble()
                        - arrests.get("base_mean").asDouble());
        assertThat(arrests.get("expected").get("variance_reduction").asDouble()).isPositive();
        assertThat(json.at("/arms/0/fates").size()).isEqualTo(3);
        assertThat(json.at("/arms/0/fates/0/different").asInt()).isPositive();
    }

    /** Scenarios that are compared share their households, so the greatest share is that of all. */
    @ParameterizedTest
    @CsvSource({
        "ensemble: none, ', 10 % of the people simulated'",
        "'ensemble: {people: 0.2}', ', 20 % of the people simulated'",
        "'brokers: {queueing: true}', ''"
    })
    void shareOfThePeople_isTheGreatestOfTheScenarios(String line, String said) {
        Path one = Small.scenario(folder, "");
        Path other = Small.write(
                folder.resolve("other.yaml"),
                Small.SCENARIO.replace("name: small", "name: other").replace("ensemble: none", line));
        Ran ran = Ran.command("compare", one.toString(), other.toString(), "--ensemble", "prior", "--members", "2");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.outLines().get(0))
                .isEqualTo("Over 2 members of the ensemble prior, 2 replications each" + said + ":");
    }

    @Test
    void identicalArms_differInNothing() {
        String one = Small.scenario(folder, "").toString();
        Ran ran = Ran.command("compare", one, one, "-n", "2", "--json");
        JsonNode arm = JsonMapper.shared().readTree(ran.out()).at("/arms/0");

        assertThat(arm.get("arm").asString()).isEqualTo("small-2");
        assertThat(arm.at("/measures/arrests/difference").asDouble()).isZero();
        assertThat(arm.at("/measures/arrests/p_holm").asDouble()).isEqualTo(1);
        assertThat(arm.at("/fates/0/different").asInt()).isZero();
    }

    @Test
    void set_ofOneArm_changesThatArmAlone() {
        String one = Small.scenario(folder, "").toString();
        String set = "small-2:levers.surveillance.coverage=0";
        Ran ran = Ran.command("compare", one, one, "-n", "2", "--json", "--outcomes", "located", "--set", set);
        JsonNode measure = JsonMapper.shared().readTree(ran.out()).at("/arms/0/measures/located");

        assertThat(measure.get("arm_mean").asDouble()).isZero();
        assertThat(measure.get("base_mean").asDouble()).isPositive();
    }

    @Test
    void out_keepsRunsAndTables_andTheSameCommandAddsNothing() throws IOException {
        Path out = folder.resolve("r");
        Ran first = compare("--out", out.toString());
        byte[] journal = Files.readAllBytes(out.resolve("runs.journal"));
        byte[] table = Files.readAllBytes(out.resolve("comparison.csv"));
        Ran again = compare("--out", out.toString());

        assertThat(first.code()).isZero();
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.readAllBytes(out.resolve("runs.journal"))).isEqualTo(journal);
        assertThat(Files.readAllBytes(out.resolve("comparison.csv"))).isEqualTo(table);
        assertThat(Files.readAllLines(out.resolve("fates.csv"))).hasSize(1 + 3);
        assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(1 + 8);
        assertThat(out.resolve("_SUCCESS")).exists();
    }

    /** Values of only one of them are empty in the other's rows, and are not compared. */
    @Test
    void armsOfOtherMechanisms_areKeptInOneFolder() throws IOException {
        Path all = Small.write(
                folder.resolve("all.yaml"),
                Small.SCENARIO.replace("name: small", "name: all")
                        + "without: []\ncrossings: {attempts_per_year: 70}\n");
        Path out = folder.resolve("r");
        Ran ran = Ran.command(
                "compare", Small.scenario(folder, "").toString(), all.toString(), "-n", "2", "--out", out.toString());
        List<String> rows = Files.readAllLines(out.resolve("runs.csv"));
        int stops = Csv.fields(rows.get(0)).indexOf("stops");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).doesNotContain("arrivals");
        assertThat(stops).isPositive();
        assertThat(Csv.fields(rows.get(1)).get(stops)).isEmpty();
        assertThat(Csv.fields(rows.get(3)).get(stops)).isNotEmpty();
        assertThat(Ran.command("reproduce", out.toString()).code()).isZero();
    }

    @Test
    void independent_givesEachArmRandomNumbersOfItsOwn() throws IOException {
        Path out = folder.resolve("r");
        Ran ran = compare("--independent", "--json", "--out", out.toString());
        List<String> rows = Files.readAllLines(out.resolve("runs.csv"));
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        String seedOfArm = Csv.fields(rows.get(1 + 4)).get(3);

        assertThat(ran.code()).isZero();
        assertThat(json.at("/arms/0/fates").size()).isZero();
        assertThat(Csv.fields(rows.get(1)).get(3)).isNotEqualTo(seedOfArm).isNotEqualTo("42");
        Ran alone = Ran.command(
                "run", folder.resolve("watched.yaml").toString(), "--seed", seedOfArm, "--replication", "0");
        assertThat(rows.get(1 + 4))
                .contains(JsonMapper.shared()
                        .readTree(alone.out())
                        .get("fingerprint")
                        .asString());
        Ran explained = Ran.command("explain", out.toString(), "--household", "1");
        assertThat(explained.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(explained.err()).contains("random numbers of their own");
    }

    /** Both have as many as it takes to know the difference: here to a half-width of 4 % of the base's mean. */
    @Test
    void precision_givesAllArmsWhatTheDifferenceNeeds() throws IOException {
        Path out = folder.resolve("r");
        Ran ran = Ran.command(
                "compare",
                Small.scenario(folder, "").toString(),
                Small.scenario(folder, "").toString(),
                "--set",
                "small-2:levers.surveillance.coverage=0.3",
                "--precision",
                "contact_share=4%",
                "--max-replications",
                "200",
                "--fates",
                "1",
                "--json",
                "--out",
                out.toString());
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        int replications = json.get("replications").asInt();

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("not reached");
        assertThat(replications).isBetween(10, 199);
        assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(1 + 2 * replications);
        assertThat(json.at("/arms/0/replications").asInt()).isEqualTo(replications);
        JsonNode share = json.at("/arms/0/measures/contact_share");
        double halfWidth =
                (share.get("ci_high").asDouble() - share.get("ci_low").asDouble()) / 2;
        double base = share.get("base_mean").asDouble();
        assertThat(halfWidth).isLessThanOrEqualTo(0.04 / 1.04 * base * (1 + 1e-5));
        assertThat(Ran.command("reproduce", out.toString(), "--sample", "2").code())
                .isZero();
    }

    @Test
    void optionsThatDoNotGoTogether_areRefused() {
        String[] best = {"--select-best", "contact_share", "--max", "--indifference", "0.1"};
        assertThat(compare("--precision", "5%").err()).contains("--replications and --precision: give one of them");
        assertThat(compare("--max-replications", "30").err()).contains("goes with --precision");
        assertThat(Ran.command("compare", "leniency", "pre-2011", "--point-estimate", "--precision", "arests=5%")
                        .err())
                .contains("did you mean 'arrests'?");
        List<String> both = new ArrayList<>(List.of(best));
        both.add("--independent");
        assertThat(compare(both.toArray(new String[0])).err()).contains("leave --precision and --independent away");
    }

    @Test
    void unknownNames_areRefusedWithTheNearest() {
        Path out = folder.resolve("unused");
        Ran outcome = compare("--outcomes", "arests,minuts", "--out", out.toString());
        Ran arm = compare("--set", "watchd:levers.surveillance.coverage=0");

        assertThat(outcome.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(outcome.errLines()).hasSize(2);
        assertThat(outcome.err()).contains("did you mean 'arrests'?", "'minuts'");
        assertThat(out).as("found before anything is run").doesNotExist();
        assertThat(arm.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(arm.err()).contains("there is no arm 'watchd'; there are small, watched");
    }

    @Test
    void oneScenario_alone_isRefused() {
        Ran ran = Ran.command("compare", "tightening-2015");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("one scenario alone has nothing to be compared with");
    }

    @Test
    void run_oneReplication_isThatOfTheComparison() throws IOException {
        Path out = folder.resolve("r");
        compare("--out", out.toString());
        String row = Files.readAllLines(out.resolve("runs.csv")).get(1 + 4 + 2); // arm watched, replication 2

        Ran ran = Ran.command("run", folder.resolve("watched.yaml").toString(), "--replication", "2");

        String fingerprint =
                JsonMapper.shared().readTree(ran.out()).get("fingerprint").asString();
        assertThat(row).startsWith("0,watched,2,42," + fingerprint);
    }
}
