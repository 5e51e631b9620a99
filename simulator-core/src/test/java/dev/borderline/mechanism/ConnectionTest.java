package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Calls;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Line;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.simulation.RunResult;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTest {
    private static final int N = 20_000;
    private static final double MINUTES = 5;

    /** Each household plans one call at its own hour of the second day; {@code brokered} and {@code remote} for all. */
    private static Mechanism<Bench.None> oneCallEach(
            boolean brokered, boolean remote, BiConsumer<Wiring, List<Long>> more, List<Long> log) {
        return Bench.stub("test.calls", wiring -> {
            int plan = wiring.scheduler().kind("test.plan", Phase.MODEL, (time, household, occurrence) -> {
                wiring.needs().arisen(household);
                int zone = wiring.sessionZone(wiring.households().zone(household));
                int call = wiring.calls().plan(household, 0, zone, remote, brokered, MINUTES);
                wiring.signal(Signals.CALL_PLANNED).emit(household, call);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < N; household++) {
                    wiring.scheduler().post(Times.DAY, plan, household, 0);
                }
            });
            more.accept(wiring, log);
        });
    }

    private static RunResult run(Mechanism<Bench.None> calls, double jamming, int tries, String zone) {
        return Bench.run(
                Bench.scenario(
                        Catalog.of(calls, Connection.MECHANISM),
                        1,
                        Bench.all(
                                Bench.households(N),
                                Bench.everybodyIn(zone),
                                Map.of("levers.jamming.failure_probability", jamming, "connection.tries", (double)
                                        tries))),
                0);
    }

    /**
     * Every try fails with J (× .4 at a remote place): J^tries of the needs are jammed out, after Σ J^k tries. Five standard
     * errors: false alarm below 1e-6 each.
     */
    @ParameterizedTest(name = "jamming {0}, remote {1}, {2} tries")
    @CsvSource({"0.6, false, 3", "0.6, true, 3", "0.9, false, 1", "0.9, false, 7"})
    void jammedOut_share_isPowerOfJamming(double jamming, boolean remote, int tries) {
        RunResult run =
                run(oneCallEach(false, remote, (wiring, log) -> {}, new ArrayList<>()), jamming, tries, "reach");
        double j = remote ? 0.4 * jamming : jamming;
        double out = StrictMath.pow(j, tries);
        double attempts = (1 - out) / (1 - j);

        assertThat(run.value("jammed_out") / N).isCloseTo(out, within(5 * StrictMath.sqrt(out * (1 - out) / N)));
        assertThat(run.value("attempts") / N).isCloseTo(attempts, within(5 * tries / StrictMath.sqrt(N)));
        assertThat(run.value("sessions") + run.value("jammed_out")).isEqualTo(N);
        assertThat(run.value("completed_contacts")).isEqualTo(run.value("sessions"));
        assertThat(run.value("jammed_attempts")).isEqualTo(run.value("attempts") - run.value("sessions"));
        assertThat(run.value("minutes")).isCloseTo(MINUTES * run.value("sessions"), within(1e-6));
    }

    @Test
    void noJamming_noneJammedOut() {
        RunResult run = run(oneCallEach(false, false, (wiring, log) -> {}, new ArrayList<>()), 0, 3, "reach");

        assertThat(run.value("jammed_attempts")).isZero();
        assertThat(run.value("attempts")).isEqualTo(N);
        assertThat(run.value("completed_contacts")).isEqualTo(N);
    }

    @Test
    void jammedForCertain_exactlyThreeTriesEach() {
        RunResult run = run(oneCallEach(false, false, (wiring, log) -> {}, new ArrayList<>()), 1, 3, "reach");

        assertThat(run.value("attempts")).isEqualTo(3 * N);
        assertThat(run.value("jammed_out")).isEqualTo(N);
        assertThat(run.value("sessions")).isZero();
    }

    /** Sessions start after the travel, which a broker's client makes half of, and a day later for each failed try. */
    @ParameterizedTest(name = "brokered {0}: {1} days")
    @CsvSource({"false, 1.0", "true, 0.5"})
    void sessions_startAfterTravelAndDailyTries(boolean brokered, double travelDays) {
        List<Long> starts = new ArrayList<>();
        RunResult run = run(
                oneCallEach(
                        brokered,
                        false,
                        (wiring, log) -> wiring.signal(Signals.SESSION_STARTED)
                                .listen((household, call) ->
                                        log.add(wiring.scheduler().now())),
                        starts),
                0.5,
                3,
                "interior");
        long first = Times.DAY + (long) (travelDays * Times.DAY);

        assertThat(starts.stream().distinct().sorted())
                .containsExactly(first, first + Times.DAY, first + 2 * Times.DAY);
        assertThat(starts.size() / (double) N).isCloseTo(0.875, within(5 * 0.33 / StrictMath.sqrt(N)));
        assertThat(run.value("sessions")).isEqualTo(starts.size());
        assertThat(run.value("brokered_sessions")).isEqualTo(brokered ? starts.size() : 0);
    }

    /** A caller who is held when the call comes due does not call: the need lapses. Every second household is held that day. */
    @Test
    void held_neverCalls_needLapses() {
        List<Long> callers = new ArrayList<>();
        RunResult run = run(
                oneCallEach(
                        false,
                        false,
                        (wiring, log) -> {
                            int take = wiring.scheduler()
                                    .kind("test.take", Phase.MODEL, (time, household, occurrence) -> {
                                        wiring.households().enter(household, State.INVESTIGATION);
                                        return 0;
                                    });
                            wiring.onStart(() -> {
                                for (int household = 0; household < N; household += 2) {
                                    wiring.scheduler().post(Times.DAY + Times.HOUR, take, household, 0);
                                }
                            });
                            wiring.signal(Signals.SESSION_STARTED)
                                    .listen((household, call) -> log.add((long) household));
                        },
                        callers),
                0,
                3,
                "interior");

        assertThat(run.value("lapsed")).isEqualTo(N / 2.0);
        assertThat(callers).hasSize(N / 2).allMatch(household -> household % 2 == 1);
    }

    /** A session cut off after two of its five minutes counts two, completes no contact, and its end does not come. */
    @Test
    void cutOff_endsSessionThere() {
        Tally ended = new Tally();
        RunResult run = run(
                oneCallEach(
                        false,
                        false,
                        (wiring, log) -> {
                            int cut = wiring.scheduler().kind("test.cut", Phase.MODEL, (time, household, call) -> {
                                wiring.port(Line.class).get().cutOff(call);
                                return 0;
                            });
                            Calls calls = wiring.calls();
                            wiring.signal(Signals.SESSION_STARTED)
                                    .listen((household, call) -> wiring.scheduler()
                                            .post(wiring.scheduler().now() + 2 * Times.MINUTE, cut, household, call));
                            wiring.signal(Signals.SESSION_ENDED)
                                    .listen((household, call) -> ended.add(calls.cutOff(call) ? 1 : 0));
                        },
                        new ArrayList<>()),
                0,
                3,
                "reach");

        assertThat(run.value("minutes")).isEqualTo(2.0 * N);
        assertThat(run.value("completed_contacts")).isZero();
        assertThat(run.value("interrupted")).isEqualTo(N);
        assertThat(ended.n()).isEqualTo(N);
        assertThat(ended.mean()).isEqualTo(1);
    }

    /** A second need during a call waits for a free line and costs no try. */
    @Test
    void lineBusy_waits() {
        RunResult run = run(
                oneCallEach(
                        false,
                        false,
                        (wiring, log) -> {
                            int second = wiring.scheduler()
                                    .kind("test.second", Phase.MODEL, (time, household, need) -> {
                                        wiring.needs().arisen(household);
                                        int call = wiring.calls().plan(household, need, 3, false, false, MINUTES);
                                        wiring.signal(Signals.CALL_PLANNED).emit(household, call);
                                        return 0;
                                    });
                            wiring.onStart(() -> {
                                for (int household = 0; household < N; household++) {
                                    wiring.scheduler().post(Times.DAY + Times.MINUTE, second, household, 1);
                                }
                            });
                        },
                        new ArrayList<>()),
                0,
                1,
                "reach");

        assertThat(run.value("completed_contacts")).isEqualTo(2.0 * N);
        assertThat(run.value("attempts")).isEqualTo(2.0 * N);
    }
}
