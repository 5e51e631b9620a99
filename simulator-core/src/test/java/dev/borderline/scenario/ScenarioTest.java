package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.policy.Input;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.syntax.InputTree;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.SourceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final String COVERAGE = "levers.surveillance.coverage";
    private static final Policy JAMMING = Policy.of(
            "surge",
            Move.set(LocalDate.of(2012, 3, 1), "jamming.failure_probability", 0.5),
            Move.ramp(LocalDate.of(2012, 4, 1), "jamming.failure_probability", 0.6, LocalDate.of(2013, 4, 1)),
            Move.scale(LocalDate.of(2012, 4, 1), "surveillance.coverage", 1 / 3.0));

    /** Parameters that refuse what no range can say. */
    record OddOnly(
            @Input(what = "An odd number", unit = "1", source = "Q01")
            int number) {
        OddOnly {
            if (number % 2 == 0) {
                throw new IllegalArgumentException("an even number");
            }
        }
    }

    @Test
    void yaml_readsBackToTheSameScenario() {
        Scenario scenario = ShippedScenariosTest.read("tightening-2015")
                .with(COVERAGE, 1 / 7.0)
                .with("population.income_sigma", 0.1 + 0.2)
                .with(JAMMING);
        Scenario again = Texts.scenario(scenario.toYaml());
        assertThat(again.values()).isEqualTo(scenario.values());
        assertThat(again.moves()).isEqualTo(scenario.moves());
        assertThat(again.sha256()).isEqualTo(scenario.sha256());
        assertThat(again.toYaml()).isEqualTo(scenario.toYaml());
        assertThat(again.story()).isEqualTo(scenario.story());
    }

    @Test
    void yaml_ofPolicies_isReadable() {
        assertThat(ShippedScenariosTest.read("baseline").with(JAMMING).toYaml())
                .contains("\n    failure_probability: 0.3 # P35\n", "\n    border: true # Q11\n")
                .contains("\n    travel_cost_usd: 10 # USD, P95\n")
                .endsWith("""
                        policies:
                          - lever: jamming.failure_probability
                            at: 2012-03-01
                            set: 0.5
                          - lever: jamming.failure_probability
                            at: 2012-04-01
                            ramp: {to: 0.6, until: 2013-04-01}
                          - lever: surveillance.coverage
                            at: 2012-04-01
                            scale: 0.33333333333333331
                        """);
    }

    @Test
    void yaml_ofLongTexts_isFoldedAndReadsBack() {
        String odd = "A story: with 'quotes', a # and  two spaces, a back\\slash, \\\"more\\\" "
                        .repeat(6)
                        .strip() + ".";
        Scenario scenario = Texts.extending("story: \"" + odd.replace("back\\", "back\\\\") + "\"");
        assertThat(scenario.story())
                .hasSizeGreaterThan(300)
                .contains("and  two")
                .contains("back\\slash");
        assertThat(scenario.toYaml().lines().toList())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
        assertThat(Texts.scenario(scenario.toYaml()).story()).isEqualTo(scenario.story());
    }

    @Test
    void orderOfZonesAndKeys_changesNothing() {
        Scenario scenario = ShippedScenariosTest.read("baseline");
        List<String> zones = new ArrayList<>(scenario.zoneNames());
        Collections.reverse(zones);
        StringBuilder text = new StringBuilder("zones:\n");
        for (String zone : zones) {
            text.append("  ").append(zone).append(":\n");
            List<String> keys = new ArrayList<>(InputTree.zoneInputs().keySet());
            Collections.shuffle(keys, new Random(1));
            for (String key : keys) {
                double value = scenario.value(InputTree.zonePath(zone, key));
                String shown = key.equals("border") ? String.valueOf(value == 1) : String.valueOf(value);
                text.append("    ").append(key).append(": ").append(shown).append('\n');
            }
        }
        Scenario reordered = Texts.extending(text.toString());
        assertThat(reordered.zoneNames()).isEqualTo(scenario.zoneNames()).isSorted();
        assertThat(reordered.sha256()).isEqualTo(scenario.sha256());
    }

    @Test
    void sha256_coversWhatMovesAResultAndNothingElse() {
        Scenario scenario = ShippedScenariosTest.read("baseline");
        assertThat(Texts.extending("name: another\n").sha256())
                .as("the same numbers under another name")
                .isEqualTo(scenario.sha256());
        assertThat(Texts.extending("without: [stops]\n").sha256())
                .as("a mechanism switched off")
                .isNotEqualTo(scenario.sha256());
        SimulatedPeriod shorter =
                new SimulatedPeriod(scenario.start(), scenario.end().minusDays(1));
        assertThat(List.of(
                        scenario.with(COVERAGE, Math.nextUp(0.03)).sha256(),
                        scenario.with(shorter).sha256(),
                        scenario.with(JAMMING).sha256(),
                        scenario.sha256()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sha256_ofTheBaseline_isFrozenUntilAnInputChanges() {
        String text = ScenarioText.canonical(ShippedScenariosTest.read("baseline"));
        assertThat(text)
                .startsWith(
                        "borderline scenario 1\nstart 2009-01-01\nend 2016-01-01\nvalue beliefs.decay_per_year 0.3\n");
    }

    @Test
    void with_refusesWhatAFileMayNotSay() {
        Scenario scenario = ShippedScenariosTest.read("baseline");
        assertThat(Texts.faults(() -> scenario.with(COVERAGE, 1.5)))
                .containsExactly("levers.surveillance.coverage: 1.5 is not allowed; it is a number from 0 to 1");
        assertThat(Texts.faults(() -> scenario.with(COVERAGE, Double.NaN))).hasSize(1);
        assertThat(Texts.faults(() -> scenario.with("levers.surveillance.coverge", 0.5)))
                .containsExactly(
                        "levers.surveillance.coverge: there is no such input; did you mean 'levers.surveillance.coverage'?");
        assertThat(Texts.faults(() -> scenario.with("levers.sanctions.camp_share", 0.5)))
                .hasSize(1);
        assertThat(Texts.faults(() -> scenario.with(
                        Policy.of("early", Move.set(LocalDate.of(2001, 1, 1), "surveillance.coverage", 0.5)))))
                .hasSize(1);
        assertThat(scenario.value(COVERAGE)).isEqualTo(0.03);
    }

    @Test
    void with_ofSeveral_checksThemTogether() {
        Scenario scenario = ShippedScenariosTest.read("baseline");
        Scenario changed =
                scenario.with(Map.of("zones.reach.household_share", 0.5, "zones.near.household_share", 0.25));
        assertThat(changed.zone("reach").householdShare()).isEqualTo(0.5);
    }

    @Test
    void inheritance_replacesPoliciesAsAWholeAndKeepsTheRest() {
        String parent = Texts.extension(
                "title: Parent",
                "end: 2014-01-01",
                "levers: {jamming: {failure_probability: 0.2}}",
                "policies:",
                "  - {lever: levers.surveillance.coverage, at: 2012-01-01, set: 0.1}");
        ScenarioResolver resolver = new ScenarioResolver() {
            @Override
            public java.util.Optional<SourceText> find(String reference, String from) {
                return reference.equals("parent")
                        ? java.util.Optional.of(new SourceText("parent", parent))
                        : new ShippedScenarios().find(reference, from);
            }

            @Override
            public List<String> known() {
                return List.of("parent");
            }
        };
        Scenario child = ScenarioReader.read(
                Texts.CATALOG, new SourceText("dir/child.yaml", "schema: 1\nextends: parent\n"), resolver);
        assertThat(child.name()).isEqualTo("child");
        assertThat(child.title()).isEqualTo("child");
        assertThat(child.end()).isEqualTo("2014-01-01");
        assertThat(child.value("levers.jamming.failure_probability")).isEqualTo(0.2);
        assertThat(child.moves()).containsExactly(Move.set(LocalDate.of(2012, 1, 1), "surveillance.coverage", 0.1));
        Scenario without = ScenarioReader.read(
                Texts.CATALOG, new SourceText("x.yaml", "schema: 1\nextends: parent\npolicies: []\n"), resolver);
        assertThat(without.moves()).isEmpty();
    }

    @Test
    void recordThatRefuses_isAFaultOfItsGroup() {
        Mechanism<OddOnly> odd = new Mechanism<>("odd", OddOnly.class, (params, wiring) -> params);
        SourceText text = new SourceText(Texts.FILE, Texts.extension("odd: {number: 4}"));
        assertThat(Texts.faults(() -> ScenarioReader.read(Texts.CATALOG.with(odd), text, new ShippedScenarios())))
                .containsExactly("my.yaml:1:1: odd: an even number");
        SourceText good = new SourceText(Texts.FILE, Texts.extension("odd: {number: 5}"));
        Scenario scenario = ScenarioReader.read(Texts.CATALOG.with(odd), good, new ShippedScenarios());
        assertThat(scenario.parameters("odd", OddOnly.class).number()).isEqualTo(5);
    }

    @Test
    void inputOfAMechanismSwitchedOff_refusalSaysWhatIsOff() {
        Scenario scenario = ShippedScenariosTest.read("tightening-2015");

        assertThat(scenario.without()).containsExactly("stops", "crossings");
        assertThatThrownBy(() -> scenario.with("levers.stops.rate_per_year", 0))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "; stops is switched off here; to switch it on, write 'without: [crossings]' in the scenario file");
        assertThatThrownBy(() -> scenario.with("levers.nothing.rate", 0))
                .hasMessageContaining(
                        "; switched off here: stops, crossings (to switch all on, write 'without: []' in the scenario file)");
    }

    /** An input without effect is refused where it is said, unless the same file switches its mechanism off. */
    @Test
    void inputOfAMechanismSwitchedOff_inAFile_isAFaultWithItsPlace() {
        String stops = "levers:\n  stops: {rate_per_year: 1}\n";

        String extension = Texts.extension(stops).replace("extends: baseline", "extends: tightening-2015");
        assertThat(Texts.faults(() -> Texts.scenario(extension)))
                .containsExactly("my.yaml:4:26: levers.stops.rate_per_year: stops is switched off here;"
                        + " to switch it on, write 'without: [crossings]' in the scenario file");
        assertThat(Texts.scenario(extension + "without: []\n").value("levers.stops.rate_per_year"))
                .isEqualTo(1);
        assertThat(Texts.scenario(extension + "without: [stops]\n").values())
                .doesNotContainKey("levers.stops.rate_per_year");
        String move = "policies: [{at: 2010-01-01, lever: stops.rate_per_year, set: 1}]\n";
        assertThat(String.join("|", Texts.faults(() -> Texts.extending("without: [stops]\n" + move))))
                .contains("'stops.rate_per_year' is no lever")
                .contains("; stops is switched off here; to switch it on, write 'without: []' in the scenario file");
    }

    @Test
    void mechanismMisspelt_refusedWithTheNearest() {
        assertThatThrownBy(() -> Texts.extending("without: [stop]\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("there is no mechanism 'stop'; did you mean 'stops'?");
    }

    @Test
    void switchedOff_shownAndReadAgain_isTheSame() {
        Scenario scenario = Texts.extending("without: [crossings]\n");

        assertThat(scenario.values()).doesNotContainKey("levers.border.interdiction_probability");
        assertThat(ScenarioReader.read(
                                StandardCatalog.standard(),
                                new SourceText("again.yaml", scenario.toYaml()),
                                new ShippedScenarios())
                        .sha256())
                .isEqualTo(scenario.sha256());
    }

    /** Switched off by a program, a mechanism is as it is switched off by a file. */
    @Test
    void without_isWhatAFileSays() {
        String text = "schema: 1\nextends: tightening-2015\nwithout: [stops, crossings, brokers]\n";
        Scenario file = ScenarioReader.read(
                StandardCatalog.standard(), new SourceText("file.yaml", text), new ShippedScenarios());
        Scenario shipped = ScenarioReader.read(StandardCatalog.standard(), "tightening-2015", new ShippedScenarios());
        assertThat(shipped.without()).containsExactlyInAnyOrder("stops", "crossings");
        assertThat(shipped.without(List.of("brokers")).sha256()).isEqualTo(file.sha256());
        assertThatThrownBy(() -> shipped.without(List.of("broker")))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("without: there is no mechanism 'broker'; did you mean 'brokers'?");
    }
}
