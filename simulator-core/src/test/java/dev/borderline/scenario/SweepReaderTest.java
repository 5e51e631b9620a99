package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.policy.Move;
import dev.borderline.scenario.SweepFile.ArmEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SweepReaderTest {
    private static final String HEAD = "schema: 1\nscenario: baseline\nreplications: 2\nseed: 1\n";

    private static List<String> faults(String... lines) {
        return Texts.faults(() -> Texts.sweep(HEAD + String.join("\n", lines) + "\n"));
    }

    @Test
    void crackdown_isFiveByFive() {
        SweepFile sweep = Texts.sweep(Texts.seed("sweeps/crackdown.yaml"));
        assertThat(sweep.heading().name()).isEqualTo("crackdown");
        assertThat(sweep.scenario().name()).isEqualTo("tightening-2015");
        assertThat(sweep.factors())
                .containsExactly(
                        Factor.of("levers.surveillance.coverage", 0.0075, 0.015, 0.03, 0.06, 0.12),
                        Factor.of("levers.settlement.bribe_detection", 0, 0.05, 0.1, 0.2, 0.4));
        assertThat(sweep.arms()).containsExactly(new ArmEntry("base", new TreeMap<>(), List.of()));
        assertThat(sweep.replications()).isEqualTo(2);
        assertThat(sweep.seed()).isEqualTo(42);
        assertThat(sweep.outcomes()).contains("contact_share", "person_years_held");
    }

    @Test
    void scenario_inPlaceOfASweep_isToldInOneLine() {
        assertThat(Texts.faults(() -> Texts.sweep("schema: 1\nextends: baseline\nstart: 2009-01-01\n")))
                .containsExactly("my.yaml:1:1: is a scenario, not a sweep; a sweep names one under 'scenario'");
        assertThat(Texts.faults(() -> Texts.scenario("schema: 1\nscenario: baseline\nreplications: 2\nseed: 1\n")))
                .containsExactly("my.yaml:1:1: is a sweep, not a scenario; a sweep names one under 'scenario'");
    }

    @Test
    void ranges_becomeValues() {
        SweepFile sweep = Texts.sweep(HEAD + """
                vary:
                  levers.surveillance.coverage: {from: 0.01, to: 0.1, steps: 4}
                  levers.surveillance.teams: {from: 1, to: 100, steps: 3, scale: log}
                  connection.tries: {from: 1, to: 3, steps: 3}
                """);
        assertThat(sweep.factors().get(0).values()).containsExactly(0.01, 0.04, 0.07, 0.1);
        assertThat(sweep.factors().get(1).values()).containsExactly(1.0, 10.0, 100.0);
        assertThat(sweep.factors().get(2).values()).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void arms_areWorldsToCompare() {
        SweepFile sweep = Texts.sweep(HEAD + """
                vary: {levers.surveillance.coverage: [0.1, 0.2]}
                arms:
                  as-is:
                  drive:
                    - {lever: settlement.bribe_detection, at: 2012-01-01, set: 0.5}
                  lenient:
                    set: {levers.sanctions.camp_share: 0, levers.sanctions.reform_share: 0}
                    policies: [{lever: surveillance.coverage, at: 2013-01-01, scale: 0.5}]
                """);
        assertThat(sweep.arms()).extracting(ArmEntry::name).containsExactly("as-is", "drive", "lenient");
        assertThat(sweep.arms().get(1).moves())
                .containsExactly(Move.set(LocalDate.of(2012, 1, 1), "settlement.bribe_detection", 0.5));
        Scenario lenient = sweep.arms().get(2).applyTo(sweep.scenario(), Map.of("levers.surveillance.coverage", 0.2));
        assertThat(lenient.value("levers.sanctions.camp_share")).isZero();
        assertThat(lenient.value("levers.surveillance.coverage")).isEqualTo(0.2);
        assertThat(lenient.moves()).hasSize(1);
    }

    @Test
    void mistakes_areAllTold() {
        assertThat(Texts.faults(() -> Texts.sweep("""
                        schema: 1
                        scenario: tightening-2016
                        replication: 3
                        design: grit
                        outcomes: [contact-share, arrests, arrests]
                        """)))
                .containsExactly(
                        "my.yaml:1:1: replications: is missing",
                        "my.yaml:1:1: seed: is missing",
                        "my.yaml:2:11: scenario: there is no scenario 'tightening-2016'; did you mean 'tightening-2015'?",
                        "my.yaml:3:1: replication: unknown key 'replication'; did you mean 'replications'?",
                        "my.yaml:4:9: design: 'grit' is not allowed; it is one of grid, one_at_a_time, list, lhs,"
                                + " sobol, saltelli, morris; did you mean 'grid'?",
                        "my.yaml:5:12: outcomes: 'contact-share' is not a name; it is lower-case letters, digits and"
                                + " underscores, at most 60 characters",
                        "my.yaml:5:36: outcomes: 'arrests' stands here twice");
    }

    @Test
    void factors_areCheckedAgainstTheScenario() {
        assertThat(faults(
                        "vary:",
                        "  surveillance.coverage: [0.1]",
                        "  levers.jamming.failure_probabilty: [0.1]",
                        "  levers.surveillance.coverage: [0.1, 0.1, 2]",
                        "  levers.surveillance.teams: {from: 0, to: 2, steps: 3, scale: log}",
                        "  connection.tries: {from: 1, to: 2, steps: 3}",
                        "  zones.reach.border: {from: 1, step: 1}"))
                .containsExactly(
                        "my.yaml:6:3: vary.surveillance.coverage: unknown input 'surveillance.coverage'; did you mean"
                                + " 'levers.surveillance.coverage'?",
                        "my.yaml:7:3: vary.levers.jamming.failure_probabilty: unknown input"
                                + " 'levers.jamming.failure_probabilty'; did you mean 'levers.jamming.failure_probability'?",
                        "my.yaml:8:33: vary.levers.surveillance.coverage: has the same value twice",
                        "my.yaml:8:44: vary.levers.surveillance.coverage: '2' is not allowed; it is a number from 0 to 1",
                        "my.yaml:9:30: vary.levers.surveillance.teams: a log scale takes ends above 0",
                        "my.yaml:10:21: vary.connection.tries: gives 1.5 is not allowed; it is a whole number from 1 to 20"
                                + " tries",
                        "my.yaml:11:23: vary.zones.reach.border: lacks 'steps'",
                        "my.yaml:11:23: vary.zones.reach.border: lacks 'to'",
                        "my.yaml:11:30: vary.zones.reach.border.from: '1' is not a switch; it is true or false",
                        "my.yaml:11:33: vary.zones.reach.border.step: unknown key 'step'; did you mean 'steps'?");
    }

    @Test
    void pointsAndArms_mustBeScenarios() {
        assertThat(faults("vary: {levers.sanctions.camp_share: [0.05, 0.1]}"))
                .containsExactly("my.yaml:5:7: vary: at levers.sanctions.camp_share 0.1, arm base:"
                        + " levers.sanctions.camp_share: the sum of levers.sanctions.training_share,"
                        + " levers.sanctions.reform_share, levers.sanctions.camp_share is 1.05; at most 1");
        assertThat(faults(
                        "vary: {levers.surveillance.coverage: [0.05, 0.1]}",
                        "arms: {a: {set: {levers.surveillance.coverage: 0.1}}}"))
                .containsExactly("my.yaml:6:7: arms.a: sets levers.surveillance.coverage, which varies");
        assertThat(faults("arms: {}")).containsExactly("my.yaml:5:7: arms: names no arm");
    }

    @Test
    void sizesBeyondReason_areRefused() {
        String range = ": {from: 0.1, to: 0.9, steps: 1000}";
        assertThat(faults(
                        "vary:",
                        "  levers.surveillance.coverage" + range,
                        "  levers.settlement.bribe_detection" + range,
                        "  levers.jamming.failure_probability" + range))
                .containsExactly("my.yaml:6:3: vary: asks for 2,000,000,000 runs; a sweep may have 100,000,000 (points"
                        + " x arms x replications: 1,000,000,000 x 1 x 2)");
    }

    private static List<String> precisionFaults(String... lines) {
        String head = "schema: 1\nscenario: baseline\nseed: 1\n";
        return Texts.faults(() -> Texts.sweep(head + String.join("\n", lines) + "\n"));
    }

    @Test
    void precision_takesThePlaceOfReplications() {
        SweepFile sweep = Texts.sweep("""
                schema: 1
                scenario: baseline
                seed: 1
                independent: true
                precision: {relative: 5%, absolute: {contact_share: 0.01}, max_replications: 80}
                outcomes: [arrests, contact_share]
                """);
        SweepFile.Precision precision = sweep.chance().precision().orElseThrow();
        assertThat(precision.relative()).isEqualTo(0.05);
        assertThat(precision.measures()).containsExactly("arrests", "contact_share");
        assertThat(precision.absolute()).containsExactly(Map.entry("contact_share", 0.01));
        assertThat(sweep.replications()).isEqualTo(80);
        assertThat(sweep.chance().independent()).isTrue();
        assertThat(Texts.sweep("schema: 1\nscenario: baseline\nseed: 1\nprecision: {absolute: {arrests: 3}}\n")
                        .replications())
                .isEqualTo(200);
    }

    @Test
    void precision_faulty_isToldInFull() {
        assertThat(precisionFaults("replications: 3", "precision: {relativ: 5%, max_replications: 5}"))
                .containsExactly(
                        "my.yaml:4:15: replications: does not go with 'precision', which decides how many there are",
                        "my.yaml:5:12: precision: asks for nothing; it takes 'relative' or 'absolute'",
                        "my.yaml:5:13: precision.relativ: unknown key 'relativ'; did you mean 'relative'?",
                        "my.yaml:5:44: precision.max_replications: '5' is not allowed; it is a whole number from 10 to"
                                + " 1000000");
        assertThat(precisionFaults("precision: {relative: 500%, measures: [arrests, arrests]}"))
                .containsExactly(
                        "my.yaml:4:23: precision.relative: '500%' is not allowed; it is a share of the mean above 0 and below"
                                + " 1, such as 5%",
                        "my.yaml:4:49: precision.measures: 'arrests' stands here twice");
        assertThat(precisionFaults("precision: {relative: 5%}"))
                .containsExactly("my.yaml:4:12: precision: lacks 'measures', and the sweep names no 'outcomes'");
        assertThat(precisionFaults("precision: {absolute: {arrests: -1}}"))
                .containsExactly(
                        "my.yaml:4:33: precision.absolute.arrests: '-1' is not allowed; it is a half-width above 0, in"
                                + " the unit of the measure");
        assertThat(precisionFaults("precision: 5%"))
                .containsExactly("my.yaml:4:12: precision: '5%' is not allowed; it takes relative, absolute, measures,"
                        + " max_replications, such as {relative: 5%}");
    }
}
