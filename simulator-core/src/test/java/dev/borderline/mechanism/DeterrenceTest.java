package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Deterrence: the economics of crime, through the choices that households make. The same people and needs in every run. */
class DeterrenceTest {
    private static final double RISK = 0.02;

    private record Believed(double probability) implements Belief {
        @Override
        public double arrestProbability(int household) {
            return probability;
        }

        @Override
        public double priorArrestProbability() {
            return probability;
        }
    }

    /** Half of the believed risk grows with the length of a call. */
    private static Mechanism<Bench.None> believers(double probability, Consumer<Wiring> more) {
        return Bench.stub("test.believers", wiring -> {
            wiring.provide(Belief.class, new Believed(probability));
            wiring.risk().addDetection((exposure, minutes) -> 0.01);
            wiring.risk().addOther(() -> 0.01);
            more.accept(wiring);
        });
    }

    private static RunResult run(Catalog catalog, Map<String, Double> inputs) {
        return Bench.run(
                Bench.scenario(
                        catalog,
                        2,
                        Bench.all(
                                Bench.households(3_000), Bench.handsets(1), Map.of("needs.value_sigma", 1.5), inputs)),
                0);
    }

    private static RunResult withLoss(double probability, double lossUsd) {
        LossIfCaught loss = new LossIfCaught() {
            @Override
            public double lossUsd(int household, int aggravation) {
                return lossUsd;
            }
        };
        return run(
                Catalog.of(
                        believers(probability, wiring -> wiring.provide(LossIfCaught.class, loss)),
                        Needs.MECHANISM,
                        Choice.MECHANISM,
                        Connection.MECHANISM),
                Map.of());
    }

    /** Becker (1968): with risk-neutral callers p and f deter alike; twice the one for half the other changes nobody's choice. */
    @Test
    void chanceAndPenalty_tradedOneForOne_identicalRuns() {
        RunResult run = withLoss(RISK, 4_000);

        assertThat(run.value("deterred")).isGreaterThan(1_000);
        assertThat(run.value("sessions")).isGreaterThan(1_000);
        assertThat(withLoss(2 * RISK, 2_000).monthlyFingerprints()).isEqualTo(run.monthlyFingerprints());
        assertThat(withLoss(RISK / 8, 32_000).monthlyFingerprints()).isEqualTo(run.monthlyFingerprints());
        assertThat(withLoss(2 * RISK, 4_000).value("deterred")).isGreaterThan(run.value("deterred"));
    }

    /** All cases end in a camp, nobody settles: the loss if caught is the worth of the term as people see it. */
    private static RunResult withCamp(double probability, double years, double discountPerYear) {
        return run(
                Catalog.of(
                        believers(probability, wiring -> {}),
                        Needs.MECHANISM,
                        Choice.MECHANISM,
                        Connection.MECHANISM,
                        Settlement.MECHANISM,
                        Sanctions.MECHANISM),
                Map.of(
                        "levers.sanctions.training_share", 0.0,
                        "levers.sanctions.reform_share", 0.0,
                        "levers.sanctions.camp_share", 1.0,
                        "levers.sanctions.camp_years_mean", years,
                        "levers.sanctions.pretrial_days_mean", 0.0,
                        "levers.settlement.officer_penalty_usd", 1e9,
                        "levers.settlement.bribe_detection", 1.0,
                        "settlement.discount_per_year", discountPerYear));
    }

    /**
     * Certainty beats severity (Nagin 2013): to callers who discount by a quarter a year twice the chance deters more than twice
     * the term. To callers who hardly discount it is the same, Becker's case again.
     */
    @Test
    void certainty_beatsSeverity_unlessNobodyDiscounts() {
        RunResult base = withCamp(RISK, 2, 0.75);
        double certain = withCamp(2 * RISK, 2, 0.75).value("deterred") - base.value("deterred");
        double severe = withCamp(RISK, 4, 0.75).value("deterred") - base.value("deterred");
        double patientBase = withCamp(RISK, 2, 0.999).value("deterred");
        double patientCertain = withCamp(2 * RISK, 2, 0.999).value("deterred") - patientBase;
        double patientSevere = withCamp(RISK, 4, 0.999).value("deterred") - patientBase;

        assertThat(severe).isGreaterThan(100);
        assertThat(certain).isGreaterThan(1.3 * severe);
        assertThat(patientSevere).isCloseTo(patientCertain, within(0.02 * patientCertain));
    }
}
