package dev.borderline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Going on from the folder of a colleague, whose scenario files are not there. */
class FromAFolderTest {
    private static final String COVERAGE = "levers.surveillance.coverage";

    @TempDir
    private Path folder = Path.of("");

    private static JsonNode json(String... words) {
        Ran ran = Ran.command(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private String scenario(String name, String more) {
        return Small.write(
                        folder.resolve(name + ".yaml"), Small.SCENARIO.replace("name: small", "name: " + name) + more)
                .toString();
    }

    /** A folder of one scenario; its file is deleted afterwards. */
    private String ran(String name, String more, String... options) {
        String file = scenario(name, more);
        String out = folder.resolve("results-" + name).toString();
        List<String> words = new ArrayList<>(List.of("run", file, "--out", out, "--quiet", "-n", "3"));
        words.addAll(List.of(options));
        Ran ran = Ran.command(words.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        try {
            Files.delete(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out;
    }

    @Test
    void show_ofAFolder_printsAFileThatGivesTheSameRuns() throws IOException {
        String out = ran("theirs", "levers:\n  surveillance:\n    coverage: 0.2\n");
        Ran shown = Ran.command("scenarios", "show", out);
        Path mine = Files.writeString(folder.resolve("mine.yaml"), shown.out());

        JsonNode again = json("run", mine.toString(), "-n", "3", "--json", "--point-estimate");
        JsonNode theirs = json("run", out, "-n", "3", "--json", "--point-estimate");

        assertThat(shown.out()).contains("coverage: 0.2");
        assertThat(again).isEqualTo(theirs);
        Ran none = Ran.command("scenarios", "show", mine.toString(), "--arm", "base");
        assertThat(none.err()).contains("is none");
    }

    @Test
    void show_ofAnArm_isThatArm_andAnUnknownOneIsAnsweredWithTheNearest() {
        Path sweep =
                Small.sweep(folder, "arms: {as-is: , blind: {set: {levers.surveillance.informants_per_year: 0}}}\n");
        String out = folder.resolve("swept").toString();
        assertThat(Ran.command("sweep", sweep.toString(), "--out", out, "--quiet")
                        .code())
                .isZero();

        String blind = Ran.command("scenarios", "show", out, "--arm", "1/blind").out();
        Ran unknown = Ran.command("scenarios", "show", out, "--arm", "blnd");

        assertThat(blind)
                .containsPattern("informants_per_year: 0\\b")
                .containsPattern("bribe_detection: 0.05\\b")
                .containsPattern("coverage: 0.03\\b");
        assertThat(unknown.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(unknown.err())
                .contains("--arm blnd: the arms are as-is, blind")
                .contains("nearest is blind");
    }

    /** The folder's scenario against it changed is what comparing the two files gives, at the folder's seed. */
    @Test
    void compare_withItselfChanged_isTheComparisonOfTwoFiles() {
        String out = ran("theirs", "", "--seed", "11");
        JsonNode changed = json("compare", out, "--set", COVERAGE + "=0.4", "-n", "3", "--fates", "0", "--json");
        String base = scenario("theirs", "");
        String other = scenario("changed", "levers:\n  surveillance:\n    coverage: 0.4\n");
        JsonNode files = json("compare", base, other, "-n", "3", "--seed", "11", "--fates", "0", "--json");

        assertThat(changed.at("/arms/0/arm").asString()).isEqualTo("changed");
        assertThat(changed).isEqualTo(files);
        Ran nothing = Ran.command("compare", out);
        assertThat(nothing.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(nothing.err()).contains("nothing to be compared with");
    }

    @Test
    void compare_twoFolders_pairsTheirRuns() {
        String base = ran("base", "");
        String other = ran("other", "levers:\n  surveillance:\n    coverage: 0.4\n");
        JsonNode folders = json("compare", base, other, "--fates", "0", "--json");
        JsonNode files = json(
                "compare",
                scenario("base", ""),
                scenario("other", "levers:\n  surveillance:\n    coverage: 0.4\n"),
                "-n",
                "3",
                "--fates",
                "0",
                "--json");
        assertThat(folders.at("/arms/0/measures")).isEqualTo(files.at("/arms/0/measures"));
        assertThat(folders.at("/arms/0/measures").size()).isPositive();
    }

    @Test
    void compare_foldersThatAreNoPairs_isRefusedWithTheReason() {
        String base = ran("base", "");
        String seed = ran("seed", "", "--seed", "7");
        String members = ran("members", "", "--ensemble", "prior", "--members", "3");

        assertThat(Ran.command("compare", base, seed).err()).contains("their seeds are 42 and 7");
        assertThat(Ran.command("compare", base, members).err()).contains("one is over members of an ensemble");
        assertThat(Ran.command("compare", base, seed, "--seed", "7").err()).contains("--seed has nothing to change");
        assertThat(Ran.command("compare", base, seed).code()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
