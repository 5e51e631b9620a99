package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signals;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.simulation.RunResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events on the very tick on which something begins or ends. Nothing here is left to chance. */
class EdgeTest {
    private static final long NEW_YEAR = 365 * Times.DAY; // 2010
    private static final long END = 730 * Times.DAY; // 2011

    /** Does something at some moments. */
    private static Mechanism<Bench.None> at(Consumer<Wiring> before, Bench.Action action, long... ticks) {
        return Bench.stub("test.at", wiring -> {
            before.accept(wiring);
            int kind = wiring.scheduler().kind("test.at", Phase.MODEL, (time, household, number) -> {
                action.on(wiring, household, number);
                return 0;
            });
            wiring.onStart(() -> {
                for (int i = 0; i < ticks.length; i++) {
                    wiring.scheduler().post(ticks[i], kind, 0, i);
                }
            });
        });
    }

    private static RunResult run(Catalog catalog, int households, Map<String, Double> inputs, Policy... policies) {
        var scenario = Bench.scenario(catalog, 2, Bench.all(Bench.households(households), inputs));
        for (Policy policy : policies) {
            scenario = scenario.with(policy);
        }
        return Bench.run(scenario, 0);
    }

    /** A lever has its new value for all that happens at midnight of the date, and not a tick before; a ramp a day later. */
    @Test
    void move_actsFromTheTickOfMidnight() {
        List<Double> seen = new ArrayList<>();
        long day = Times.DAY;
        Mechanism<Bench.None> look = at(
                wiring -> {},
                (wiring, household, number) ->
                        seen.add(wiring.lever("jamming.failure_probability").value()),
                100 * day - 1,
                100 * day,
                201 * day - 1,
                201 * day,
                202 * day - 1,
                202 * day,
                END - 1,
                END);
        Policy policy = Policy.of(
                "moves",
                Move.set(LocalDate.of(2009, 4, 11), "jamming.failure_probability", 0.25),
                Move.ramp(LocalDate.of(2009, 7, 20), "jamming.failure_probability", 0.75, LocalDate.of(2009, 7, 22)));
        run(Catalog.of(look, Connection.MECHANISM), 1, Map.of(), policy);

        assertThat(seen).containsExactly(0.3, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75); // the end is not part of the run
    }

    /** A count belongs to the calendar year of its tick; a spell is split at the tick, and cut off where the run begins and ends. */
    @Test
    void years_areSplitOnTheTick() {
        Count[] counts = new Count[2];
        RunResult run = run(
                Catalog.of(at(
                        wiring -> {
                            counts[0] = wiring.neutral("Tests").count("test_count", "things", "things");
                            counts[1] = wiring.neutral("Tests").years("test_years", "years");
                            wiring.onEnd(() -> {
                                counts[1].addSpell(0, NEW_YEAR - 5, NEW_YEAR + 7);
                                counts[1].addSpell(0, -100, 3);
                                counts[1].addSpell(0, END - 11, END + 100);
                                counts[1].addSpell(0, NEW_YEAR, NEW_YEAR);
                            });
                        },
                        (wiring, household, number) -> counts[0].add(0, 1L << number),
                        0,
                        NEW_YEAR - 1,
                        NEW_YEAR,
                        END - 1)),
                1,
                Map.of());
        double year = Times.YEAR;

        assertThat(run.outcomes().inYear("test_count", 0)).isEqualTo(1 + 2);
        assertThat(run.outcomes().inYear("test_count", 1)).isEqualTo(4 + 8);
        assertThat(run.outcomes().inYear("test_years", 0)).isEqualTo((5 + 3) / year);
        assertThat(run.outcomes().inYear("test_years", 1)).isEqualTo((7 + 11) / year);
    }

    /** Candidates lie in the window that their number names, and every window has some near both of its ends. */
    @Test
    void candidates_lieInTheirWindow() {
        long window = Times.YEAR;
        long[] first = {window, 2 * window};
        long[] last = {0, 0};
        Mechanism<Bench.None> candidates = Bench.stub("test.candidates", wiring -> {
            var unused = new ThinnedArrivals(wiring, "test.candidate", 20, () -> 20, (household, occurrence, layer) -> {
                long now = wiring.scheduler().now();
                int number = occurrence >>> 15; // six bits of number, nine of layer
                assertThat(now / window).isEqualTo(number);
                first[number] = Math.min(first[number], now);
                last[number] = Math.max(last[number], now);
                return 0;
            });
            assertThat(unused).isNotNull();
        });
        run(Catalog.of(candidates), 2_000, Map.of());

        assertThat(first[0]).isLessThan(Times.HOUR);
        assertThat(last[0]).isBetween(window - Times.HOUR, window - 1);
        assertThat(first[1]).isBetween(window, window + Times.HOUR);
        assertThat(last[1]).isBetween(END - Times.HOUR, END - 1);
    }

    /**
     * Households exposed at any rate are let go, again and again. The window of informants is open to the end of its last day.
     */
    @ParameterizedTest(name = "session {0} ms into the day")
    @CsvSource({"0", "86399999"})
    void informants_exposeToTheEndOfTheLastDay(long intoDay) {
        int callers = 30;
        TreeSet<Long> exposed = new TreeSet<>();
        Mechanism<Bench.None> session = at(
                wiring -> {
                    wiring.signal(Signals.ARRESTED)
                            .listen((household, slot) ->
                                    exposed.add(wiring.scheduler().now()));
                    wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> {
                        wiring.households().enter(household, State.FREE);
                        wiring.cases().close(slot, Outcome.WARNED);
                    });
                },
                (wiring, household, number) -> {
                    for (int caller = 0; caller < callers; caller++) {
                        int call = wiring.calls().plan(caller, 0, 0, false, false, 1);
                        wiring.signal(Signals.SESSION_STARTED).emit(caller, call);
                        wiring.calls().close(call);
                    }
                },
                50 * Times.DAY + intoDay);
        run(
                Catalog.of(session, Informants.MECHANISM, Bench.lineThatIsNeverUsed()),
                callers,
                Map.of(
                        "levers.surveillance.informants_per_year",
                        1_000.0,
                        "informants.candidates_per_year",
                        10.0,
                        "informants.exposure_days",
                        100.0));
        long opens = 50 * Times.DAY + intoDay;
        long closes = (50 + 100 + 1) * Times.DAY;

        assertThat(exposed.first()).isBetween(opens, opens + 6 * Times.HOUR); // twenty exposures in the mean
        assertThat(exposed.last()).isBetween(closes - 6 * Times.HOUR, closes - 1);
    }

    /**
     * With a quota of none nobody is stopped from the first tick of its first month to the last of its last, over the turn of the year
     * where the last comes before the first. In other months stops reach from edge to edge: none in half a day, where 20 are expected
     * (20 a year of 750 households), has probability 2e-9, one of the 152 edges of all cases 3e-7.
     */
    @ParameterizedTest(name = "months {0} to {1}")
    @CsvSource({"10, 12", "11, 2", "12, 1", "5, 5"})
    void quota_beginsAndEndsOnTheTick(int firstMonth, int lastMonth) {
        TreeSet<Long> stops = new TreeSet<>();
        Mechanism<Bench.None> watch = Bench.stub("test.watch", wiring -> {
            wiring.signal(Signals.ARRESTED)
                    .listen((household, slot) -> stops.add(wiring.scheduler().now()));
            wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> {
                wiring.households().enter(household, State.FREE);
                wiring.cases().close(slot, Outcome.WARNED);
            });
        });
        run(
                Catalog.of(watch, Stops.MECHANISM, Bench.lineThatIsNeverUsed()),
                1_000,
                Bench.all(
                        Bench.handsets(1),
                        Map.of(
                                "levers.stops.rate_per_year", 20.0,
                                "stops.candidates_per_year", 10.0,
                                "stops.quota_first_month", (double) firstMonth,
                                "stops.quota_last_month", (double) lastMonth,
                                "levers.stops.quota_multiplier", 0.0)));
        for (LocalDate month = LocalDate.of(2009, 1, 1); month.getYear() < 2011; month = month.plusMonths(1)) {
            long begins = ticksUntil(month);
            long ends = ticksUntil(month.plusMonths(1));
            int sinceFirst = Math.floorMod(month.getMonthValue() - firstMonth, 12);
            if (sinceFirst <= Math.floorMod(lastMonth - firstMonth, 12)) {
                assertThat(stops.subSet(begins, ends)).as("%s", month).isEmpty();
            } else {
                assertThat(stops.ceiling(begins)).as("%s", month).isLessThan(begins + 12 * Times.HOUR);
                assertThat(stops.lower(ends)).as("%s", month).isGreaterThan(ends - 12 * Times.HOUR);
            }
        }
    }

    private static long ticksUntil(LocalDate date) {
        return (date.toEpochDay() - LocalDate.of(2009, 1, 1).toEpochDay()) * Times.DAY;
    }

    private record Money() implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return 250;
        }

        @Override
        public boolean forMoney(int household, int need) {
            return need == 0;
        }
    }

    /** A delivered transfer is confirmed by a contact within 90 days of its delivery, some minutes after it was sent, once. */
    @ParameterizedTest(name = "contact {0} days and {1} ms later")
    @CsvSource({"90, 3600000, 1", "90, 86399999, 0"})
    void transfer_confirmedWithin90DaysOfItsDelivery(int days, long intoDay, int confirmed) {
        long sent = 10 * Times.DAY + Times.HOUR; // a transfer takes some minutes here, a day never
        long contact = (10 + days) * Times.DAY + intoDay;
        Mechanism<Bench.None> contacts = at(
                wiring -> {
                    wiring.provide(NeedView.class, new Money());
                    wiring.provide(BrokerMarket.class, new BrokerMarket() {});
                },
                (wiring, household, number) ->
                        wiring.signal(Signals.CONTACT_COMPLETED).emit(0, number),
                sent,
                contact,
                contact + 1);
        RunResult run = run(
                Catalog.of(contacts, Transfers.MECHANISM),
                1,
                Map.of(
                        "transfers.days_mean", 0.01,
                        "transfers.by_guard_share", 0.0,
                        "levers.transfers.interception_probability", 0.0));

        assertThat(run.value("transfers")).isEqualTo(1);
        assertThat(run.value("received_usd") + run.value("levies_usd")).isEqualTo(run.value("sent_usd"));
        assertThat(run.value("transfers_confirmed")).isEqualTo(confirmed);
    }

    /** A pair is in contact for a year to the tick, and in the dark from the tick on which the contact is 365 days old. */
    @Test
    void contact_agesOnTheTick() {
        List<Boolean> inContact = new ArrayList<>();
        RunResult run = run(
                Catalog.of(
                        at(
                                wiring -> wiring.port(ContactView.class),
                                (wiring, household, number) -> {
                                    if (number == 0) {
                                        wiring.signal(Signals.CONTACT_COMPLETED).emit(0, 0);
                                    }
                                    inContact.add(
                                            wiring.port(ContactView.class).get().inContact(0));
                                },
                                Times.MINUTE,
                                Times.MINUTE + Times.YEAR - 1,
                                Times.MINUTE + Times.YEAR),
                        Knowledge.MECHANISM),
                1,
                Map.of());
        long startedDark = Math.round(run.outcomes().inYear("pair_years_dark", 0) * Times.YEAR);
        long dark = Math.round(run.outcomes().inYear("pair_years_dark", 1) * Times.YEAR);

        assertThat(inContact).containsExactly(true, true, false);
        assertThat(startedDark).isIn(0L, Times.MINUTE); // at the start it may have been in the dark already
        assertThat(dark).isEqualTo(END - (365 * Times.DAY + Times.MINUTE));
        assertThat(Arrays.asList(run.value("pairs"), run.value("pairs_in_contact")))
                .containsExactly(2.0, 1.0);
    }
}
