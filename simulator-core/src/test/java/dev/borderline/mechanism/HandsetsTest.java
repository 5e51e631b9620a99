package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.Signals;
import dev.borderline.simulation.RunResult;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandsetsTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int HOUSEHOLDS = 10_000;

    /** Everybody's needs go unmet, and everybody who is asked is in contact or nobody is; some are arrested. */
    private static RunResult run(boolean inContact, double arrestsPerYear, Map<String, Double> more) {
        Mechanism<Bench.None> world = Bench.poisson(
                "test.arrests",
                Math.max(1e-9, arrestsPerYear),
                wiring -> {
                    wiring.route(TEST, "arrests by the test");
                    wiring.provide(ContactView.class, household -> inContact);
                    wiring.onStart(() -> {
                        for (int household = 0; household < HOUSEHOLDS; household++) {
                            wiring.signal(Signals.NEED_UNMET).emit(household, 0);
                        }
                    });
                },
                (wiring, household, occurrence) -> {
                    if (wiring.arrests().canArrest(household)) {
                        wiring.arrests().arrest(household, TEST, occurrence, 0, false);
                    }
                });
        Map<String, Double> inputs = new HashMap<>(Map.of(
                "zones.near.handset_share", 0.0,
                "levers.border.fortification", 0.0,
                "levers.officers.corruptible_share", 0.0));
        inputs.putAll(more);
        inputs.putAll(Bench.households(HOUSEHOLDS));
        Catalog catalog =
                Catalog.of(world, Settlement.MECHANISM, Sanctions.MECHANISM, Handsets.MECHANISM, BorderGoods.MECHANISM);
        return Bench.run(Bench.scenario(catalog, 4, inputs), 0);
    }

    /**
     * Households without a handset get one at rate r less the way. After t years 1 − e^(−r t) have one, the way being some three
     * weeks.
     */
    @Test
    void stock_growsTowardsAll() {
        RunResult run = run(true, 0, Map.of("zones.reach.handset_share", 0.0, "handsets.request_rate_per_year", 0.5));
        double expected = HOUSEHOLDS * (1 - StrictMath.exp(-0.5 * (4 - 21 / 365.25)));

        assertThat(run.outcomes().inYear("handsets", 3))
                .isCloseTo(expected, within(5 * StrictMath.sqrt(HOUSEHOLDS * 0.25)));
    }

    /** A need that ends without a contact makes the household ask; after a contact it does not. */
    @ParameterizedTest
    @EnumSource(End.class)
    void needEnded_withoutContact_householdAsks(End end) {
        Mechanism<Bench.None> world = Bench.stub("test.world", wiring -> {
            wiring.provide(ContactView.class, household -> true);
            wiring.onStart(() -> {
                for (int household = 0; household < 200; household++) {
                    wiring.needs().arisen(household);
                    end.of(household, wiring.needs());
                    if (end == End.COMPLETED) {
                        wiring.signal(Signals.CONTACT_COMPLETED).emit(household, 0);
                    }
                }
            });
        });
        Map<String, Double> inputs =
                Bench.all(Bench.households(200), Bench.handsets(0), Map.of("handsets.request_rate_per_year", 1.0));
        RunResult run = Bench.run(
                Bench.scenario(Catalog.of(Bench.lineThatIsNeverUsed(), world, Handsets.MECHANISM), 1, inputs), 0);

        assertThat(run.value("handset_requests") > 0).isEqualTo(end != End.COMPLETED);
    }

    enum End {
        COMPLETED,
        INTERRUPTED,
        JAMMED_OUT,
        DETERRED,
        PRICED_OUT,
        GAVE_UP,
        LAPSED;

        void of(int household, NeedLedger needs) {
            switch (this) {
                case COMPLETED -> needs.completed(household);
                case INTERRUPTED -> needs.interrupted(household);
                case JAMMED_OUT -> needs.jammedOut(household);
                case DETERRED -> needs.deterred(household);
                case PRICED_OUT -> needs.pricedOut(household);
                case GAVE_UP -> needs.gaveUp(household);
                case LAPSED -> needs.lapsed(household);
            }
        }
    }

    @Test
    void noContact_nobodyAsks() {
        assertThat(run(false, 0, Map.of()).value("handset_requests")).isZero();
    }

    /** Handsets are lost at arrest and nowhere else. */
    @Test
    void handsets_lostAtArrest_conserved() {
        RunResult run = run(true, 0.3, Map.of("zones.reach.handset_share", 1.0, "handsets.request_rate_per_year", 0.0));
        RunResult calm = run(true, 0, Map.of("zones.reach.handset_share", 1.0, "handsets.request_rate_per_year", 0.0));

        assertThat(run.value("handsets_seized")).isPositive();
        assertThat(run.outcomes().inYear("handsets", 3) + run.value("handsets_seized"))
                .isEqualTo(calm.outcomes().inYear("handsets", 3));
    }
}
