package dev.borderline.analysis.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.Objective;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
    private static final List<Measure> MEASURES =
            Simulation.of(Scenarios.named("baseline")).measures();

    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final double[][] BY_STATE = {{10, 8, 5}, {2, 6, 5}, {4, 5, 5}, {9, 7, 5}};

    /** By hand: best of the states 10, 6, 5, 9, so regrets of a are 0, 4, 1, 0; of b 2, 0, 0, 2; of c 5, 1, 0, 4. */
    @Test
    void more_isBetter_matchesTheTableByHand() {
        Robustness table = Robustness.of(objective("contact_share", true), NAMES, BY_STATE, 5.5);

        Robustness.OfPolicy a = table.policies().get(0);
        assertThat(a.mean()).isEqualTo(6.25);
        assertThat(a.sd())
                .isCloseTo(Math.sqrt((3.75 * 3.75 + 4.25 * 4.25 + 2.25 * 2.25 + 2.75 * 2.75) / 3), within(1e-12));
        assertThat(a.worst()).isEqualTo(2);
        assertThat(a.regretMax()).isEqualTo(4);
        assertThat(a.regret90()).isCloseTo(1 + .7 * 3, within(1e-12));
        assertThat(a.bestIn()).isEqualTo(.5);
        Robustness.OfPolicy b = table.policies().get(1);
        assertThat(b.regretMax()).isEqualTo(2);
        assertThat(b.bestIn()).isEqualTo(.5);
        Robustness.OfPolicy c = table.policies().get(2);
        assertThat(c.regretMax()).isEqualTo(5);
        assertThat(c.bestIn()).isEqualTo(.25);
        assertThat(table.states()).isEqualTo(4);
        assertThat(share(a)).isEqualTo(.5);
        assertThat(share(b)).isEqualTo(.75);
        assertThat(share(c)).isZero();
    }

    private static double share(Robustness.OfPolicy policy) {
        Robustness.Satisficing satisficing = policy.satisficing();
        return satisficing == null ? Double.NaN : satisficing.share();
    }

    @Test
    void less_isBetter_turnsEverythingAround() {
        Robustness table = Robustness.of(objective("person_years_held", false), NAMES, BY_STATE, 5.0);

        Robustness.OfPolicy a = table.policies().get(0);
        assertThat(a.worst()).isEqualTo(10);
        assertThat(a.regretMax()).isEqualTo(5);
        assertThat(share(a)).isEqualTo(.5);
        assertThat(share(table.policies().get(2))).isEqualTo(1);
        assertThat(Robustness.of(objective("needs", true), NAMES, BY_STATE, null)
                        .policies()
                        .get(0)
                        .satisficing())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"arrests", "arrests_framed", "located", "formal_cases", "sentenced_camp", "handsets_seized"})
    void objective_thatCountsCatching_isRefusedBothWays(String measure) {
        for (boolean largest : new boolean[] {true, false}) {
            assertThatThrownBy(() -> objective(measure, largest))
                    .isInstanceOf(AnalysisRefused.class)
                    .hasMessageContaining("never ranked by it")
                    .hasMessageContaining("contact_share");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"person_years_held", "bribes_paid_usd", "uninformed_years", "pair_years_dark", "fee_usd"})
    void objective_thatIsAHarm_mayOnlyBeMadeLess(String measure) {
        assertThatThrownBy(() -> objective(measure, true)).hasMessageContaining("is a harm");
        assertThat(objective(measure, false).advantage(2, 5)).isEqualTo(3);
    }

    @Test
    void objective_thatIsAGain_mayOnlyBeMadeMore() {
        assertThatThrownBy(() -> objective("contact_share", false)).hasMessageContaining("is good for people");
        assertThat(objective("contact_share", true).advantage(.5, .25)).isEqualTo(.25);
    }

    @Test
    void objective_ofUndeclaredSense_isRefused() {
        Measure old = new Measure("calls", "calls", "Calls", Measure.Kind.COUNT, -1, -1, Standing.UNDECLARED);
        assertThatThrownBy(() -> new Objective(old, true)).hasMessageContaining("did not declare their sense");
    }

    private static Objective objective(String measure, boolean largest) {
        return Objective.of(MEASURES, measure, largest);
    }

    @Test
    void outcomes_malformed_areRefused() {
        Objective objective = objective("contact_share", true);
        assertThatThrownBy(() -> Robustness.of(objective, List.of("a"), new double[][] {{1}}, null))
                .hasMessageContaining("two or more policies");
        assertThatThrownBy(() -> Robustness.of(objective, NAMES, new double[][] {{1, Double.NaN, 2}}, null))
                .hasMessageContaining("point 0 is NaN");
    }
}
