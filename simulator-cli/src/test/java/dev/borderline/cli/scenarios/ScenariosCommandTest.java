package dev.borderline.cli.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Child;
import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
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

/** {@code scenarios list}, {@code show} and {@code validate}. */
class ScenariosCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void list_shipped_haveNameTitleAndStory() {
        Ran ran = Ran.command("scenarios", "list");

        assertThat(ran.code()).isZero();
        assertThat(ran.outLines()).anyMatch(line -> line.startsWith("tightening-2015  "));
        assertThat(ran.outLines()).anyMatch(line -> line.startsWith("pre-2011  "));
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void list_json_isAnArray() {
        JsonNode all = JsonMapper.shared()
                .readTree(Ran.command("scenarios", "list", "--json").out());

        assertThat(all.isArray()).isTrue();
        assertThat(all.get(0).propertyNames()).containsExactly("name", "title", "story");
        assertThat(all.get(0).get("story").asString()).isNotEmpty();
    }

    @Test
    void show_scenario_canBeReadAgainAndRunsAlike() {
        String shown = Ran.command(
                        "scenarios", "show", Small.scenario(folder, "").toString())
                .out();
        Path copy = Small.write(folder.resolve("copy.yaml"), shown);

        String first = Ran.command("run", folder.resolve("small.yaml").toString(), "-n", "1", "--json")
                .out();
        assertThat(Ran.command("run", copy.toString(), "-n", "1", "--json").out())
                .isEqualTo(first);
    }

    @Test
    void validate_goodAndBad_tellsBoth() {
        Path bad = Small.write(folder.resolve("bad.yaml"), Small.SCENARIO + "caling: {}\n");

        Ran ran = Ran.command("scenarios", "validate", "pre-2011", bad.toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).startsWith("pre-2011: valid");
        assertThat(ran.errLines()).hasSize(1);
    }

    @Test
    void validate_json_hasPlaceAndMessage() {
        Path bad = Small.write(folder.resolve("bad.yaml"), Small.SCENARIO + "caling: {}\n");

        Ran ran = Ran.command("scenarios", "validate", "--json", bad.toString());
        JsonNode fault = JsonMapper.shared().readTree(ran.out()).get(0);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(fault.propertyNames()).containsExactly("file", "line", "column", "key", "message");
        assertThat(fault.get("line").asInt()).isEqualTo(10);
    }

    @Test
    void list_all_areFourteen() {
        JsonNode all = JsonMapper.shared()
                .readTree(Ran.command("scenarios", "list", "--json").out());

        assertThat(all.size()).isEqualTo(15);
    }

    @Test
    void show_scenarioWithASignature_tellsItAndTheSourcesOfMoves() {
        String shown = Ran.command("scenarios", "show", "historical").out();

        assertThat(shown)
                .contains("\nlimits: \"")
                .contains("\nsignature:\n  - arrivals of 2015 below 2009\n")
                .contains("    at: 2016-10-01\n    set: 10\n    source: \"P82; enforcement_teams_city 2016-10\"\n");
    }

    private Path claiming(String... claims) {
        String signature = "signature:\n  - " + String.join("\n  - ", claims) + "\n";
        return Small.write(folder.resolve("claiming.yaml"), Small.SCENARIO + signature);
    }

    @Test
    void check_claimsThatShowAndDoNot_exitCodeTells() {
        Ran good = Ran.command(
                "scenarios", "check", claiming("needs below 0.5 of pre-2011").toString(), "-n", "2");
        assertThat(good.outLines()).anyMatch(line -> line.equals("  shows  needs below 0.5 of pre-2011"));
        assertThat(good.code()).isZero();

        Ran bad = Ran.command(
                "scenarios", "check", claiming("needs above pre-2011").toString(), "-n", "2", "--json");
        JsonNode verdict = JsonMapper.shared().readTree(bad.out()).get(0);
        assertThat(verdict.get("claim").asString()).isEqualTo("needs above pre-2011");
        assertThat(verdict.get("shows").asBoolean()).isFalse();
        assertThat(verdict.get("margin_high").asDouble()).isNegative();
        assertThat(bad.code()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void check_unknownMeasure_isRefusedWithTheNearest() {
        for (String command : new String[] {"check", "validate"}) {
            Ran ran = Ran.command(
                    "scenarios", command, claiming("need above pre-2011").toString());
            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).contains("signature: there is no measure 'need'; did you mean 'needs'?");
        }
    }

    @Test
    void check_oneReplication_isRefused() {
        Ran ran = Ran.command("scenarios", "check", "leniency", "-n", "1");
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("intervals need 2 or more");
    }

    /** The parent, the new file, and where the command is given; of a path in a file it matters where the file lies. */
    @ParameterizedTest
    @CsvSource({
        "small.yaml, sub/new.yaml",
        "sub/small.yaml, new.yaml",
        "a: name #1.yaml, sub/new.yaml",
        "./sub/../small.yaml, sub/deep/new.yaml"
    })
    void newScenario_extendingAFile_isValidWhereverItLies(String parent, String file) throws Exception {
        Files.createDirectories(folder.resolve("sub/deep"));
        Small.write(folder.resolve(parent), Small.SCENARIO + "story: \"two\\nlines\"\n");
        String script = "cd \"$0\" && \"$@\"";
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, folder.toString()));
        words.addAll(Child.words(List.of(), "scenarios", "new", file, "--extends", parent));

        Ran ran = Child.startWords(folder, words).await();
        Ran check = Ran.command("scenarios", "validate", folder.resolve(file).toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(check.code()).as(check.err()).isZero();
    }

    @Test
    void newScenario_inNoFolder_isRefusedInOneLine() {
        Ran ran =
                Ran.command("scenarios", "new", folder.resolve("none/new.yaml").toString());

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("new.yaml: there is no folder ");
    }
}
