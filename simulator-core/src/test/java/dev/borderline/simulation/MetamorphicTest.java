package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.yaml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relations between runs that hold in every world, tried in worlds drawn at random. Nothing here has a tolerance. */
class MetamorphicTest {
    private static final String[] HELD = {
        "formal_cases", "person_years_held", "peak_held", "uninformed_years", "settled", "bribes_paid"
    };

    private static void assertZero(RunResult run, String... measures) {
        for (String measure : measures) {
            assertThat(run.value(measure)).as(measure).isZero();
        }
    }

    /** Nothing listened to, no informants, no stops, nobody stopped at the border: nobody is caught. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noCoverageInformantsOrStops_nobodyCaught(long seed) {
        Scenario world = RandomScenarios.of(seed);
        RunResult run = Runs.run(
                world.with(Map.of(
                        "levers.surveillance.coverage", 0.0,
                        "levers.surveillance.informants_per_year", 0.0,
                        "levers.stops.rate_per_year", 0.0,
                        "levers.border.interdiction_probability", 0.0)),
                0);

        assertThat(Runs.run(world, 0).value("arrests")).isPositive();
        assertThat(run.value("completed_contacts")).isPositive();
        assertZero(run, "located", "arrests", "arrests_expected", "brokers_taken", "interrupted", "handsets_seized");
        assertZero(run, HELD);
    }

    /** No jamming: none jammed out. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noJamming_noneJammedOut(long seed) {
        RunResult run = Runs.run(RandomScenarios.of(seed).with("levers.jamming.failure_probability", 0), 0);

        assertThat(run.value("needs")).isPositive();
        assertZero(run, "jammed_attempts", "jammed_out");
    }

    /** A bribe that costs an officer more than anybody has, q P_o huge: no bribes, not of brokers either, and no case is bought down. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void penaltyHuge_noBribes(long seed) {
        Scenario world = RandomScenarios.of(seed);
        RunResult run = Runs.run(
                world.with(Map.of(
                        "levers.settlement.bribe_detection", 0.05, "levers.settlement.officer_penalty_usd", 1e9)),
                0);

        assertThat(run.value("arrests")).isPositive().isEqualTo(run.value("formal_cases"));
        assertZero(
                run,
                "settled",
                "dropped",
                "early_releases",
                "bribes_paid",
                "bribes_paid_usd",
                "broker_bribes_usd",
                "officer_revenue_usd",
                "passed_up_usd",
                "removed_officers");
    }

    /** A run that stops on some day and goes on equals the one that does not, also where a policy moves levers on the way. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void run_splitInTwo_equalsTheWhole(long seed) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        Scenario world = RandomScenarios.of(seed).with(RandomScenarios.policy(seed, start));
        RunResult whole = Runs.run(world, 0);
        RunInProgress run = Simulation.of(world).start(new RunKey(Runs.SEED, 0));
        run.runUntil(start.plusDays(new Random(seed).nextInt(1, 730)));
        RunResult split = run.finish();

        assertThat(split.monthlyFingerprints()).isEqualTo(whole.monthlyFingerprints());
        assertThat(split.sites()).isEqualTo(whole.sites());
        for (Measure measure : whole.outcomes().measures()) {
            assertThat(split.value(measure.name())).as(measure.name()).isEqualTo(whole.value(measure.name()));
        }
    }

    /** The same zones in any order of the file, and their keys in any order: the same run. */
    @ParameterizedTest(name = "order {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void zones_inAnyOrder_sameRun(long seed) {
        Scenario world = Runs.busy(1_500, 2);
        List<String> zones = new ArrayList<>(world.zoneNames());
        Collections.shuffle(zones, new Random(seed));
        StringBuilder text = new StringBuilder("schema: 1\nextends: baseline\nname: shuffled\nzones:\n");
        for (String zone : zones) {
            List<String> keys =
                    new ArrayList<>(List.of("household_share", "travel_cost_usd", "travel_days", "handset_share"));
            Collections.shuffle(keys, new Random(seed + zone.length()));
            text.append("  ").append(zone).append(":\n");
            keys.forEach(key -> text.append("    ")
                    .append(key)
                    .append(": ")
                    .append(world.value("zones." + zone + "." + key))
                    .append('\n'));
            text.append("    border: ")
                    .append(world.value("zones." + zone + ".border") == 1)
                    .append('\n');
        }
        Scenario shuffled = ScenarioReader.read(
                        StandardCatalog.standard(),
                        new SourceText("shuffled.yaml", text.toString()),
                        new ShippedScenarios())
                .with(Bench.all(world.values()))
                .with(world.period());

        assertThat(Runs.run(shuffled, 0).monthlyFingerprints())
                .isEqualTo(Runs.run(world, 0).monthlyFingerprints());
    }
}
