package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of one household, attempt by attempt, where nobody travels. Nothing here is left to chance. */
class ConnectionOneByOneTest {
    private static final int JAMMED = 1;
    private static final int JAMMED_OUT = 2;
    private static final int LINE_BUSY = 3;
    private static final int LAPSED = 4;
    private static final int WAITING = 5;

    /** Script of a household's events and of the signals that are heard of it. */
    private static final class Script {
        private final List<Long> times = new ArrayList<>();
        private final List<Consumer<Wiring>> acts = new ArrayList<>();
        private final List<String> heard = new ArrayList<>();
        private final List<Integer> outcomes = new ArrayList<>(); // of attempts

        Script at(long minute, Consumer<Wiring> act) {
            times.add(Times.DAY + minute * Times.MINUTE);
            acts.add(act);
            return this;
        }

        Script plan(long minute, int need, boolean remote, boolean brokered) {
            return at(minute, wiring -> {
                wiring.needs().arisen(0);
                int call = wiring.calls().plan(0, need, 0, remote, brokered, 5);
                wiring.signal(Signals.CALL_PLANNED).emit(0, call);
            });
        }

        /** The broker has time for the call in the first slot. */
        Script turn(long minute) {
            return at(minute, wiring -> wiring.signal(Signals.CLIENT_CALLED).emit(0, 0));
        }

        Script enter(long minute, State state) {
            return at(minute, wiring -> wiring.households().enter(0, state));
        }

        private Mechanism<Bench.None> mechanism(boolean brokersHaveTime) {
            return Bench.stub("test.script", wiring -> {
                wiring.provide(BrokerMarket.class, new BrokerMarket() {
                    @Override
                    public boolean receives(int household, int call) {
                        return brokersHaveTime;
                    }
                });
                int act = wiring.scheduler().kind("test.act", Phase.MODEL, (time, subject, number) -> {
                    acts.get(number).accept(wiring);
                    return 0;
                });
                wiring.onStart(() -> {
                    for (int number = 0; number < acts.size(); number++) {
                        wiring.scheduler().post(times.get(number), act, 0, number);
                    }
                });
                hear(wiring, Signals.SESSION_STARTED, "started");
                hear(wiring, Signals.ATTEMPT_FAILED, "failed");
                wiring.signal(Signals.CONTACT_COMPLETED)
                        .listen((household, need) -> heard.add(minute(wiring) + " completed " + need));
            });
        }

        private void hear(Wiring wiring, String signal, String word) {
            wiring.signal(signal)
                    .listen((household, call) -> heard.add(
                            minute(wiring) + " " + word + " " + wiring.calls().need(call)));
        }

        private static long minute(Wiring wiring) {
            return (wiring.scheduler().now() - Times.DAY) / Times.MINUTE;
        }

        RunResult run(boolean brokersHaveTime, double jamming) {
            return Bench.watched(
                    Bench.scenario(
                            Catalog.of(mechanism(brokersHaveTime), Connection.MECHANISM),
                            1,
                            Bench.all(
                                    Bench.households(1),
                                    Bench.everybodyIn("reach"),
                                    Map.of("levers.jamming.failure_probability", jamming))),
                    hearing -> hearing.onEvent(event -> {
                        if (event.kind().equals("connection.attempt")) {
                            outcomes.add(event.outcome());
                        }
                    }));
        }
    }

    /** A call while another is in progress is made a day later; both complete, and who is held meanwhile lets one lapse. */
    @Test
    void lineBusy_calledAgainADayLater() {
        Script script = new Script()
                .plan(0, 0, false, false)
                .plan(1, 1, false, false)
                .enter(3_000, State.CAMP)
                .plan(3_001, 2, false, false)
                .enter(3_002, State.FREE);
        RunResult run = script.run(true, 0);

        assertThat(script.heard).containsExactly("0 started 0", "5 completed 0", "1441 started 1", "1446 completed 1");
        assertThat(script.outcomes).containsExactly(0, LINE_BUSY, 0, LAPSED);
        assertThat(run.value("lapsed")).isEqualTo(1);
    }

    /** Tries fail a day apart and each is told of; the last one jams the need out. */
    @Test
    void jammed_everyTryIsTold() {
        Script script = new Script().plan(0, 0, false, false);
        RunResult run = script.run(true, 1);

        assertThat(script.heard).containsExactly("0 failed 0", "1440 failed 0", "2880 failed 0");
        assertThat(script.outcomes).containsExactly(JAMMED, JAMMED, JAMMED_OUT);
        assertThat(run.value("jammed_out")).isEqualTo(1);
    }

    /** A broker with time connects his client at once and the session is counted as his; one without lets him wait. */
    @ParameterizedTest(name = "brokers have time: {0}")
    @CsvSource({"true, 0", "false, 30"})
    void brokered_connectsWhenTheBrokerHasTime(boolean haveTime, int startMinute) {
        Script script = new Script().plan(0, 0, false, true).plan(60, 1, false, false);
        if (!haveTime) {
            script.turn(30);
        }
        RunResult run = script.run(haveTime, 0);

        assertThat(script.heard)
                .containsExactly(
                        startMinute + " started 0", startMinute + 5 + " completed 0", "60 started 1", "65 completed 1");
        assertThat(script.outcomes).containsExactly(haveTime ? 0 : WAITING, 0);
        assertThat(run.value("brokered_sessions")).isEqualTo(1);
        assertThat(run.value("sessions")).isEqualTo(2);
    }

    /** A client on another call when his turn comes has lost it and comes back a day later. */
    @Test
    void turn_whileOnACall_clientComesBack() {
        Script script =
                new Script().plan(0, 0, false, true).plan(10, 1, false, false).turn(12);
        script.turn(12 + 1440 + 7);
        RunResult run = script.run(false, 0);

        assertThat(script.heard)
                .containsExactly("10 started 1", "12 failed 0", "15 completed 1", "1459 started 0", "1464 completed 0");
        assertThat(script.outcomes).containsExactly(WAITING, 0, WAITING);
        assertThat(run.value("attempts")).isEqualTo(2);
    }

    /** A client who is held when his turn comes has lost it, and the need lapses. */
    @Test
    void turn_whileHeld_needLapses() {
        Script script = new Script()
                .plan(0, 0, false, true)
                .enter(10, State.INVESTIGATION)
                .turn(20);
        List<Integer> open = new ArrayList<>();
        script.at(21, wiring -> open.add(wiring.calls().open()));
        RunResult run = script.run(false, 0);

        assertThat(script.heard).containsExactly("20 failed 0");
        assertThat(open).containsExactly(0);
        assertThat(run.value("lapsed")).isEqualTo(1);
        assertThat(run.value("attempts")).isZero();
    }

    /** The place of the last session stays with the household; on a call it is not free. */
    @Test
    void session_placeAndStateAreNoted() {
        List<Boolean> remote = new ArrayList<>();
        List<State> states = new ArrayList<>();
        Script script = new Script().plan(0, 0, true, false).plan(10, 1, false, false);
        for (int minute : new int[] {1, 6, 11}) {
            script.at(minute, wiring -> {
                remote.add(wiring.households().calledRemotely(0));
                states.add(wiring.households().state(0));
            });
        }
        script.run(true, 0);

        assertThat(remote).containsExactly(true, true, false);
        assertThat(states).containsExactly(State.ON_CALL, State.FREE, State.ON_CALL);
    }

    /** Means over sessions: their planned length, also where they are cut short, and formal cases over calls. */
    @Test
    void ratios_overSessions() {
        Script script = new Script();
        for (int i = 0; i < 4; i++) {
            int need = i;
            script.at(10L * i, wiring -> {
                wiring.needs().arisen(0);
                int call = wiring.calls().plan(0, need, 0, false, false, 3 + 2 * need);
                wiring.signal(Signals.CALL_PLANNED).emit(0, call);
            });
        }
        script.at(1, wiring -> {
            wiring.existingCount("formal_call_cases").add(0);
            wiring.port(Line.class).get().cutOff(0);
        });
        RunResult run = script.run(true, 0);

        assertThat(run.value("call_minutes_mean")).isEqualTo(6);
        assertThat(run.value("formal_risk_per_session")).isEqualTo(0.25);
    }
}
