package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.measure.Outcomes;
import dev.borderline.model.Cases;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Signals;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Probe;
import dev.borderline.observe.RunView;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Signals and draws that a caller's probe hears; nobody notices that it listens. */
class ProbeTest {
    private static final Simulation BUSY = Simulation.of(Worlds.busy());

    /** Listens to all there is, and looks at all it can. */
    private static final class Glutton implements Probe {
        private final Map<String, Integer> signals = new TreeMap<>();
        private final Map<String, long[]> draws = new TreeMap<>(); // draws, those that were yes
        private final Map<Cases.Outcome, Integer> closed = new EnumMap<>(Cases.Outcome.class);
        private final List<Outcomes> monthly = new ArrayList<>();
        private long events;
        private int needsWeighed;
        private double bribesUsd;
        private double looked;

        @Override
        public void attach(Hearing hearing) {
            RunView run = hearing.run();
            for (String signal : Signals.NAMES) {
                hearing.onSignal(signal, (household, detail) -> {
                    signals.merge(signal, 1, Integer::sum);
                    looked += run.household(household).wealthUsd();
                });
            }
            hearing.onSignal(Signals.SESSION_STARTED, (household, slot) -> {
                looked += run.call(slot).minutes();
                looked += run.need(household, run.call(slot).need()).valueUsd();
            });
            hearing.onSignal(
                    Signals.BRIBE_PAID,
                    (household, slot) -> bribesUsd += run.caseFile(slot).bribeUsd());
            hearing.onSignal(
                    Signals.CASE_CLOSED,
                    (household, slot) ->
                            closed.merge(run.caseFile(slot).outcome().orElseThrow(), 1, Integer::sum));
            hearing.onEvent(event -> {
                events++;
                needsWeighed += event.kind().equals("needs.arise") && event.outcome() == 0 ? 1 : 0;
            });
            hearing.onDraw(draw -> {
                long[] counts = draws.computeIfAbsent(draw.purpose(), unused -> new long[2]);
                counts[0]++;
                counts[1] += draw.yes() ? 1 : 0;
            });
            hearing.onMove(moved -> looked += run.lever(moved.lever()));
            hearing.onDays(Schedule.everyMonths(1), () -> monthly.add(run.soFar()));
            hearing.atEnd(() -> monthly.add(run.soFar()));
        }

        private int heard(String signal) {
            return signals.getOrDefault(signal, 0);
        }
    }

    @Test
    void probe_thatListensToAll_changesNothing() {
        Scenario moved = Worlds.busy()
                .with(Policy.of(
                        "ramp",
                        Move.ramp(LocalDate.of(2010, 1, 1), "surveillance.coverage", 0.9, LocalDate.of(2011, 1, 1))));
        Simulation simulation = Simulation.of(moved);
        RunResult alone = simulation.run(Worlds.KEY);

        Worlds.assertSame(alone, simulation.run(Worlds.KEY, new Glutton()));
        Worlds.assertSame(alone, simulation.run(Worlds.KEY, new Glutton(), new Glutton()));
    }

    @Test
    void probe_hearsAsMuchAsTheRunCounts() {
        Glutton probe = new Glutton();
        RunResult run = BUSY.run(Worlds.KEY, probe);

        assertThat(probe.events).isEqualTo(run.events());
        assertThat(probe.looked).isPositive();
        Map<String, String> measureOf = Map.of(
                Signals.ARRESTED, "arrests",
                Signals.CASE_FORMAL, "formal_cases",
                Signals.SESSION_LOCATED, "located",
                Signals.CONTACT_COMPLETED, "completed_contacts");
        measureOf.forEach((signal, measure) -> assertThat((double) probe.heard(signal))
                .as(signal)
                .isEqualTo(run.value(measure))
                .isPositive());
        assertThat(probe.heard(Signals.NEED_ARISEN))
                .isEqualTo(probe.needsWeighed)
                .isPositive();
        assertThat((double) probe.closed.get(Cases.Outcome.SETTLED)).isEqualTo(run.value("settled"));
        assertThat((double) probe.closed.get(Cases.Outcome.SERVED)).isEqualTo(run.value("terms_served"));
        assertThat(probe.heard(Signals.SESSION_STARTED)).isGreaterThanOrEqualTo(probe.heard(Signals.SESSION_ENDED));
        assertThat(probe.bribesUsd).isCloseTo(run.value("bribes_paid_usd"), within(1e-6));
        for (DrawSite.Tested site : run.sites()) {
            assertThat(probe.draws.getOrDefault(site.purpose(), new long[2]))
                    .as(site.purpose())
                    .containsExactly(site.trials(), site.accepted());
        }
    }

    /** A look sees all that has happened before that midnight; the last one is the result. */
    @Test
    void looks_seeTheCountsOfARunThatStopsThere() {
        Glutton probe = new Glutton();
        RunResult result = BUSY.run(Worlds.KEY, probe);
        RunInProgress stopping = BUSY.start(Worlds.KEY);

        List<LocalDate> days = Schedule.everyMonths(1).days(Worlds.busy().period());
        assertThat(probe.monthly).hasSize(days.size() + 1);
        for (int look = 0; look < days.size(); look++) {
            stopping.runUntil(days.get(look));
            assertThat(probe.monthly.get(look).value("needs")).isEqualTo(stopping.value("needs"));
            assertThat(probe.monthly.get(look).value("arrests")).isEqualTo(stopping.value("arrests"));
        }
        assertThat(probe.monthly.get(days.size()).value("person_years_held"))
                .isEqualTo(result.value("person_years_held"));
        assertThat(probe.monthly.get(1).value("needs"))
                .isGreaterThan(probe.monthly.get(0).value("needs"));
    }

    /** A case is told of in the order in which it goes: taken, formal, bribe, free, closed. */
    @Test
    void signals_ofACase_comeInOrder() {
        List<String> order = List.of(
                Signals.ARRESTED, Signals.CASE_FORMAL, Signals.BRIBE_PAID, Signals.RELEASED, Signals.CASE_CLOSED);
        Map<Integer, List<Integer>> stagesBySlot = new HashMap<>();
        List<List<Integer>> stories = new ArrayList<>();
        List<CaseFacts> files = new ArrayList<>();
        BUSY.run(Worlds.KEY, hearing -> {
            for (String signal : order) {
                hearing.onSignal(signal, (household, slot) -> {
                    List<Integer> story = stagesBySlot.computeIfAbsent(slot, unused -> new ArrayList<>());
                    story.add(order.indexOf(signal));
                    if (signal.equals(Signals.CASE_CLOSED)) {
                        stories.add(stagesBySlot.remove(slot));
                        files.add(hearing.run().caseFile(slot));
                    }
                });
            }
        });

        assertThat(stories)
                .hasSizeGreaterThan(100)
                .allSatisfy(story -> assertThat(story).startsWith(0).endsWith(4).isSorted());
        assertThat(stories).contains(List.of(0, 2, 4), List.of(0, 1, 3, 4), List.of(0, 1, 2, 3, 4));
        assertThat(files).allSatisfy(file -> {
            assertThat(file.outcome()).isPresent();
            assertThat(file.route()).isNotBlank();
        });
    }

    /** Causes before effects, also where one follows from the other within a single event. */
    @Test
    void signals_withinOneEvent_tellTheCauseFirst() {
        List<String> heard = new ArrayList<>();
        BUSY.run(Worlds.KEY, hearing -> {
            for (String signal : List.of(Signals.SESSION_LOCATED, Signals.PURSUIT_REACHED, Signals.PURSUIT_MISSED)) {
                hearing.onSignal(signal, (household, call) -> heard.add(signal));
            }
        });

        assertThat(heard).hasSizeGreaterThan(500);
        for (int i = 0; i < heard.size(); i += 2) {
            assertThat(heard.get(i)).isEqualTo(Signals.SESSION_LOCATED);
            assertThat(heard.get(i + 1)).isNotEqualTo(Signals.SESSION_LOCATED);
        }
    }

    @Test
    void moves_ofPolicies_areHeard() {
        LocalDate day = LocalDate.of(2010, 2, 3);
        Scenario moved = Worlds.busy()
                .with(Policy.of(
                        "two",
                        Move.set(day, "surveillance.coverage", 0.6),
                        Move.scale(day.plusDays(1), "surveillance.coverage", 0.5)));
        List<Hearing.Moved> moves = new ArrayList<>();
        Simulation.of(moved).run(Worlds.KEY, hearing -> hearing.onMove(moves::add));

        assertThat(moves)
                .containsExactly(
                        new Hearing.Moved(moved.period().timeMs(day), "surveillance.coverage", 0.3, 0.6),
                        new Hearing.Moved(moved.period().timeMs(day.plusDays(1)), "surveillance.coverage", 0.6, 0.3));
    }

    private static void assertBreaksOff(Probe probe, String message) {
        assertThatThrownBy(() -> BUSY.run(Worlds.KEY, probe))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("replication 2 of seed 20260101 of scenario baseline broke off at ")
                .hasMessageContaining(message);
    }

    @Test
    void probe_thatAsksForWhatIsNot_isRefused() {
        assertBreaksOff(
                hearing -> hearing.onSignal("sesion.started", (household, slot) -> {}),
                "there is no signal sesion.started; nearest is session.started");
        assertBreaksOff(
                hearing -> hearing.run().lever("surveillance.cover"),
                "there is no lever surveillance.cover; nearest is surveillance.coverage");
        assertBreaksOff(
                hearing -> hearing.atEnd(() -> hearing.run().soFar().value("arests")),
                "no measure arests; nearest is arrests");
        assertBreaksOff(hearing -> hearing.run().household(-1), "there is no household -1");
        assertBreaksOff(hearing -> hearing.run().call(0), "there is no call in slot 0 now");
        assertBreaksOff(hearing -> hearing.run().caseFile(7), "there is no case in slot 7 now");
        assertBreaksOff(
                hearing -> hearing.onDays(Schedule.on(LocalDate.of(2020, 1, 1)), () -> {}),
                "2020-01-01 lies outside the simulated time from 2009-03-10 to before 2012-05-20");
        assertBreaksOff(
                hearing -> hearing.atEnd(() -> hearing.onEvent(event -> {})),
                "a probe says what it listens to while it is attached");
    }

    @Test
    void probe_thatThrows_breaksOffThere() {
        assertBreaksOff(
                hearing -> hearing.onDays(Schedule.on(LocalDate.of(2010, 2, 3)), () -> {
                    throw new IllegalStateException("the disk is full");
                }),
                "broke off at 2010-02-03T00:00:00Z: the disk is full");
    }
}
