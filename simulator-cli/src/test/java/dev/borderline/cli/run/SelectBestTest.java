package dev.borderline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare --select-best} on small scenarios. */
class SelectBestTest {
    private static final int WIDTH = 80;

    @TempDir
    private Path folder = Path.of("");

    private Ran compare(String... more) {
        Small.scenario(folder, "");
        Path light = Small.write(folder.resolve("light.yaml"), scenario("light", 0.005));
        Path heavy = Small.write(folder.resolve("heavy.yaml"), scenario("heavy", 0.4));
        List<String> args = new ArrayList<>(List.of("compare", heavy.toString(), light.toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private static String scenario(String name, double coverage) {
        return "schema: 1\nextends: small.yaml\nname: " + name + "\nlevers:\n  surveillance: {coverage: " + coverage
                + "}\n";
    }

    @Test
    void best_asked_isNamedWithWhatItMeans() {
        Ran ran = compare("--select-best", "contact_share", "--max", "--indifference", "0.02");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.out())
                .contains("Selected as the one with the largest mean: light")
                .contains("gone after 10, behind light")
                .contains("95 % (Kim and Nelson 2001)");
    }

    /** So often would a blind choice be wrong: refused in one line before the first run. */
    @Test
    void alpha_asLargeAsABlindChoice_isRefused() {
        for (String alpha : List.of("0.5", "0.7")) {
            Ran ran = compare("--select-best", "contact_share", "--max", "--indifference", "0.02", "--alpha", alpha);

            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).contains("alpha is " + alpha).doesNotContain("fault of the program");
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void json_asked_isOneObject() {
        Ran ran = compare("--select-best", "person_years_held", "--min", "--indifference", "0.5", "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode json = JsonMapper.shared().readTree(ran.out());
        assertThat(json.get("better").asString()).isEqualTo("less");
        assertThat(json.get("alpha").asDouble()).isEqualTo(.05);
        assertThat(json.get("arms").size()).isEqualTo(2);
        assertThat(json.get("selected").isString()).isTrue();
    }

    /** From runs that are kept the selection is the same, and says so as often as it did while it ran. */
    @Test
    void keptRuns_selectTheSame() {
        String[] question = {"--max", "--indifference", "0.02", "--alpha", "0.02"};
        List<String> asked = new ArrayList<>(List.of("--select-best", "contact_share", "--json"));
        asked.addAll(List.of(question));
        JsonNode ran = JsonMapper.shared()
                .readTree(compare(asked.toArray(new String[0])).out());
        String kept = folder.resolve("kept").toString();
        assertThat(compare("--replications", "30", "--out", kept, "--quiet").code())
                .isZero();
        List<String> analysis =
                new ArrayList<>(List.of("analyze", "selection", kept, "--measure", "contact_share", "--json"));
        analysis.addAll(List.of(question));
        Ran again = Ran.command(analysis.toArray(new String[0]));

        assertThat(again.code()).as(again.err()).isZero();
        JsonNode read = JsonMapper.shared().readTree(again.out());
        for (String key : List.of("selected", "rounds", "arms", "alpha", "indifference", "better")) {
            assertThat(read.get(key)).as(key).isEqualTo(ran.get(key)).isNotNull();
        }
        assertThat(read.get("arms").get(0).get("mean_low").asDouble())
                .isLessThan(read.get("arms").get(0).get("mean").asDouble());
    }

    /** Of kept runs: too few for a first look, over members, undecided. */
    @Test
    void keptRuns_thatTellNothing_areRefused() {
        String few = folder.resolve("few").toString();
        compare("--replications", "9", "--out", few, "--quiet");
        assertThat(selection(few, "0.02").err()).contains("has 9 replications: the first look is after 10");
        String open = folder.resolve("open").toString();
        compare("--replications", "10", "--out", open, "--quiet", "--set", "light:levers.surveillance.coverage=0.39");
        Ran undecided = selection(open, "1e-9");
        assertThat(undecided.code()).as(undecided.err()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(undecided.out()).contains("Not decided after 10 rounds");
        String members = folder.resolve("members").toString();
        Small.scenario(folder, "");
        Ran.command(
                "compare",
                folder.resolve("small.yaml").toString(),
                "--set",
                "levers.surveillance.coverage=0.2",
                "--ensemble",
                "prior",
                "--members",
                "8",
                "--out",
                members,
                "--quiet");
        assertThat(selection(members, "0.02").err()).contains("is over members: selection tells");
    }

    private static Ran selection(String results, String indifference) {
        return Ran.command(
                "analyze", "selection", results, "--measure", "contact_share", "--max", "--indifference", indifference);
    }

    @Test
    void tooFewReplications_leaveItOpenWithItsOwnExitCode() {
        Ran ran = compare(
                "--select-best",
                "completed_contacts",
                "--max",
                "--indifference",
                "1e-9",
                "--replications",
                "10",
                "--set",
                "light:levers.surveillance.coverage=0.3");

        assertThat(ran.code()).as(ran.err()).isEqualTo(ExitCodes.PARTIAL);
        assertThat(ran.out()).contains("Not decided after 10 rounds");
    }

    @Test
    void askedWrongly_isRefused() {
        Ran arrests = compare("--select-best", "arrests", "--min", "--indifference", "1");
        assertThat(arrests.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(arrests.err()).contains("never ranked by it");
        Ran harm = compare("--select-best", "bribes_paid_usd", "--max", "--indifference", "1");
        assertThat(harm.err()).contains("is a harm");
        Ran zero = compare("--select-best", "contact_share", "--max", "--indifference", "0");
        assertThat(zero.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(zero.err()).contains("indifference is 0");
        Ran both = compare("--select-best", "contact_share", "--max", "--min", "--indifference", "1");
        assertThat(both.code()).isEqualTo(ExitCodes.USAGE);
        Ran alone = compare("--select-best", "contact_share", "--max");
        assertThat(alone.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(alone.err()).contains("--indifference");
        Ran kept = compare("--select-best", "contact_share", "--max", "--indifference", "1", "--out", "x");
        assertThat(kept.err()).contains("leave --out away");
        Ran few = compare("--select-best", "contact_share", "--max", "--indifference", "1", "--replications", "5");
        assertThat(few.err()).contains("5 rounds at most");
    }
}
