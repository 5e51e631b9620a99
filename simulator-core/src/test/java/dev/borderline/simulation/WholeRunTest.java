package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.measure.Measure;
import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.stat.Tally;
import dev.borderline.yaml.SourceText;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole model: what it must reproduce, and relations between runs that hold whatever the numbers. */
class WholeRunTest {
    private static final Set<Measure.Kind> SUMS =
            Set.of(Measure.Kind.COUNT, Measure.Kind.MONEY, Measure.Kind.YEARS, Measure.Kind.MINUTES);

    private static void assertTargets(int replications) {
        Tally formalRisk = new Tally();
        Tally bribeUsd = new Tally();
        Tally contactShare = new Tally();
        Simulation simulation = Simulation.of(Runs.tightening());
        for (int replication = 0; replication < replications; replication++) {
            RunResult run = simulation.run(new RunKey(Runs.SEED, replication));
            formalRisk.add(run.value("formal_risk_per_session"));
            bribeUsd.add(run.value("bribe_mean_usd"));
            contactShare.add(run.value("contact_share"));
        }

        assertThat(formalRisk.mean()).isBetween(0.0015, 0.0075);
        assertThat(bribeUsd.mean()).isBetween(1_120.0, 3_230.0);
        assertThat(contactShare.mean()).isBetween(0.35, 0.55);
    }

    /**
     * The default scenario produces the targets of 2015: not constants in the output but what the mechanisms bring about. Each is
     * inside its band by more than six standard deviations of one run.
     */
    @Test
    void tightening2015_producesItsTargets() {
        assertTargets(2);
    }

    @Test
    @Tag("deep")
    void tightening2015_producesItsTargets_manyReplications() {
        assertTargets(100);
    }

    @Test
    void tightening2015_noCoverageNoInformants_nobodyArrested() {
        RunResult run = Runs.run(
                Runs.tightening()
                        .with(Map.of(
                                "population.resettled_refugees", 6_000.0,
                                "levers.surveillance.coverage", 0.0,
                                "levers.surveillance.informants_per_year", 0.0)),
                0);

        assertThat(run.value("sessions")).isGreaterThan(50_000);
        assertThat(run.value("arrests")).isZero();
    }

    @Test
    void noCoverageNoInformantsNoStops_nobodyArrested() {
        RunResult run = Runs.run(
                Runs.whole()
                        .with(Map.of(
                                "population.resettled_refugees", 6_000.0,
                                "crossings.attempts_per_year", 700.0,
                                "levers.surveillance.coverage", 0.0,
                                "levers.surveillance.informants_per_year", 0.0,
                                "levers.stops.rate_per_year", 0.0,
                                "levers.border.interdiction_probability", 0.0)),
                0);

        assertThat(run.value("sessions")).isGreaterThan(50_000);
        for (String none : new String[] {"located", "arrests", "formal_cases", "bribes_paid", "person_years_held"}) {
            assertThat(run.value(none)).as(none).isZero();
        }
    }

    @Test
    void noJamming_noneJammedOut() {
        RunResult run = Runs.run(Runs.busy(5_000, 2).with("levers.jamming.failure_probability", 0), 0);

        assertThat(run.value("sessions")).isGreaterThan(1_000);
        assertThat(run.value("jammed_out")).isZero();
        assertThat(run.value("jammed_attempts")).isZero();
    }

    /** Zones are known by name; where they stand in the file means nothing. */
    @Test
    void zones_inAnotherOrder_sameRun() {
        String reordered = """
                schema: 1
                extends: baseline
                name: reordered
                title: Zones in another order
                zones:
                  reach: {handset_share: 0.1, travel_days: 0, border: true, household_share: 0.4, travel_cost_usd: 0}
                  capital: {household_share: 0.05, border: false, travel_cost_usd: 60, travel_days: 1.5, handset_share: 0}
                  near: {household_share: 0.35, border: true, travel_cost_usd: 10, travel_days: 0.3, handset_share: 0.03}
                  interior: {travel_cost_usd: 40, household_share: 0.2, border: false, travel_days: 1, handset_share: 0}
                population: {resettled_refugees: 2000}
                crossings: {attempts_per_year: 400}
                """;
        Scenario other = ScenarioReader.read(
                StandardCatalog.standard(), new SourceText("reordered.yaml", reordered), new ShippedScenarios());
        Scenario own = Runs.whole()
                .with(Map.of("population.resettled_refugees", 2_000.0, "crossings.attempts_per_year", 400.0));

        assertThat(Runs.run(other, 0).fingerprint()).isEqualTo(Runs.run(own, 0).fingerprint());
    }

    /**
     * Twice the households, teams and brokers (they come by the thousand households), twice the counts in expectation; the number
     * of teams that the reach probability refers to doubles with them. Sixteen pairs of replications, six standard errors of the paired difference: false alarm below
     * 5e-4 for all together (t with 15 degrees of freedom).
     */
    @Test
    void twiceTheHouseholdsTeamsAndBrokers_twiceTheCounts() {
        String[] measures = {
            "needs",
            "attempts",
            "sessions",
            "located",
            "arrests",
            "formal_cases",
            "bribes_paid_usd",
            "person_years_held",
            "brokered_sessions",
            "brokers_taken",
            "transfers",
            "received_usd",
            "crossings",
            "arrivals"
        };
        Tally[] excess = new Tally[measures.length];
        Tally[] single = new Tally[measures.length];
        for (int i = 0; i < measures.length; i++) {
            excess[i] = new Tally();
            single[i] = new Tally();
        }
        double attempts = Runs.busy(2_000, 2).value("crossings.attempts_per_year");
        Simulation one = Simulation.of(Runs.busy(2_000, 2));
        Simulation two = Simulation.of(Runs.busy(2_000, 2)
                .with(Bench.all(
                        Bench.households(4_000),
                        Map.of(
                                "levers.surveillance.teams", 10.0,
                                "teams.reference_teams", 10.0,
                                "crossings.attempts_per_year", 2 * attempts))));
        for (int replication = 0; replication < 16; replication++) {
            RunResult small = one.run(new RunKey(Runs.SEED, replication));
            RunResult large = two.run(new RunKey(Runs.SEED, replication));
            for (int i = 0; i < measures.length; i++) {
                excess[i].add(large.value(measures[i]) - 2 * small.value(measures[i]));
                single[i].add(small.value(measures[i]));
            }
        }
        for (int i = 0; i < measures.length; i++) {
            assertThat(single[i].mean()).as(measures[i]).isPositive();
            assertThat(excess[i].mean()).as(measures[i]).isCloseTo(0, within(6 * excess[i].standardError()));
            assertThat(excess[i].standardError()).as(measures[i]).isLessThan(0.1 * single[i].mean());
        }
    }

    /** Accounts that must balance whatever happens: needs, cases, money, time. */
    @ParameterizedTest(name = "replication {0}")
    @ValueSource(ints = {0, 1})
    void accounts_balance(int replication) {
        RunResult run = Runs.run(Runs.busy(5_000, 3), replication);

        assertThat(run.value("arrests")).isGreaterThan(100);
        assertThat(sum(run, "settled", "formal_cases")).isEqualTo(run.value("arrests"));
        double byCall = sum(run, "arrests_caught_in_call", "arrests_identified", "arrests_informed_on");
        assertThat(byCall + sum(run, "arrests_stopped", "arrests_framed", "arrests_stopped_at_border"))
                .isEqualTo(run.value("arrests"));
        assertThat(sum(run, "completed_contacts", "interrupted", "jammed_out", "deterred", "priced_out", "lapsed"))
                .isBetween(run.value("needs") - 50, run.value("needs")); // a few are open at the end
        assertThat(sum(run, "officer_revenue_usd", "passed_up_usd"))
                .isCloseTo(sum(run, "bribes_paid_usd", "broker_bribes_usd"), within(1e-6));
        assertThat(sum(run, "years_investigation", "years_training", "years_reform", "years_camp"))
                .isCloseTo(run.value("person_years_held"), within(1e-6));
        for (Measure measure : run.outcomes().measures()) {
            if (SUMS.contains(measure.kind())) {
                assertBreakdownsAddUp(run, measure.name());
            }
        }
    }

    private static double sum(RunResult run, String... measures) {
        double sum = 0;
        for (String measure : measures) {
            sum += run.value(measure);
        }
        return sum;
    }

    private static void assertBreakdownsAddUp(RunResult run, String measure) {
        double byYear = 0;
        double byZone = 0;
        double byFifth = 0;
        for (int year = 0; year < run.outcomes().years().size(); year++) {
            byYear += run.outcomes().inYear(measure, year);
        }
        for (int zone = 0; zone < run.outcomes().zones().size(); zone++) {
            byZone += run.outcomes().inZone(measure, zone);
        }
        for (int fifth = 0; fifth < 5; fifth++) {
            byFifth += run.outcomes().inFifth(measure, fifth);
        }
        double total = run.value(measure);
        assertThat(byYear).as(measure).isCloseTo(total, within(1e-9 * Math.abs(total) + 1e-9));
        assertThat(byZone).as(measure).isCloseTo(total, within(1e-9 * Math.abs(total) + 1e-9));
        assertThat(byFifth).as(measure).isCloseTo(total, within(1e-9 * Math.abs(total) + 1e-9));
    }
}
