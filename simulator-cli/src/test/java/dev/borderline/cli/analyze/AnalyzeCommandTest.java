package dev.borderline.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code analyze} on small sweeps, each made once. */
class AnalyzeCommandTest {
    private static final int WIDTH = 80;

    private static final String VARY = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.4, scale: log}
              calling.value_mean_usd: {min: 60, max: 900, scale: log}
            seed: 7
            outcomes: [contact_share, arrests]
            """;

    private static final String PRECISION =
            "precision: {relative: 20%, measures: [arrests], max_replications: 14}\n"; // some points need more than
    // others

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void sweeps() {
        Small.write(folder.resolve("small.yaml"), Small.SCENARIO.replace("refugees: 600", "refugees: 300"));
        sweep("shares", "design: saltelli\nbase_points: 8\nreplications: 2\n", "");
        sweep("screening", "design: morris\ntrajectories: 4\nreplications: 2\n", "");
        String arms = """
                arms:
                  as-is:
                  jammed: {set: {levers.jamming.failure_probability: 0.97}, policies: []}
                """;
        sweep("spread", "design: lhs\npoints: 30\nreplications: 1\n", arms);
        sweep("half", "design: lhs\npoints: 4\nreplications: 1\n", "", "--shard", "1/2");
        sweep("precise", "design: lhs\npoints: 20\n" + PRECISION, "");
        sweep("walks", "design: morris\ntrajectories: 2\n" + PRECISION, "");
        sweep("pairs", "design: saltelli\nbase_points: 8\nsecond_order: true\nreplications: 2\n", "");
        sweep("few", "design: lhs\npoints: 9\nreplications: 1\n", "");
    }

    private static void sweep(String name, String design, String more, String... options) {
        String text =
                "schema: 1\nname: " + name + "\ntitle: A small one\nscenario: small.yaml\n" + design + VARY + more;
        Path file = Small.write(folder.resolve(name + ".yaml"), text);
        List<String> args = new ArrayList<>(List.of("sweep", file.toString(), "--out", at(name), "--quiet"));
        args.addAll(List.of(options));
        Ran ran = Ran.command(args.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran analyze(String kind, String name, String... more) {
        List<String> args = new ArrayList<>(List.of("analyze", kind, at(name)));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private static void assertTable(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.out()).contains("conditional").contains("Held as they are: 8 inputs of grade A");
    }

    private static JsonNode kept(String name, String kind) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(name).resolve("analysis-" + kind + ".json")));
    }

    /** A sweep that stopped by its precision is finished, though its points have fewer runs than they might, and not the same. */
    @Test
    void finishedSweep_withAPrecision_isAnalysed() throws IOException {
        Ran cart = analyze("cart", "precise", "--measure", "contact_share");
        assertThat(cart.code()).as(cart.err()).isZero();
        Ran prim = analyze("prim", "precise", "--measure", "contact_share", "--threshold", "0.45");
        assertThat(prim.err()).doesNotContain("finish the sweep first");
        Ran morris = analyze("morris", "walks");
        assertThat(morris.code()).as(morris.err()).isZero();
        assertThat(kept("walks", "morris")
                        .get("measures")
                        .get(0)
                        .get("replications")
                        .asInt())
                .isBetween(10, 14);
    }

    /** Second order was paid for: each pair has an index with its interval. */
    @Test
    void sobol_withSecondOrder_reportsPairs() throws IOException {
        assertThat(analyze("sobol", "shares").code()).isZero();
        Ran ran = analyze("sobol", "pairs");

        assertTable(ran);
        assertThat(ran.out()).contains("Of 1 pairs of inputs");
        JsonNode pair =
                kept("pairs", "sobol").get("measures").get(0).get("pairs").get(0);
        assertThat(pair.get("first_path").asString()).isEqualTo("levers.surveillance.coverage");
        assertThat(pair.get("second_path").asString()).isEqualTo("calling.value_mean_usd");
        assertThat(pair.get("second_order_low").asDouble())
                .isLessThanOrEqualTo(pair.get("second_order_high").asDouble());
        assertThat(kept("pairs", "sobol")
                        .get("measures")
                        .get(0)
                        .get("factors")
                        .get(0)
                        .get("total")
                        .asDouble())
                .isEqualTo(kept("shares", "sobol")
                        .get("measures")
                        .get(0)
                        .get("factors")
                        .get(0)
                        .get("total")
                        .asDouble());
    }

    @Test
    void cart_ofFewPoints_isRefused() {
        Ran ran = analyze("cart", "few", "--measure", "contact_share");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("9 points are too few for a tree");
    }

    /** A density that is asked for is kept, or it is said that there is none; a peel that was given is not advised. */
    @Test
    void prim_withADensity_keepsItOrSaysThatThereIsNone() throws IOException {
        String median = "0.45";
        Ran ran = analyze(
                "prim",
                "spread",
                "--measure",
                "contact_share",
                "--threshold",
                median,
                "--density",
                "0.99",
                "--peel",
                "0.1");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode box = kept("spread", "prim").get("boxes").get(0);
        boolean dense = box.get("density").asDouble() >= 0.99;
        assertThat(box.get("as_dense_as_asked").asBoolean()).isEqualTo(dense);
        assertThat(ran.out().contains("No box is as dense as 0.99")).isEqualTo(!dense);
        assertThat(ran.out()).doesNotContain("--peel 0.1").doesNotContain("--density takes");
        Ran usual = analyze("prim", "spread", "--measure", "contact_share", "--threshold", median);
        assertThat(usual.out().replace("\n", " ")).contains("--peel 0.1").contains("--density takes");
    }

    @Test
    void sobol_ofItsDesign_showsSharesChanceAndGradesAndKeepsThem() throws IOException {
        Ran ran = analyze("sobol", "shares");

        assertTable(ran);
        assertThat(ran.outLines()).contains("contact_share:", "arrests:");
        assertThat(ran.out())
                .contains("8 base points x 2")
                .contains("chance that all points share")
                .contains("Rests on assumptions (grade C): 100 %");
        assertThat(ran.outLines()).anyMatch(line -> line.matches("  coverage +C +-?\\d\\.\\d\\d \\[.*, .*\\] +.*"));
        assertThat(ran.err()).contains("analysis-sobol.json");
        JsonNode json = kept("shares", "sobol");
        assertThat(json.get("measures").size()).isEqualTo(2);
        assertThat(json.get("measures").get(0).get("factors").size()).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("shares/analysis-sobol.csv")))
                .hasSize(1 + 2 * 2);
    }

    @Test
    void sobol_asJson_printsWhatItKeepsAndNothingElse() throws IOException {
        Ran ran = analyze("sobol", "shares", "--measure", "pair_years_dark", "--json", "--quiet", "--out", at("kept"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo(Files.readString(folder.resolve("kept/analysis-sobol.json")));
        assertThat(kept("kept", "sobol").get("measures").get(0).get("name").asString())
                .isEqualTo("pair_years_dark");
    }

    @Test
    void morris_ofItsDesign_showsEffects() throws IOException {
        Ran ran = analyze("morris", "screening");

        assertTable(ran);
        assertThat(ran.out()).contains("4 trajectories x 2 replications").contains("mu*");
        assertThat(kept("screening", "morris")
                        .get("measures")
                        .get(1)
                        .get("factors")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void prim_aboveTheMedian_findsABox() throws IOException {
        Ran ran = analyze("prim", "spread", "--measure", "contact_share", "--threshold", "0.45");

        assertTable(ran);
        assertThat(ran.out()).contains("contact_share of as-is is above 45 %").contains("taken, then pasted");
        assertThat(kept("spread", "prim").get("boxes").get(0).get("coverage").asDouble())
                .isGreaterThan(.5);
    }

    @Test
    void prim_betweenArms_saysWhatOneAdds() {
        Ran ran = analyze(
                "prim",
                "spread",
                "--measure",
                "contact_share",
                "--arm",
                "jammed",
                "--against",
                "as-is",
                "--threshold",
                "-0.02",
                "--below");

        assertTable(ran);
        assertThat(ran.out()).contains("what jammed adds to contact_share of as-is is below -2 %");
    }

    @Test
    void cart_ofAnOutcome_isATreeOfItsInputs() throws IOException {
        Ran ran = analyze("cart", "spread", "--measure", "contact_share");

        assertTable(ran);
        assertThat(ran.out())
                .contains("Mean of contact_share of as-is")
                .contains(" < ")
                .contains("all ");
        assertThat(kept("spread", "cart").get("explained").asDouble()).isGreaterThan(.2);
    }

    @Test
    void robustness_ofPolicies_showsRegretInTheOrderOfTheArms() throws IOException {
        Ran ran = analyze("robustness", "spread", "--measure", "contact_share", "--max", "--threshold", "0.4");

        assertTable(ran);
        assertThat(ran.out()).contains("more is better, over 30 points").contains("good enough");
        JsonNode policies = kept("spread", "robustness").get("policies");
        assertThat(policies.get(0).get("name").asString()).isEqualTo("as-is");
        assertThat(policies.get(0).get("best_in").asDouble()).isGreaterThan(.7);
        assertThat(policies.get(1).get("regret_max").asDouble())
                .isGreaterThan(policies.get(0).get("regret_max").asDouble())
                .isGreaterThan(.01);
    }

    private static void assertRefused(Ran ran, String... words) {
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("borderline: ").contains(words).doesNotContain("\tat ");
    }

    @Test
    void folder_ofAnotherDesign_isRefusedNamingTheOneNeeded() {
        assertRefused(analyze("sobol", "spread"), "design: lhs", "design: saltelli");
        assertRefused(analyze("morris", "shares"), "design: saltelli", "design: morris");
        assertRefused(
                analyze("robustness", "shares", "--measure", "contact_share", "--max"),
                "[base]",
                "two or more policies");
    }

    @Test
    void folder_unfinishedOrNone_isRefused() {
        assertRefused(analyze("cart", "half", "--measure", "contact_share"), "2 of 4 runs", "finish the sweep");
        assertRefused(analyze("sobol", "nothing-here"), "manifest.json");
    }

    @Test
    void ranking_byArrests_isRefused() {
        assertRefused(analyze("robustness", "spread", "--measure", "arrests", "--min"), "never ranked by it");
        assertRefused(analyze("robustness", "spread", "--measure", "person_years_held", "--max"), "is a harm");
    }

    @Test
    void question_malformed_isRefused() {
        assertRefused(analyze("sobol", "shares", "--measure", "arests"), "no measure arests", "nearest is arrests");
        assertRefused(analyze("sobol", "shares", "--resamples", "5"), "--resamples is 5");
        assertRefused(analyze("prim", "spread", "--measure", "contact_share"), "--threshold");
        assertRefused(analyze("prim", "spread", "--measure", "contact_share", "--threshold", "99"), "none of 30 cases");
        assertRefused(analyze("cart", "spread", "--measure", "contact_share", "--arm", "nobody"), "as-is, jammed");
        assertRefused(analyze("cart", "spread", "--measure", "contact_share", "--mass", "0.7"), "minMass is 0.7");
        Ran without = analyze("robustness", "spread", "--measure", "contact_share");
        assertThat(without.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(without.err()).contains("--max").contains("--min");
    }
}
