package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.Objective;
import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Measures of a mechanism from outside: group and sense are declared with them, and nothing else names them. */
class ForeignMeasureTest {
    /** Patrols with drones over sessions: one measure of a group of their own, one of a group that is there. */
    private record Patrols(Count flights) {
        record Params(
                @Input(
                        what = "Share of sessions that a drone flies over",
                        unit = "1",
                        max = 1,
                        source = "made up",
                        lever = "patrols.share")
                Lever share) {}

        static final Mechanism<Params> MECHANISM = new Mechanism<>("patrols", Params.class, Patrols::install);

        private static Patrols install(Params params, Wiring wiring) {
            Count flights =
                    wiring.enforcement("Patrols").main(1).count("patrol_flights", "flights", "Sessions flown over");
            wiring.harm(MeasureGroup.CONTACTS).count("frightened", "people", "Callers who saw a drone");
            var flown = wiring.chance("patrols.flown");
            wiring.signal(Signals.SESSION_STARTED).listen((household, call) -> {
                if (flown.occurs(
                        household, wiring.calls().need(call), params.share().value())) {
                    flights.add(household);
                }
            });
            return new Patrols(flights);
        }
    }

    private static final Scenario SCENARIO = Runs.whole().with(Patrols.MECHANISM, Map.of("levers.patrols.share", 0.5));
    private static final List<Measure> MEASURES = Simulation.of(SCENARIO).measures();

    @Test
    void groups_ofForeignMeasures_followThoseThatAreShipped() {
        List<MeasureGroup<Measure>> groups = MeasureGroup.of(MEASURES, Function.identity());

        assertThat(groups.get(groups.size() - 1).heading()).isEqualTo("Patrols");
        assertThat(groups.get(0).rows()).extracting(Measure::name).contains("frightened");
        assertThat(MeasureGroup.main(MEASURES)).endsWith("patrol_flights").doesNotContain("frightened");
    }

    @Test
    void page_hasForeignMeasures_underTheirGroup() {
        String page = MeasuresDocumentTest.text(MEASURES);

        assertThat(page.substring(page.indexOf("## Patrols")))
                .contains("| `patrol_flights` | flights | count | enforcement | Sessions flown over |");
        assertThat(page.substring(0, page.indexOf("## Detection")))
                .contains("| `frightened` | people | count | harm | Callers who saw a drone |");
    }

    @Test
    void schema_hasTheForeignLever() {
        assertThat(ScenarioSchema.json(SCENARIO.catalog())).contains("Share of sessions that a drone flies over");
    }

    /** By its declared sense: its name begins as no other measure's does. */
    @Test
    void objective_ofForeignEnforcement_isRefusedBothWays() {
        for (boolean largest : new boolean[] {true, false}) {
            assertThatThrownBy(() -> Objective.of(MEASURES, "patrol_flights", largest))
                    .isInstanceOf(AnalysisRefused.class)
                    .hasMessageContaining("never ranked by it");
        }
        assertThatThrownBy(() -> Objective.of(MEASURES, "frightened", true)).hasMessageContaining("is a harm");
        assertThat(Objective.of(MEASURES, "frightened", false).advantage(1, 3)).isEqualTo(2);
    }
}
