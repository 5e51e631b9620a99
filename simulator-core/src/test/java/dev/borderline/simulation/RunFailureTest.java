package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.Sanctions;
import dev.borderline.mechanism.Settlement;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A mechanism that breaks what must hold is found out at the turn of the year, and the failure says where and when. */
class RunFailureTest {
    /** The whole model, and {@link #saboteur} in it. */
    private static Scenario with(Consumer<Wiring> wrong) {
        Scenario scenario = Runs.small(500, 3);
        return scenario.with(scenario.catalog().with(saboteur(wrong)));
    }

    /** Does something wrong on 11 April 2010, at noon. */
    private static Mechanism<Bench.None> saboteur(Consumer<Wiring> wrong) {
        return Bench.stub("test.saboteur", wiring -> {
            int act = wiring.scheduler().kind("test.sabotage", Phase.MODEL, (time, subject, occurrence) -> {
                wrong.accept(wiring);
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(465 * Times.DAY + 12 * Times.HOUR, act, 0, 0));
        });
    }

    private static void assertBreaksOff(Scenario scenario, String when, String what) {
        assertThatThrownBy(() -> Simulation.run(scenario, new RunKey(77, 5)))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("replication 5 of seed 77")
                .hasMessageContaining("baseline")
                .hasMessageContaining(when)
                .hasMessageContaining(what);
    }

    @Test
    void caseOpenedForNobodyHeld_isFound() {
        assertBreaksOff(
                with(wiring -> wiring.cases()
                        .open(
                                3,
                                Route.IDENTIFIED,
                                0,
                                0,
                                false,
                                wiring.scheduler().now())),
                "2011-01-01T00:00:00Z",
                "people held = open cases");
    }

    /** One outcome more than cases, where nobody is ever arrested. */
    @Test
    void caseEndedThatWasNeverOpened_isFound() {
        Mechanism<Bench.None> ending = saboteur(wiring -> wiring.cases().close(0, Outcome.SERVED));
        Catalog catalog = Catalog.of(ending, Settlement.MECHANISM, Sanctions.MECHANISM);
        assertBreaksOff(
                Bench.scenario(catalog, 3, Bench.households(500)),
                "2011-01-01T00:00:00Z",
                "every case opened has one outcome");
    }

    @Test
    void householdHeldWithoutCase_isFound() {
        assertBreaksOff(
                with(wiring -> wiring.households().enter(3, State.REFORM)),
                "2011-01-01T00:00:00Z",
                "people held = open cases");
    }

    @Test
    void householdOnACallThatIsNone_isFound() {
        assertBreaksOff(
                with(wiring -> wiring.households().enter(3, State.ON_CALL)),
                "2011-01-01T00:00:00Z",
                "households on a call = sessions in progress");
    }

    @Test
    void needThatNeverEnds_isFound() {
        assertBreaksOff(with(wiring -> wiring.needs().arisen(3)), "2011-01-01T00:00:00Z", "open needs = calls");
    }

    @Test
    void needEndedTwice_isFound() {
        assertBreaksOff(with(wiring -> wiring.needs().lapsed(3)), "2011-01-01T00:00:00Z", "needs");
    }

    @Test
    void moneyFromNowhere_isFound() {
        assertBreaksOff(
                with(wiring -> wiring.existingCount("received_usd").add(3, 1)),
                "2011-01-01T00:00:00Z",
                "money sent = ");
    }

    @Test
    void commissionOfNobody_isFound() {
        assertBreaksOff(
                with(wiring -> {
                    wiring.existingCount("commission_usd").add(3, 1);
                    wiring.existingCount("sent_usd").add(3, 1);
                }),
                "2011-01-01T00:00:00Z",
                "money sent = ");
    }

    /** A handler that fails stops the run at that moment. */
    @Test
    void handlerThatThrows_stopsThere() {
        assertBreaksOff(
                with(wiring -> wiring.lever("surveillance.coverage").move(1.5)),
                "2010-04-11T12:00:00Z",
                "lever surveillance.coverage cannot be 1.5");
    }
}
