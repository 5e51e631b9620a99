package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.compare.MeasuredScenarios.Digested;
import dev.borderline.experiment.compare.ShareEquivalence.Row;
import dev.borderline.experiment.compare.ShareEquivalence.Verdict;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A share of the people gives the answer of all: what was measured, and that it is still so. */
class EquivalenceTest {
    private static final Path NUMBERS = Path.of("../docs/equivalence.csv");
    private static final int RUNS = 20;
    private static final double FAR = 5; // standard errors; a hundred measures
    private static final double ROUNDING = 2e-9; // nine digits of two numbers
    private static final double POWER = 0.9;
    private static final String STALE = "stale: mvn -pl simulator-core test -Dtest=EquivalenceTest"
            + " -Dtests.excludedGroups=none -Dborderline.measure=true (runs every scenario at every share; eight minutes)";

    private static List<Row> measured() throws IOException {
        return ShareEquivalence.read(Files.readString(NUMBERS)).rows();
    }

    private static String of(Row row) {
        return row.scenario().name() + ", " + row.measure();
    }

    @Test
    void measured_isOfEveryScenarioAsItIs_atEveryShare() throws IOException {
        Set<Digested> now = Scenarios.list().stream()
                .map(listing -> ShareEquivalence.digested(Scenarios.named(listing.name())))
                .collect(Collectors.toSet());
        now.add(new Digested(ShareEquivalence.SUM, ""));
        assertThat(measured().stream().map(Row::scenario).collect(Collectors.toSet()))
                .as(STALE)
                .isEqualTo(now);
        assertThat(measured().stream().map(Row::share).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ShareEquivalence.SHARES);
    }

    /** No difference goes beyond its margin: of these many rows no sound one is expected to. */
    @Test
    void measured_isEquivalent_inEveryScenarioAndMeasure() throws IOException {
        assertThat(measured().stream().map(Row::verdict)).contains(Verdict.EQUIVALENT, Verdict.TOO_RARE);
        assertThat(measured().stream()
                        .filter(row -> row.verdict() == Verdict.NOT_EQUIVALENT)
                        .map(row -> of(row) + " at " + row.share()))
                .isEmpty();
        assertThat(measured()).allSatisfy(row -> assertThat(row.power()).isGreaterThanOrEqualTo(POWER));
    }

    @Test
    void usualShare_isOneThatWasMeasured() {
        for (ShippedScenarios.Listing listing : Scenarios.list()) {
            assertThat(UsualMembers.share(List.of(Scenarios.named(listing.name()))))
                    .as(listing.name())
                    .isIn(ShareEquivalence.SHARES);
        }
    }

    /** Work of teams, whose load is scaled, and what rests on it, over all scenarios: the 90 % interval within 2 % of the mean. */
    @ParameterizedTest
    @ValueSource(strings = {"pursuits", "arrests_caught_in_call", "arrests", "arrivals", "sessions"})
    void sumOverScenarios_isWithinTwoPercent(String measure) throws IOException {
        List<Row> sums = measured().stream()
                .filter(row -> row.scenario().name().equals(ShareEquivalence.SUM)
                        && row.measure().equals(measure))
                .toList();
        assertThat(sums)
                .hasSameSizeAs(ShareEquivalence.SHARES)
                .allSatisfy(row -> assertThat(row.bound()).isLessThan(0.02 * row.all()));
    }

    /** Means of other, fewer runs of two scenarios at a tenth lie within 5 standard errors of those measured. */
    @ParameterizedTest
    @ValueSource(strings = {"broker-disruption", "bribery-driven-enforcement"})
    void fewRunsOfATenth_agreeWithWhatWasMeasured(String name) throws IOException {
        Replicates now = ShareEquivalence.runs(Scenarios.checked(name), 0.1, 20, name + " once more");
        int compared = 0;
        for (Row row : measured()) {
            if (row.scenario().name().equals(name) && row.share() == 0.1) {
                Tally mean = now.tally(row.measure());
                assertThat(Math.abs(mean.mean() - row.all() - row.difference()))
                        .as(of(row))
                        .isLessThanOrEqualTo(
                                FAR * Math.hypot(row.error(), mean.standardError()) + ROUNDING * Math.abs(row.all()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    @Tag("deep")
    void everyScenarioAtEveryShare_isAsItWasMeasured() throws IOException {
        String now = ShareEquivalence.measure(RUNS).csv();
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(NUMBERS, now);
        }
        assertThat(now).as(STALE).isEqualTo(Files.readString(NUMBERS));
    }

    private static Scenario twoYears() {
        return Scenarios.named("tightening-2015")
                .with(new SimulatedPeriod(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1)));
    }

    @Test
    void lesserShare_simulatesNoHouseholdThatAGreaterLacks() {
        Scenario half = twoYears().with(ShareEquivalence.SHARE, 0.5);
        Scenario fifth = half.with(ShareEquivalence.SHARE, 0.2);
        assertThat(ids(half)).containsAll(ids(fifth));
        assertThat(ids(fifth)).hasSizeBetween(4_900, 5_500);
    }

    private static Set<Long> ids(Scenario scenario) {
        Set<Long> ids = new TreeSet<>();
        RunInProgress run = Simulation.of(scenario).start(RunKey.of(3));
        for (int household = 0; household < run.view().households(); household++) {
            ids.add(run.view().householdId(household));
        }
        return ids;
    }

    @Test
    void greatestNumberAtOnce_isNotToldOfAShare() {
        RunResult result = Simulation.run(twoYears().with(ShareEquivalence.SHARE, 0.1), RunKey.of(1));
        assertThat(result.value("peak_held")).isNaN();
        assertThat(result.value("needs")).isGreaterThan(50_000);
    }
}
