package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Signals;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrests due to the revenue motive: what is expected at g less what would be expected at 0, of the same candidates. */
class MotiveTest {
    private static final double BASE_RATE = 0.5;
    private static final double CANDIDATES = 4;
    private static final double WITHOUT = BASE_RATE / CANDIDATES; // chance that a candidate is stopped at g = 0
    private static final double ROUNDING = 1e-4; // of fixed point, 2^-32 a summand

    /** Settlement in which everybody taken pays a thousand dollars and goes. */
    private static Mechanism<Bench.None> payers() {
        return Bench.stub(
                "test.payers",
                wiring -> wiring.provide(Settling.class, (slot, stage, years) -> {
                    wiring.cases().paid(slot, 100_000);
                    wiring.signal(Signals.BRIBE_PAID).emit(wiring.cases().household(slot), slot);
                    return true;
                }));
    }

    /**
     * Revenue a thousand times the reference makes the excess reach its limit, 3, on the day after a zone's first stop of whom is
     * taken: a candidate is then stopped with {@code (1 + 3 g)} times the chance. The measure is the sum of what that adds, times the
     * chance that a stop ends in an arrest; the compensator of arrests is the sum of the chances themselves. Exact.
     */
    @ParameterizedTest(name = "g {0}, handsets {1}, false accusations {2}")
    @CsvSource({"0, 1, 0", "0.5, 1, 0", "1, 1, 0", "0.7, 0, 0.3"})
    void arrestsDueToMotive_areThoseThatItsExcessAdds(double motive, double handsets, double accusations) {
        List<Double> chances = new ArrayList<>();
        RunResult run = Bench.watched(
                Bench.scenario(
                        Catalog.of(payers(), Stops.MECHANISM, Bench.lineThatIsNeverUsed()),
                        2,
                        Bench.all(
                                Bench.households(2_000),
                                Bench.handsets(handsets),
                                Bench.everybodyIn("near"),
                                Map.of(
                                        "levers.stops.rate_per_year", BASE_RATE,
                                        "levers.stops.revenue_motive", motive,
                                        "levers.stops.false_accusation_probability", accusations,
                                        "stops.reference_revenue_usd", 1.0,
                                        "stops.candidates_per_year", CANDIDATES))),
                hearing -> hearing.onDraw(draw -> {
                    if (draw.purpose().equals("stops.stopped")) {
                        chances.add(draw.probability());
                    }
                }));
        double perStop = handsets == 1 ? 1 : accusations;
        double most = WITHOUT * (1 + 3 * motive);
        double added = chances.stream().mapToDouble(chance -> chance - WITHOUT).sum();

        assertThat(chances)
                .hasSizeGreaterThan(6_000)
                .allSatisfy(chance -> assertThat(chance).isBetween(WITHOUT - 1e-12, most + 1e-12));
        assertThat(chances.get(chances.size() - 1)).isCloseTo(most, within(1e-12));
        assertThat(run.value("arrests_due_to_motive")).isCloseTo(perStop * added, within(ROUNDING));
        assertThat(added == 0).isEqualTo(motive == 0);
    }
}
