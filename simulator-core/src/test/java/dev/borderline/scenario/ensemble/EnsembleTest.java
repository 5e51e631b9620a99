package dev.borderline.scenario.ensemble;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members are what the priors say, and a scenario has them where it does not decide itself. */
class EnsembleTest {
    private static final Scenario BASELINE = Scenarios.named("baseline");
    private static final String COVERAGE = "levers.surveillance.coverage";
    private static final String JAMMING = "levers.jamming.failure_probability";
    private static final int MEMBERS = 128;
    private static final Ensemble DRAWN = Ensemble.draw(BASELINE, MEMBERS, 42);

    static List<String> scenarios() {
        return new ShippedScenarios().names();
    }

    @Test
    void shippedPrior_isWhatItsCommandDraws() {
        Ensemble shipped = Ensemble.shipped(StandardCatalog.standard(), Ensemble.PRIOR);
        assertThat(Ensemble.draw(BASELINE, shipped.size(), 42).toCsv()).isEqualTo(shipped.toCsv());
        assertThat(shipped.size()).isEqualTo(256);
    }

    private static Scenario read(String text) {
        SourceText source = new SourceText("mine.yaml", "schema: 1\nextends: tightening-2015\nname: mine\n" + text);
        return ScenarioReader.read(StandardCatalog.standard(), source, new ShippedScenarios());
    }

    @Test
    void leversThatAFileChanges_areItsPolicy_unlessItListsWhatItKeeps() {
        String changed = "levers:\n  surveillance.coverage: 0.06\n";
        assertThat(read(changed).ensemble().keep()).contains(COVERAGE);
        assertThat(DRAWN.applyTo(read(changed), 5).value(COVERAGE)).isEqualTo(0.06);
        double own = BASELINE.value(COVERAGE);
        assertThat(read("levers:\n  surveillance.coverage: " + own + "\n")
                        .ensemble()
                        .keep())
                .doesNotContain(COVERAGE);
        assertThat(read(changed + "ensemble: {keep: [" + JAMMING + "]}\n")
                        .ensemble()
                        .keep())
                .contains(JAMMING)
                .doesNotContain(COVERAGE);
        assertThat(read("calling:\n  value_mean_usd: 100\n").ensemble().keep())
                .as("what is thought about the world is not a policy")
                .doesNotContain("calling.value_mean_usd");
    }

    @Test
    void shareOfThePeople_ofAFile_movesNoDigest() {
        Scenario half = read("ensemble: {people: 0.5}\nlevers:\n  surveillance.coverage: 0.06\n");
        assertThat(half.ensemble().people()).hasValue(0.5);
        assertThat(half.ensemble().keep())
                .as("a share is no list of what is kept")
                .contains(COVERAGE);
        assertThat(half.sha256())
                .isEqualTo(read("levers:\n  surveillance.coverage: 0.06\n").sha256());
        assertThat(read(half.toYaml()
                                .lines()
                                .skip(1)
                                .collect(Collectors.joining("\n"))
                                .replaceFirst("name: mine", ""))
                        .ensemble())
                .isEqualTo(half.ensemble());
    }

    @Test
    void shareOfThePeople_isThatOfTheParent_whereAFileHasNone(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("fifth.yaml"), "schema: 1\nextends: leniency\nname: fifth\nensemble: {people: 0.2}\n");
        Files.writeString(folder.resolve("child.yaml"), "schema: 1\nextends: fifth.yaml\nname: child\n");
        Path all = folder.resolve("all.yaml");
        Files.writeString(all, "schema: 1\nextends: fifth.yaml\nname: all\nensemble: {people: 1}\n");

        assertThat(people(folder.resolve("child.yaml"))).hasValue(0.2);
        assertThat(people(all)).hasValue(1);
    }

    private static OptionalDouble people(Path file) {
        return Scenarios.named(file.toString()).ensemble().people();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1.5", "10%", "half"})
    void shareOfThePeople_thatIsNone_isRefused(String share) {
        assertThatThrownBy(() -> read("ensemble:\n  people: " + share + "\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("mine.yaml:5")
                .hasMessageContaining("ensemble.people")
                .hasMessageContaining("0.001 to 1");
    }

    @Test
    void table_readsBackToTheSameBytes() {
        SourceText text = new SourceText("some.csv", DRAWN.toCsv());
        assertThat(Ensemble.read(StandardCatalog.standard(), "some", text).toCsv())
                .isEqualTo(DRAWN.toCsv());
    }

    @Test
    void everySlice_fillsTheStrataOfAnUnknownThatIsInNoJointLimit() {
        Priors.Entry entry = requireNonNull(Priors.of(BASELINE).entries().get(COVERAGE));
        double[] ranks =
                Arrays.stream(DRAWN.column(COVERAGE)).map(entry.prior()::rank).toArray();
        int slice = PriorSample.SLICE;
        for (int first = 0; first < MEMBERS; first += slice) {
            int[] strata = Arrays.stream(ranks, first, first + slice)
                    .mapToInt(rank -> (int) (rank * slice))
                    .sorted()
                    .toArray();
            assertThat(strata).isEqualTo(IntStream.range(0, slice).toArray());
        }
        int[] finer = Arrays.stream(ranks)
                .mapToInt(rank -> (int) (rank * MEMBERS))
                .sorted()
                .toArray();
        assertThat(finer).isEqualTo(IntStream.range(0, MEMBERS).toArray());
    }

    @Test
    void inputsOfOneRow_haveOneValue() {
        assertThat(DRAWN.column("teams.reference_teams")).isEqualTo(DRAWN.column("levers.surveillance.teams"));
        assertThat(DRAWN.column("brokers.contact_share")).isEqualTo(DRAWN.column("knowledge.contact_share_at_start"));
    }

    @Test
    void sharesOfAWhole_goTogetherInEveryMember() {
        for (int member = 0; member < MEMBERS; member++) {
            Map<String, Double> values = DRAWN.member(member);
            double sentences = 0;
            for (String share : List.of("training", "reform", "camp")) {
                sentences += values.getOrDefault("levers.sanctions." + share + "_share", Double.NaN);
            }
            assertThat(sentences).isEqualTo(1, Offset.offset(1e-9));
            assertThat(values.get("levers.sanctions.training_share")).isBetween(0.4, 0.95);
            assertThat(values.get("zones.reach.household_share")).isBetween(0.2, 0.6);
        }
    }

    private static void assertTakes(Scenario scenario, int number) {
        Members members = new Members(DRAWN, 1);
        for (int member = 0; member < number; member++) {
            int each = member;
            assertThatCode(() -> members.applyTo(scenario, each)).doesNotThrowAnyException();
        }
    }

    /** The members of one slice, in which each unknown alone has a value in every one of its strata. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenario_takesEveryMemberOfASlice(String name) {
        assertTakes(Scenarios.named(name), PriorSample.SLICE);
    }

    @Tag("deep")
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyShippedScenario_takesEveryMember(String name) {
        assertTakes(Scenarios.named(name), MEMBERS);
    }

    @Test
    void whatAScenarioKeeps_andWhatAProgramSets_isItsOwn() {
        Scenario surge = Scenarios.named("jamming-surge");
        assertThat(DRAWN.applyTo(surge, 3).value(JAMMING)).isEqualTo(0.8);
        assertThat(DRAWN.applyTo(BASELINE, 3).value(JAMMING))
                .isEqualTo(DRAWN.member(3).get(JAMMING));
        Scenario set = BASELINE.with(JAMMING, 0.5);
        assertThat(DRAWN.applyTo(set, 3).value(JAMMING)).isEqualTo(0.5);
        assertThat(DRAWN.applyTo(set, 3).value(COVERAGE))
                .isEqualTo(DRAWN.member(3).get(COVERAGE));
    }

    @Test
    void keptInputs_surviveTheTextOfAScenario() {
        Scenario set = Scenarios.named("pre-2011").with(JAMMING, 0.5);
        Scenario again = ScenarioReader.read(
                StandardCatalog.standard(), new SourceText("again.yaml", set.toYaml()), new ShippedScenarios());
        assertThat(again.ensemble()).isEqualTo(set.ensemble());
        assertThat(DRAWN.applyTo(again, 5).sha256())
                .isEqualTo(DRAWN.applyTo(set, 5).sha256());
    }

    @Test
    void scenarioOf2010_takesTheSameRank() {
        Scenario before = Scenarios.named("pre-2011");
        Priors.Entry entry = requireNonNull(Priors.of(BASELINE).entries().get(COVERAGE));
        Scenario member = DRAWN.applyTo(before, 7);
        double drawn = DRAWN.column(COVERAGE)[7];
        double rank = entry.prior().rank(drawn);
        assertThat(entry.prior2010().rank(member.value(COVERAGE))).isEqualTo(rank, Offset.offset(1e-9));
        assertThat(member.value(COVERAGE)).isNotEqualTo(drawn);
        assertThat(member.value("teams.reference_teams"))
                .as("the number of teams at which P33 holds is that of 2015")
                .isEqualTo(DRAWN.member(7).get("teams.reference_teams"));
    }

    @Test
    void restOfAWhole_fillsUpWhatAProgramSets() {
        Scenario set = BASELINE.with("levers.sanctions.reform_share", 0.2);
        Scenario member = DRAWN.applyTo(set, 1);
        double sum = member.value("levers.sanctions.training_share")
                + member.value("levers.sanctions.reform_share")
                + member.value("levers.sanctions.camp_share");
        assertThat(sum).isEqualTo(1, Offset.offset(1e-9));
    }

    @Test
    void columnThatIsMissing_isRefusedByName() {
        String table = "member,levers.surveillance.coverage\n0,0.03\n";
        Ensemble poor = Ensemble.read(StandardCatalog.standard(), "poor.csv", new SourceText("poor.csv", table));
        assertThatThrownBy(() -> poor.applyTo(BASELINE, 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("poor.csv: " + JAMMING + ": is uncertain, and the ensemble has no column for it");
    }

    @Test
    void badTable_isRefusedWithPlaceAndNearestPath() {
        String table = "member,levers.surveilance.coverage,beliefs.news_weight\n0,0.03,0.2\n2,0.03,7\n";
        assertThatThrownBy(() -> Ensemble.read(StandardCatalog.standard(), "bad.csv", new SourceText("bad.csv", table)))
                .hasMessageContaining("bad.csv:1:8: unknown input 'levers.surveilance.coverage'; did you mean")
                .hasMessageContaining("levers.surveillance.coverage");
        String values = "member,levers.surveillance.coverage\n0,7\n2,0.1\n";
        assertThatThrownBy(
                        () -> Ensemble.read(StandardCatalog.standard(), "bad.csv", new SourceText("bad.csv", values)))
                .hasMessageContaining("bad.csv:2:3: levers.surveillance.coverage: '7' is not allowed")
                .hasMessageContaining("bad.csv:3:1: member: is '2'; it must be 1");
    }
}
