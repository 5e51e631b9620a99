package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Most choices are made on bounds of what a need is worth and of what is to be feared: they are the choices of the exact numbers. */
class ChoiceBoundsTest {
    /** A listener to the figures of choices makes every choice exact. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void choices_exactOrByBounds_areTheSame(long seed) {
        Scenario scenario = RandomScenarios.of(seed);
        RunResult byBounds = Simulation.run(scenario, RunKey.of(seed));
        List<String> heard = new ArrayList<>();
        RunResult exact = Simulation.of(scenario)
                .run(
                        RunKey.of(seed),
                        hearing -> hearing.onFigure(figure -> {
                            if (heard.isEmpty()) {
                                heard.add(figure.name());
                            }
                        }));

        assertThat(heard).isNotEmpty();
        assertThat(exact.monthlyFingerprints()).isEqualTo(byBounds.monthlyFingerprints());
        assertThat(exact.sites()).isEqualTo(byBounds.sites());
        assertThat(exact.outcomes()).usingRecursiveComparison().isEqualTo(byBounds.outcomes());
    }

    /** Of the first 65,536 households attributes are remembered; of others only their uniforms are looked at. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void bounds_anyLeversAnyHousehold_holdTheExactNumbers(long seed) {
        int households = 67_000;
        int[] checked = {0};
        Mechanism<Bench.None> check = Bench.stub(
                "test.bounds",
                wiring -> wiring.onStart(() -> {
                    for (int household = 0; household < households; household += household < 65_000 ? 97 : 1) {
                        check(wiring, household);
                        checked[0]++;
                    }
                }));
        List<Mechanism<?>> all = new ArrayList<>(StandardCatalog.standard().mechanisms());
        all.add(check);
        Scenario scenario = RandomScenarios.of(seed)
                .with(Catalog.of(all.toArray(new Mechanism<?>[0])))
                .with(Bench.households(households));
        Simulation.of(scenario).start(RunKey.of(seed));
        assertThat(checked[0]).isGreaterThan(2_000);
    }

    private static void check(Wiring wiring, int household) {
        LossIfCaught loss = wiring.port(LossIfCaught.class).get();
        NeedView needs = wiring.port(NeedView.class).get();
        for (int i = 0; i < 4; i++) {
            assertThat(loss.lossAtMostUsd(household, i)).isGreaterThanOrEqualTo(loss.lossUsd(household, i));
            assertThat(needs.valueAtLeastUsd(household, i)).isLessThanOrEqualTo(needs.valueUsd(household, i));
        }
    }
}
