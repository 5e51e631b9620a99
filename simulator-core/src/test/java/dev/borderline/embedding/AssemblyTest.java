package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.event.EventLoop;
import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.Measure.Presentation;
import dev.borderline.measure.Recorder;
import dev.borderline.mechanism.Bench;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Probe;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.Simulation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Checks of a mechanism's declarations against the rest when a run is put together: clashes are refused by name. */
class AssemblyTest {
    private static final Scenario BUSY = Worlds.busy();

    private static Scenario with(Consumer<Wiring> installer) {
        return BUSY.with(BUSY.catalog().with(Bench.stub("amnesty", installer)));
    }

    private static Scenario with(Consumer<Wiring> installer, Consumer<Wiring> second) {
        Mechanism<Bench.None> other = Bench.stub("curfew", second);
        return with(installer).with(with(installer).catalog().with(other));
    }

    private static void assertRefused(Scenario scenario, String... words) {
        assertThatThrownBy(() -> Simulation.of(scenario).start(Worlds.KEY))
                .isInstanceOf(RunFailure.class)
                .hasMessageContainingAll(words);
    }

    /** Before, money was added to the count of arrests. */
    @Test
    void measure_ofAnotherMechanism_isRefused() {
        assertRefused(
                with(wiring -> wiring.neutral("Tests").money("arrests", "Money spent")),
                "mechanism amnesty: measure arrests is declared already, by the model");
        assertRefused(
                with(wiring -> wiring.neutral("Tests").level("sessions", "sessions", "Sessions")),
                "measure sessions is declared already, by connection");
        assertRefused(
                with(wiring -> wiring.neutral("Tests").sharedCount("sessions", "sessions", "Sessions")),
                "measure sessions is declared already, by connection");
        assertRefused(
                with(wiring -> wiring.neutral("Tests").quartiles("bribe", "what is paid")),
                "measure bribe_lower_quartile_usd is declared already, by settlement");
    }

    @Test
    void sharedMeasure_inOtherWords_isRefused() {
        assertRefused(
                with(wiring -> wiring.neutral("Tests").sharedCount("attempts", "attempts", "Tries")),
                "measure attempts is shared with channels, which declares it as COUNT in attempts: Attempts to connect",
                "not as COUNT in attempts: Tries");
        assertThat(Simulation.of(with(wiring -> {
                            wiring.neutral("Tests").sharedCount("visits", "visits", "Visits");
                            wiring.neutral("Tests").sharedCount("visits", "visits", "Visits");
                        }))
                        .measures())
                .filteredOn(measure -> measure.name().equals("visits"))
                .hasSize(1);
    }

    /** Measures as a journal keeps them are the same with and without. */
    @Test
    void presentation_standsBesideTheMeasures() {
        Simulation plain = Simulation.of(with(wiring -> {
            wiring.harm("Tests").line(1).sharedCount("visits", "visits", "Visits");
            wiring.harm("Tests").quartiles("fee", "what is paid");
        }));
        Simulation titled = Simulation.of(with(wiring -> {
            wiring.harm("Tests").titled("Calls on people").byFifth(7).line(1).sharedCount("visits", "visits", "Visits");
            wiring.harm("Tests").titled("Usual fee").quartiles("fee", "what is paid");
        }));
        Map<String, Presentation> more = new TreeMap<>(titled.presentations());
        more.keySet().removeAll(plain.presentations().keySet());

        assertThat(titled.measures()).isEqualTo(plain.measures());
        assertThat(more)
                .isEqualTo(Map.of(
                        "visits",
                        new Presentation("Calls on people", 7),
                        "fee_median_usd",
                        new Presentation("Usual fee", 0)));
    }

    /** A mechanism can look at what others asked to be called back for, and not call it off. */
    @Test
    void hooks_handedOut_cannotBeChanged() {
        assertRefused(with(wiring -> wiring.hooks().onYear().clear()), "broke off");
        assertRefused(with(wiring -> wiring.hooks().invariants().clear()), "broke off");
    }

    @Test
    void existingCount_thatIsNone_isRefusedWithTheNearest() {
        assertRefused(
                with(wiring -> wiring.existingCount("arests")),
                "no mechanism has declared a count arests; nearest is arrests");
    }

    /** Before, both had the same uniforms. */
    @Test
    void purpose_inUse_isRefused() {
        assertRefused(
                with(wiring -> wiring.draws("household.income")),
                "mechanism amnesty: purpose household.income is declared already, by the model");
        assertRefused(
                with(wiring -> wiring.chance("visits.day"), wiring -> wiring.draws("visits.day", SubjectKind.ZONE)),
                "mechanism curfew: purpose visits.day is declared already, by amnesty");
    }

    /** The ids of purposes have 16 bits: a name that has the id of another is refused, also of one that makes the households. */
    @Test
    void purpose_withTheIdOfAnother_isRefused() {
        assertRefused(
                with(wiring -> wiring.draws("amnesty.draw49022")),
                "household.income",
                "amnesty.draw49022",
                "rename one");
    }

    @Test
    void route_withTheLaneOrNameOfAnother_isRefused() {
        assertRefused(
                with(wiring -> wiring.route(new Route("mine", 3, false), "")),
                "routes stopped and mine have the same lane, 3");
        assertRefused(
                with(wiring -> wiring.route(new Route("stopped", 17, false), "")),
                "route stopped is declared already, by stops");
    }

    /** Before, it was listened to for ever. */
    @Test
    void signal_thatNobodyDeclares_isRefused() {
        assertRefused(
                with(wiring -> wiring.signal("person.arested").listen((household, slot) -> {})),
                "no mechanism declares the signal person.arested; nearest is person.arrested");
        assertRefused(with(wiring -> wiring.newSignal(Signals.ARRESTED)), "signal person.arrested is one of the model");
        assertRefused(
                with(wiring -> wiring.newSignal("phone.returned"), wiring -> wiring.newSignal("phone.returned")),
                "signal phone.returned is declared already, by amnesty");
    }

    /** Listeners may come before the signal is declared. */
    @Test
    void signal_declaredLater_isHeard() {
        List<Integer> heard = new ArrayList<>();
        Scenario scenario = with(
                wiring -> wiring.signal("phone.returned").listen((household, day) -> heard.add(household)), wiring -> {
                    var returned = wiring.newSignal("phone.returned");
                    wiring.onStart(() -> returned.emit(7, 0));
                });
        Simulation.of(scenario).start(Worlds.KEY);

        assertThat(heard).containsExactly(7);
    }

    @Test
    void kindOfEvent_ofAnotherMechanism_isRefused() {
        assertRefused(
                with(wiring -> wiring.scheduler().kind("stops.day", Phase.MODEL, (time, subject, number) -> 0)),
                "mechanism amnesty: two kinds of event are called stops.day");
    }

    private static Consumer<Wiring> onSecondOfApril(Runnable action) {
        return wiring -> {
            int kind = wiring.scheduler().kind("amnesty.day", Phase.MODEL, (time, subject, number) -> {
                action.run();
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(23 * Times.DAY, kind, 0, 0));
        };
    }

    private static void assertFails(Scenario scenario, String message) {
        assertThatThrownBy(() -> Simulation.run(scenario, Worlds.KEY))
                .isInstanceOf(RunFailure.class)
                .hasMessageEndingWith(message)
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .rootCause()
                .satisfies(cause ->
                        assertThat(cause.getStackTrace()[0].getClassName()).isEqualTo(AssemblyTest.class.getName()));
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }

    /** In a handler, in a callback, or within the event of another mechanism. */
    @Test
    void failure_namesTheMechanism() {
        assertFails(with(onSecondOfApril(() -> fail("no paper"))), "2009-04-02T00:00:00Z: mechanism amnesty: no paper");
        assertFails(with(wiring -> wiring.onYear(() -> fail("no year"))), ": mechanism amnesty: no year");
        assertFails(
                with(wiring -> wiring.signal(Signals.SESSION_STARTED).listen((household, call) -> fail("no line"))),
                ": mechanism amnesty: no line");
        assertFails(
                with(onSecondOfApril(() -> {
                    throw new IllegalStateException();
                })),
                ": mechanism amnesty: java.lang.IllegalStateException");
    }

    /** Probes are promised to be told in the order in which they are given. */
    @Test
    void probes_hearASignalInTheirOrder() {
        List<String> heard = new ArrayList<>();
        Probe first = hearing -> hearing.onSignal(Signals.SESSION_STARTED, (household, call) -> heard.add("first"));
        Probe second = hearing -> hearing.onSignal(Signals.SESSION_STARTED, (household, call) -> heard.add("second"));
        Simulation.of(BUSY).run(Worlds.KEY, first, second);

        assertThat(heard).hasSizeGreaterThan(10);
        assertThat(heard.subList(0, 4)).containsExactly("first", "second", "first", "second");
    }

    /** With the loop itself a mechanism could end the run, lift its limits or replace the listener that makes the fingerprint. */
    @Test
    void wiring_handsOutNoLoop() {
        for (Method method : Wiring.class.getMethods()) {
            assertThat(method.getReturnType()).as(method.getName()).isNotIn(EventLoop.class, Recorder.class);
        }
        assertThat(Wiring.class.getMethods()).anyMatch(method -> method.getReturnType() == Households.class);
    }
}
