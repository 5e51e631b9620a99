package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Ports.LossIfCaught;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Tally;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brokers who serve one client at a time, against queueing theory. */
class BrokerQueueTest {
    private static final int HOUSEHOLDS = 1_000;
    private static final double SERVICE_HOURS = 12;
    private static final double HOURS_PER_YEAR = 8_766;

    private static final class NoFear implements Belief {
        @Override
        public double arrestProbability(int household) {
            return 0;
        }

        @Override
        public double priorArrestProbability() {
            return 0;
        }
    }

    /** Clients come as a Poisson process with calls that are over at once; the service follows. */
    private static Mechanism<Bench.None> clients(double perYear, Consumer<Wiring> more) {
        return clients(perYear, more, household -> true);
    }

    private static Mechanism<Bench.None> clients(double perYear, Consumer<Wiring> more, IntPredicate comes) {
        return Bench.poisson(
                "test.clients",
                perYear / HOUSEHOLDS,
                wiring -> {
                    wiring.provide(Belief.class, new NoFear());
                    wiring.provide(LossIfCaught.class, new LossIfCaught() {});
                    wiring.provide(Settling.class, (slot, stage, years) -> false);
                    more.accept(wiring);
                },
                (wiring, household, occurrence) -> {
                    if (!comes.test(household)) {
                        return;
                    }
                    wiring.needs().arisen(household);
                    int zone = wiring.households().zone(household);
                    int call = wiring.calls().plan(household, occurrence, zone, false, true, 1e-6);
                    wiring.signal(Signals.CALL_PLANNED).emit(household, call);
                });
    }

    private static Scenario scenario(Mechanism<?> clients, int brokers, double patienceHours) {
        Map<String, Double> inputs = Map.of(
                "brokers.queueing",
                1.0,
                "brokers.per_thousand_pairs",
                (double) brokers,
                "brokers.contact_share",
                1.0,
                "brokers.service_minutes_mean",
                SERVICE_HOURS * 60,
                "brokers.patience_hours",
                patienceHours,
                "levers.jamming.failure_probability",
                0.0);
        return Bench.scenario(
                Catalog.of(clients, Connection.MECHANISM, Brokers.MECHANISM),
                3,
                Bench.all(Bench.households(HOUSEHOLDS), Bench.everybodyIn("reach"), inputs));
    }

    /** Stationary share of clients who wait and who give up in M/M/c+M, from the balance of births and deaths. */
    private static double[] erlangA(int brokers, double load, double serviceOverPatience) {
        double weight = 1;
        double all = 0;
        double full = 0;
        double givesUp = 0;
        for (int n = 0; n < 2_000; n++) {
            all += weight;
            full += n >= brokers ? weight : 0;
            givesUp += Math.max(0, n - brokers) * serviceOverPatience / load * weight;
            int next = n + 1;
            weight *= load / (Math.min(next, brokers) + Math.max(0, next - brokers) * serviceOverPatience);
        }
        return new double[] {full / all, givesUp / all};
    }

    /**
     * Waiting and giving up are as in M/M/c+M (Palm 1957). Where nobody gives up that is Erlang's C, .5541 with five brokers and
     * four erlang. Five standard errors over 20 replications of three years: false alarm below 1e-4 each (t with 19 degrees of
     * freedom). Each run begins with all brokers free, which lasts a few services of some 2,000.
     */
    @ParameterizedTest(name = "{0} brokers, {1} erlang, patience of {2} h")
    @CsvSource({"5, 4, 1e6", "5, 8, 12", "1, 0.7, 6", "2, 3, 48"})
    void waiting_andGivingUp_matchErlang(int brokers, double load, double patienceHours) {
        double perYear = load / SERVICE_HOURS * HOURS_PER_YEAR;
        Simulation ready = Simulation.of(scenario(clients(perYear, wiring -> {}), brokers, patienceHours));
        double[] expected = erlangA(brokers, load, SERVICE_HOURS / patienceHours);
        Tally waits = new Tally();
        Tally givesUp = new Tally();
        for (int replication = 0; replication < 20; replication++) {
            RunResult run = Bench.run(ready, replication);
            waits.add(run.value("broker_waits") / run.value("needs"));
            givesUp.add(run.value("gave_up_waiting") / run.value("needs"));
        }

        assertThat(waits.mean()).isCloseTo(expected[0], within(5 * waits.standardError()));
        assertThat(waits.standardError()).isLessThan(0.03);
        assertThat(givesUp.mean()).isCloseTo(expected[1], within(5 * givesUp.standardError() + 1e-3));
        assertThat(erlangA(5, 4, 0)[0]).isCloseTo(0.5541, within(1e-4));
    }

    /** View of the queue that a listener has. */
    private static final class Watch {
        private final Deque<Integer> line = new ArrayDeque<>(); // households in the order in which they joined
        private long integral;
        private long changedAt;
        private long booked;

        void install(Wiring wiring) {
            wiring.signal(Signals.CLIENT_WAITS).listen((household, call) -> {
                advance(wiring);
                line.add(household);
            });
            wiring.signal(Signals.CLIENT_CALLED).listen((household, call) -> {
                advance(wiring);
                assertThat(line.getFirst()).isEqualTo(household); // first come, first served
                line.removeFirst();
            });
            wiring.signal(Signals.NEED_UNMET).listen((household, unused) -> {
                advance(wiring);
                assertThat(line.removeFirstOccurrence(household)).isTrue();
            });
            wiring.onEnd(() -> {
                advance(wiring);
                booked = wiring.existingCount("broker_wait_years").total();
            });
        }

        private void advance(Wiring wiring) {
            long now = Math.min(wiring.scheduler().now(), wiring.end());
            integral += line.size() * (now - changedAt);
            changedAt = now;
        }
    }

    /**
     * Little's law for brokers, exactly: the client-time booked is the integral of the number who wait, to the tick, and clients
     * are served in the order in which they came. A household that waits does not come again here.
     */
    @Test
    void clientTimeWaited_isTheIntegralOfTheQueue_exactly() {
        Watch watch = new Watch();
        RunResult run = Bench.run(
                scenario(clients(2_500, watch::install, household -> !watch.line.contains(household)), 3, 10), 0);

        assertThat(run.value("gave_up_waiting")).isGreaterThan(200);
        assertThat(run.value("broker_waits")).isGreaterThan(2 * run.value("gave_up_waiting"));
        assertThat(watch.booked).isEqualTo(watch.integral).isGreaterThan(1_000 * Times.HOUR);
        assertThat(run.value("broker_wait_years")).isEqualTo(watch.booked / (double) Times.YEAR);
    }

    /** A client who waits when the run is over has waited until then, from the tick after he set out. */
    @Test
    void wait_notOverAtTheEnd_isBooked() {
        RunResult run = Bench.run(scenario(oneClientAt(100, wiring -> {}), 0, 1e6), 0);

        assertThat(run.value("broker_waits")).isEqualTo(1);
        assertThat(run.value("gave_up_waiting")).isZero();
        assertThat(run.value("broker_wait_years")).isEqualTo((995 * Times.DAY - 1) / (double) Times.YEAR);
    }

    /** Somebody who books a tick of waiting that nobody waited: the run breaks off, and says what does not hold. */
    @Test
    void books_wrongByATick_breakTheRunOff() {
        Scenario scenario = scenario(
                oneClientAt(
                        100,
                        wiring -> wiring.existingCount("broker_wait_years")
                                .addSpell(
                                        0,
                                        wiring.scheduler().now() - 1,
                                        wiring.scheduler().now())),
                0,
                1e6);

        assertThatThrownBy(() -> Bench.run(scenario, 0))
                .hasStackTraceContaining("invariant broken: client-time waited = integral of the number who wait");
    }

    /** A client who comes on that day, and what else happens then. */
    private static Mechanism<Bench.None> oneClientAt(int day, Consumer<Wiring> more) {
        return Bench.stub("test.client", wiring -> {
            wiring.provide(Belief.class, new NoFear());
            wiring.provide(LossIfCaught.class, new LossIfCaught() {});
            wiring.provide(Settling.class, (slot, stage, years) -> false);
            int come = wiring.scheduler().kind("test.come", Phase.MODEL, (time, household, need) -> {
                wiring.needs().arisen(household);
                int zone = wiring.households().zone(household);
                int call = wiring.calls().plan(household, need, zone, false, true, 1);
                wiring.signal(Signals.CALL_PLANNED).emit(household, call);
                more.accept(wiring);
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(day * Times.DAY, come, 0, 0));
        });
    }

    /** The whole model with brokers who are hardly ever free: fewer contacts, clients who give up, and all accounts hold. */
    @Test
    void wholeModel_fewBrokers_clientsGiveUp() {
        Scenario scenario = Scenarios.named("baseline").with(Bench.households(4_000));
        Map<String, Double> queue = Map.of("brokers.queueing", 1.0, "brokers.service_minutes_mean", 600.0);
        RunResult off = Bench.run(scenario, 0);
        RunResult on = Bench.run(scenario.with(queue), 0);
        double ended = 0;
        for (String end : new String[] {
            "completed_contacts", "interrupted", "jammed_out", "deterred", "priced_out", "lapsed", "gave_up_waiting"
        }) {
            ended += on.value(end);
        }

        assertThat(off.value("broker_waits") + off.value("gave_up_waiting")).isZero();
        assertThat(on.value("gave_up_waiting")).isGreaterThan(1_000);
        assertThat(on.value("completed_contacts")).isLessThan(0.9 * off.value("completed_contacts"));
        assertThat(ended).isBetween(on.value("needs") - 100, on.value("needs"));
    }

    /** Brokers who take no time and are many: the queue is there and nobody notices. */
    @Test
    void wholeModel_manyQuickBrokers_asWithoutTheQueue() {
        Scenario scenario =
                Scenarios.named("baseline").with(Bench.households(3_000)).with("brokers.per_thousand_pairs", 1_000);
        Map<String, Double> queue = Map.of("brokers.queueing", 1.0, "brokers.service_minutes_mean", 0.0);
        RunResult off = Bench.run(scenario, 0);
        RunResult on = Bench.run(scenario.with(queue), 0);

        assertThat(on.value("broker_waits")).isZero();
        off.outcomes()
                .measures()
                .forEach(measure -> assertThat(on.value(measure.name()))
                        .as(measure.name())
                        .isEqualTo(Double.valueOf(off.value(measure.name()))));
    }
}
