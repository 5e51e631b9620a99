package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.Bench;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Ports.Immunity;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Policies that exempt people from arrest, and what they need: dates, and word of handsets. */
class ExemptionTest {
    private static final Scenario BUSY = Worlds.busy();
    private static final RunResult ALONE = Simulation.run(BUSY, Worlds.KEY);

    private static Scenario with(Consumer<Wiring> installer) {
        return BUSY.with(BUSY.catalog().with(Bench.stub("amnesty", installer)));
    }

    private static RunResult run(Immunity immunity) {
        return Simulation.run(with(wiring -> wiring.arrests().exempt(immunity)), Worlds.KEY);
    }

    /** Protected people are arrested by no route, of which each takes somebody where nobody is; expected arrests agree. */
    @Test
    void everybodyProtected_nobodyArrested() {
        RunResult all = run(household -> true);

        for (String route : List.of("caught_in_call", "identified", "informed_on", "stopped", "framed")) {
            assertThat(ALONE.value("arrests_" + route)).as(route).isPositive();
            assertThat(all.value("arrests_" + route)).as(route).isZero();
        }
        assertThat(all.value("arrests")).isZero();
        assertThat(all.value("arrests_stopped_at_border")).isZero();
        assertThat(all.value("needs")).isPositive();
    }

    @Test
    void nobodyProtected_sameRun() {
        assertThat(run(household -> false).monthlyFingerprints()).isEqualTo(ALONE.monthlyFingerprints());
    }

    @Test
    void someProtected_onlyOthersArrested() {
        List<Integer> arrested = new ArrayList<>();
        Scenario scenario = with(wiring -> wiring.arrests().exempt(household -> household % 2 == 0));
        Simulation.of(scenario)
                .run(
                        Worlds.KEY,
                        hearing -> hearing.onSignal(Signals.ARRESTED, (household, slot) -> arrested.add(household)));

        assertThat(arrested).hasSizeGreaterThan(10).allMatch(household -> household % 2 == 1);
    }

    /** A mechanism that arrests without asking is stopped. */
    @Test
    void arrest_ofTheProtected_isRefused() {
        Scenario scenario = with(wiring -> {
            wiring.arrests().exempt(household -> household == 5);
            wiring.onDays(
                    "amnesty.day",
                    Schedule.on(BUSY.start().plusDays(1)),
                    number -> wiring.arrests().arrest(5, Route.STOPPED, 0, 0, false));
        });
        assertThatThrownBy(() -> Simulation.run(scenario, Worlds.KEY))
                .hasMessageEndingWith(
                        "mechanism amnesty: household 5 cannot be arrested by route stopped: it is held, gone or protected");
    }

    @Test
    void handsetGot_isToldOfEachDelivered() {
        int[] got = new int[1];
        RunResult run = Simulation.of(BUSY)
                .run(
                        Worlds.KEY,
                        hearing -> hearing.onSignal(Signals.HANDSET_GOT, (household, request) -> {
                            assertThat(hearing.run().household(household).ownsHandset())
                                    .isTrue();
                            got[0]++;
                        }));
        assertThat(got[0]).isPositive().isEqualTo((int) run.value("handsets_delivered"));
    }

    /** At midnight, after a lever moved that day. */
    @Test
    void mechanism_knowsDates() {
        List<String> days = new ArrayList<>();
        LocalDate second = LocalDate.of(2011, 12, 31);
        Simulation.run(
                with(wiring -> {
                    assertThat(wiring.period()).isEqualTo(BUSY.period());
                    wiring.onDays(
                            "amnesty.day",
                            Schedule.on(BUSY.start(), second),
                            number -> days.add(number + " " + wiring.date() + " month " + wiring.monthOfYear()));
                }),
                Worlds.KEY);

        assertThat(days)
                .containsExactly(
                        "0 " + BUSY.start() + " month " + BUSY.start().getMonthValue(), "1 2011-12-31 month 12");
    }
}
