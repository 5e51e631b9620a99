package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of people, and the line each of them reads. */
class ScenarioFaultsTest {
    private static List<String> faults(String... lines) {
        return Texts.faults(() -> Texts.extending(lines));
    }

    /** Each text replaces the value of one lever at line 5, column 26. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -0.1         | '-0.1' is not allowed; it is a number from 0 to 1
            1.5          | '1.5' is not allowed; it is a number from 0 to 1
            .nan         | '.nan' is not a finite number; it is a number from 0 to 1
            -.inf        | '-.inf' is not a finite number; it is a number from 0 to 1
            1e400        | '1e400' is too large for a number; it is a number from 0 to 1
            NaN          | 'NaN' is not a number; it is a number from 0 to 1
            5%           | '5%' is not a number; it is a number from 0 to 1
            0x1p3        | '0x1p3' is not a number; it is a number from 0 to 1
            1_000        | '1_000' is not a number; it is a number from 0 to 1
            "0.5"        | '0.5' is not a number; it is a number from 0 to 1 (in quotes it is text)
            true         | 'true' is not a number; it is a number from 0 to 1
            ~            | nothing is not a number; it is a number from 0 to 1
            [1]          | a list is not a number; it is a number from 0 to 1
            {unit: "1"}  | lacks 'value'
            """)
    void badNumber_isShownWithWhatIsAllowed(String value, String message) {
        assertThat(faults("levers:", "  jamming:", "    failure_probability: " + value))
                .containsExactly("my.yaml:5:26: levers.jamming.failure_probability: " + message);
    }

    @Test
    void rangeWithUnit_isShownWithIt() {
        assertThat(faults("connection:", "  tries: 2.5", "  retry_days: 0", "population:", "  income_mean_usd: 0"))
                .containsExactly(
                        "my.yaml:4:10: connection.tries: '2.5' is not allowed; it is a whole number from 1 to 20 tries",
                        "my.yaml:5:15: connection.retry_days: '0' is not allowed; it is a number from 0.01 to 60 days",
                        "my.yaml:7:20: population.income_mean_usd: '0' is not allowed; it is a number from 1 to 1000000"
                                + " USD/year");
    }

    @Test
    void unknownKeys_getTheNearestOrWhereItBelongs() {
        assertThat(faults(
                        "lever:",
                        "  x: 1",
                        "levers:",
                        "  survellance: {coverage: 1}",
                        "  surveillance: {coverge: 0.1}",
                        "coverage: 0.1",
                        "surveillance: {coverage: 0.1}",
                        "zones:",
                        "  reach: {handset_shar: 0.1}",
                        "  Up North: {border: true}",
                        "levers.jamming.failure_probability: 0.5"))
                .containsExactly(
                        "my.yaml:3:1: lever: unknown key 'lever'; did you mean 'levers'?",
                        "my.yaml:6:3: levers.survellance: unknown key 'survellance'; did you mean 'surveillance'?",
                        "my.yaml:7:18: levers.surveillance.coverge: unknown key 'coverge'; did you mean 'coverage'?",
                        "my.yaml:8:1: coverage: unknown key 'coverage'; did you mean 'levers.surveillance.coverage'?",
                        "my.yaml:9:1: surveillance: unknown key 'surveillance'; did you mean 'levers.surveillance'?",
                        "my.yaml:11:11: zones.reach.handset_shar: unknown key 'handset_shar'; did you mean 'handset_share'?",
                        "my.yaml:12:3: zones.Up North: 'Up North' is not a name; it is lower-case letters, digits and"
                                + " hyphens, at most 60 characters",
                        "my.yaml:13:1: levers.jamming.failure_probability: unknown key 'levers.jamming.failure_probability';"
                                + " write it nested, one key a level");
    }

    @Test
    void duplicateKeys_areAllTold() {
        assertThat(faults("levers:", "  jamming: {failure_probability: 0.1}", "  jamming: {failure_probability: 0.2}"))
                .containsExactly("my.yaml:5:3: levers.jamming: duplicate key 'jamming'");
    }

    @Test
    void annotations_mustAgree() {
        assertThat(faults(
                        "informants:",
                        "  exposure_days: {value: 1, unit: hours, source: Q99, grade: D, note: x}",
                        "zones:",
                        "  near:",
                        "    travel_days: {value: 1, unit: days, source: P96-reach}"))
                .containsExactly(
                        "my.yaml:4:35: informants.exposure_days.unit: 'hours' is not its unit; it is 'days'",
                        "my.yaml:4:50: informants.exposure_days.source: 'Q99' is not its row of evidence; it is 'Q21'",
                        "my.yaml:4:62: informants.exposure_days.grade: 'D' is not allowed; it is one of A, B, C",
                        "my.yaml:4:65: informants.exposure_days.note: unknown key 'note'",
                        "my.yaml:7:49: zones.near.travel_days.source: 'P96-reach' is not its row of evidence; it is 'P96-near'");
    }

    @Test
    void relations_areCheckedAtTheValueThatBreaksThem() {
        assertThat(faults("levers: {sanctions: {camp_share: 0.06, training_months_min: 7}}"))
                .containsExactly(
                        "my.yaml:3:34: levers.sanctions.camp_share: the sum of levers.sanctions.training_share,"
                                + " levers.sanctions.reform_share, levers.sanctions.camp_share is 1.01; at most 1",
                        "my.yaml:3:61: levers.sanctions.training_months_min: levers.sanctions.training_months_min is 7, more"
                                + " than levers.sanctions.training_months_max, which is 6");
        assertThat(faults("zones: {near: {household_share: 0.3, border: false}, reach: {border: false}}"))
                .containsExactly(
                        "my.yaml:3:33: zones: the household shares of all zones add up to 0.95, not to 1",
                        "my.yaml:3:70: zones: no zone has 'border: true'; calls take place in one that has");
        assertThat(faults("population: {resettled_refugees: 0}"))
                .containsExactly("my.yaml:3:34: population.resettled_refugees: times kin_households_per_refugee gives 0"
                        + " households; from 1 to 60000000 are allowed");
    }

    /** Half a team would pursue nobody, so it is refused; none at all is a policy, and so is any number from one on. */
    @Test
    void teamsBelowOne_areRefused() {
        String refused =
                "levers.surveillance.teams is 0.5, which is less than one and so as good as none; 0 or at least 1"
                        + " is allowed";
        assertThat(faults("levers: {surveillance: {teams: 0.5}}"))
                .containsExactly("my.yaml:3:32: levers.surveillance.teams: " + refused);
        assertThat(faults("policies:\n  - {lever: surveillance.teams, at: 2012-01-01, scale: 0.1, source: x}"))
                .containsExactly("my.yaml:4:5: policies: on 2012-01-01 " + refused);
        assertThat(faults("levers: {surveillance: {teams: 0}}")).isEmpty();
        assertThat(faults("levers: {surveillance: {teams: 1}}")).isEmpty();
        assertThat(faults("levers: {surveillance: {teams: 2.5}}")).isEmpty();
    }

    @Test
    void dates_mustBeDatesInOrder() {
        assertThat(faults("start: 2015-02-30"))
                .containsExactly("my.yaml:3:8: start: '2015-02-30' is not a date; write it as 2015-12-31");
        assertThat(faults("start: 2016-01-01"))
                .containsExactly("my.yaml:3:8: end: 2016-01-01 is not after the start, 2016-01-01");
        assertThat(faults("end: 2309-01-01")).containsExactly("my.yaml:3:6: end: more than 60 years after the start");
    }

    @Test
    void missingInputs_areTold() {
        assertThat(faults("zones: {far: {household_share: 0, border: true}}"))
                .containsExactly(
                        "my.yaml:1:1: zones.far.handset_share: is missing",
                        "my.yaml:1:1: zones.far.travel_cost_usd: is missing",
                        "my.yaml:1:1: zones.far.travel_days: is missing");
        assertThat(Texts.faults(() -> Texts.scenario("schema: 1\nname: x\n")))
                .hasSize(1)
                .first()
                .asString()
                .contains("inputs are missing")
                .contains("'extends: baseline' gives all defaults");
        assertThat(Texts.faults(() -> Texts.scenario("extends: baseline\n")))
                .containsExactly("my.yaml:1:1: schema: is missing; begin the file with 'schema: 1'");
    }

    @Test
    void extendsOfNothingOrInACircle_isTold(@TempDir Path folder) throws IOException {
        assertThat(Texts.faults(() -> Texts.scenario("schema: 1\nextends: base-line\n")))
                .containsExactly("my.yaml:2:10: extends: there is no scenario 'base-line'; did you mean 'baseline'?");
        Path a = Files.writeString(folder.resolve("a.yaml"), "schema: 1\nextends: b.yaml\n");
        Path b = Files.writeString(folder.resolve("b.yaml"), "schema: 1\nextends: ./a.yaml\n");
        assertThat(Texts.faults(() -> ScenarioReader.read(Texts.CATALOG, a.toString(), new ScenarioFiles())))
                .containsExactly(b + ":2:10: extends: './a.yaml' leads back to a scenario that extends it");
    }

    @Test
    void policies_areCheckedStepByStep() {
        assertThat(faults(
                        "policies:",
                        "  - {lever: surveillance.coverge, at: 2012-01-01, set: 0.1}",
                        "  - {lever: detection.pseudonym_factor, at: 2012-01-01, set: 0.1}",
                        "  - {lever: surveillance.coverage, at: 2012-01-01}",
                        "  - {lever: surveillance.coverage, at: 2012-01-01, set: 2, why: x}",
                        "  - {lever: surveillance.coverage, at: 2012-01-01, ramp: {to: 1, until: 2012-01-01}}"))
                .containsExactly(
                        "my.yaml:4:13: policies[1].lever: 'surveillance.coverge' is no lever; did you mean"
                                + " 'surveillance.coverage'?",
                        "my.yaml:5:13: policies[2].lever: 'detection.pseudonym_factor' is no lever: it is fixed for a whole run",
                        "my.yaml:6:5: policies[3]: has 0 of 'set', 'scale', 'ramp'; it takes exactly one",
                        "my.yaml:7:57: policies[4].set: '2' is not allowed; it is a number from 0 to 1",
                        "my.yaml:7:60: policies[4].why: unknown key 'why'",
                        "my.yaml:8:58: policies[5].ramp.until: 2012-01-01 is not after 2012-01-01, where the ramp begins");
        assertThat(faults(
                        "policies:",
                        "  - {lever: surveillance.coverage, at: 2008-12-31, set: 0.1}",
                        "  - {lever: surveillance.coverage, at: 2012-01-01, scale: 40}",
                        "  - {lever: sanctions.camp_share, at: 2013-01-01, ramp: {to: 0.2, until: 2013-02-01}}"))
                .containsExactly(
                        "my.yaml:4:5: policies: surveillance.coverage moves on 2008-12-31, outside the simulated time from"
                                + " 2009-01-01 to before 2016-01-01",
                        "my.yaml:5:5: policies: on 2012-01-01 levers.surveillance.coverage becomes 1.2 is not allowed; it is a"
                                + " number from 0 to 1",
                        "my.yaml:6:5: policies: on 2013-01-02 the sum of levers.sanctions.training_share,"
                                + " levers.sanctions.reform_share, levers.sanctions.camp_share is 1.00483870968; at most 1");
    }
}
