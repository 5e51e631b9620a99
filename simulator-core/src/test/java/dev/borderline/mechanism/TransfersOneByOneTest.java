package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Calls;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.BrokerMarket;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Ports.Smuggling;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Probe;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transfers of exactly 500 that a few contacts ask for, one after the other. A need of an even number is for money. */
class TransfersOneByOneTest {
    private static final int HOUSEHOLDS = 3;

    /** A completed contact. */
    private record Contact(double day, int household, int need) {}

    private record EvenForMoney() implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return 250;
        }

        @Override
        public boolean forMoney(int household, int need) {
            return need % 2 == 0;
        }
    }

    /** Brokers who take .3 and note what goes through their hands. */
    private record Market(List<String> heard) implements BrokerMarket {
        @Override
        public double commissionShare(int zone) {
            return 0.3;
        }

        @Override
        public void carries(int zone, double usd) {
            heard.add("carries " + usd + " to " + zone);
        }

        @Override
        public void loses(int zone, double usd) {
            heard.add("loses " + usd + " to " + zone);
        }
    }

    private static Mechanism<Bench.None> contacts(Consumer<Wiring> before, Market market, Contact... contacts) {
        return Bench.stub("test.contacts", wiring -> {
            wiring.provide(NeedView.class, new EvenForMoney());
            wiring.provide(BrokerMarket.class, market);
            before.accept(wiring);
            int kind = wiring.scheduler().kind("test.contact", Phase.MODEL, (time, household, need) -> {
                wiring.signal(Signals.CONTACT_COMPLETED).emit(household, need);
                return 0;
            });
            wiring.onStart(() -> {
                for (Contact contact : contacts) {
                    wiring.scheduler().post((long) (contact.day * Times.DAY), kind, contact.household, contact.need);
                }
            });
        });
    }

    /** Money goes by brokers, is never intercepted, levied from nobody, and takes minutes, unless a test says otherwise. */
    private static RunResult run(Mechanism<?> contacts, Map<String, Double> more, Probe... probes) {
        Map<String, Double> inputs = Map.of(
                "transfers.amount_mean_usd", 500.0,
                "transfers.amount_sigma", 0.0,
                "transfers.by_guard_share", 0.0,
                "transfers.days_mean", 0.01,
                "levers.transfers.tolerance_levy_share", 0.0,
                "levers.transfers.interception_probability", 0.0);
        Scenario scenario = Bench.scenario(
                Catalog.of(contacts, Transfers.MECHANISM),
                2,
                Bench.all(Bench.households(HOUSEHOLDS), Bench.everybodyIn("near"), inputs, more));
        return Bench.watched(scenario, probes);
    }

    private static Market market() {
        return new Market(new ArrayList<>());
    }

    /** A pair that sends is counted once in each calendar year, in the second as in the first. */
    @Test
    void remitters_countedOnceInEachYear() {
        RunResult run = run(
                contacts(
                        wiring -> wiring.onYear(
                                () -> wiring.existingCount("pairs").add(0, HOUSEHOLDS)),
                        market(),
                        new Contact(10, 0, 0),
                        new Contact(100, 0, 2),
                        new Contact(400, 0, 4),
                        new Contact(500, 1, 0),
                        new Contact(600, 1, 2),
                        new Contact(50, 2, 1)),
                Map.of());

        assertThat(run.value("transfers")).isEqualTo(5);
        assertThat(run.outcomes().inYear("remitters", 0)).isEqualTo(1);
        assertThat(run.outcomes().inYear("remitters", 1)).isEqualTo(2);
        assertThat(run.value("remitting_share")).isEqualTo(3.0 / 6);
        assertThat(run.value("transfers_per_remitter")).isEqualTo(5.0 / 3);
    }

    /** A transfer that one contact has confirmed is not confirmed again by the next. */
    @Test
    void transfer_confirmedByOneContactOnly() {
        RunResult run = run(
                contacts(
                        wiring -> {},
                        market(),
                        new Contact(10, 0, 0),
                        new Contact(20, 0, 1),
                        new Contact(21, 0, 3),
                        new Contact(22, 0, 5)),
                Map.of());

        assertThat(run.value("transfers_confirmed")).isEqualTo(1);
        assertThat(run.value("delivered_share")).isEqualTo(1);
    }

    /**
     * A contact confirms all that has come since the last one, each within 90 days of its own delivery. Two transfers sent within a
     * minute arrive days apart.
     */
    @Test
    void deliveries_severalBeforeOneContact_eachConfirmedInItsTime() {
        List<Double> arrivalDays = new ArrayList<>();
        confirmed(
                700,
                hearing -> hearing.onEvent(event -> {
                    if (event.kind().equals("transfers.arrive")) {
                        arrivalDays.add(event.time() / (double) Times.DAY);
                    }
                }));
        double first = arrivalDays.get(0);
        double second = arrivalDays.get(1);
        assertThat(second - first).isBetween(2.0, 80.0);

        assertThat(confirmed(first + 1)).isEqualTo(1);
        assertThat(confirmed(second + 1)).isEqualTo(2);
        assertThat(confirmed(first + 89.99)).isEqualTo(2);
        assertThat(confirmed(first + 90.01)).isEqualTo(1);
        assertThat(confirmed(second + 90.01)).isZero();
    }

    private static double confirmed(double contactDay, Probe... probes) {
        Contact[] contacts = {new Contact(10, 0, 0), new Contact(10.001, 0, 2), new Contact(contactDay, 0, 1)};
        RunResult run = run(
                contacts(wiring -> {}, market(), contacts),
                Map.of("transfers.days_mean", 15.0, "transfers.confirmation_days", 90.0),
                probes);
        assertThat(run.value("transfers")).isEqualTo(2);
        return run.value("transfers_confirmed");
    }

    /** Of 500 brokers take 150, a quarter, a half and a quarter of it; of the 350 a fifth is levied. All are told so. */
    @Test
    void transfer_received_everyCentAccountedFor() {
        Market market = market();
        List<String> told = new ArrayList<>();
        int[] zone = new int[1];
        RunResult run = run(
                contacts(
                        wiring -> wiring.onStart(
                                () -> zone[0] = wiring.households().zone(0)),
                        market,
                        new Contact(10, 0, 0),
                        new Contact(20, 0, 2)),
                Map.of("levers.transfers.tolerance_levy_share", 1.0, "transfers.levy_rate", 0.2),
                arrivals(told),
                hearing -> hearing.onFigure(figure -> told.add(figure.name() + " " + figure.value())));

        assertThat(run.value("commission_south_usd")).isEqualTo(75);
        assertThat(run.value("commission_payer_usd")).isEqualTo(150);
        assertThat(run.value("commission_north_usd")).isEqualTo(75);
        assertThat(run.value("levies_usd")).isEqualTo(140);
        assertThat(run.value("received_usd")).isEqualTo(560);
        assertThat(market.heard).containsExactly("carries 500.0 to " + zone[0], "carries 500.0 to " + zone[0]);
        String[] one = {"transfers.sent_usd 500.0", "transfers.received_usd 280.0", "slot 0 outcome 0"};
        assertThat(told).containsExactly(one[0], one[1], one[2], one[0], one[1], one[2]);
    }

    private static Probe arrivals(List<String> told) {
        return hearing -> hearing.onEvent(event -> {
            if (event.kind().equals("transfers.arrive")) {
                told.add("slot " + event.occurrence() + " outcome " + event.outcome());
            }
        });
    }

    /** The broker answers for what officials take from him. */
    @Test
    void transfer_intercepted_brokerLosesIt() {
        Market market = market();
        List<String> told = new ArrayList<>();
        int[] zone = new int[1];
        RunResult run = run(
                contacts(
                        wiring -> wiring.onStart(
                                () -> zone[0] = wiring.households().zone(0)),
                        market,
                        new Contact(10, 0, 0)),
                Map.of("levers.transfers.interception_probability", 1.0),
                arrivals(told));

        assertThat(run.value("intercepted_usd")).isEqualTo(350);
        assertThat(run.value("received_usd")).isZero();
        assertThat(market.heard).containsExactly("carries 500.0 to " + zone[0], "loses 350.0 to " + zone[0]);
        assertThat(told).containsExactly("slot 0 outcome 1");
    }

    /** A parcel that the guard passes arrives whole, with no official or broker on its way; others are taken. */
    @ParameterizedTest(name = "guard passes {0}")
    @CsvSource({"true, 500", "false, 0"})
    void parcel_arrivesWholeIfTheGuardPassesIt(boolean passes, double receivedUsd) {
        RunResult run = run(
                contacts(
                        wiring -> wiring.provide(Smuggling.class, (household, need) -> passes),
                        market(),
                        new Contact(10, 0, 0)),
                Map.of("transfers.by_guard_share", 1.0, "levers.transfers.interception_probability", 1.0));

        assertThat(run.value("received_usd")).isEqualTo(receivedUsd);
        assertThat(run.value("intercepted_usd")).isEqualTo(500 - receivedUsd);
        assertThat(run.value("sent_by_brokers_usd")).isZero();
    }

    @Test
    void parcel_withoutSmugglers_isTaken() {
        RunResult run =
                run(contacts(wiring -> {}, market(), new Contact(10, 0, 0)), Map.of("transfers.by_guard_share", 1.0));

        assertThat(run.value("intercepted_usd")).isEqualTo(500);
    }

    /**
     * Households let alone over a session for money are those that pay the levy on it. They are .4 of all; over another session
     * nobody is let alone. Five standard errors: false alarm below 1e-6.
     */
    @Test
    void levied_letAloneOverTheSessionForMoney() {
        int n = 4_000;
        int[] tolerated = new int[2]; // of sessions for money, of others
        Mechanism<Bench.None> sessions = contacts(
                wiring -> {
                    Calls calls = wiring.calls();
                    int session = wiring.scheduler().kind("test.session", Phase.MODEL, (time, household, need) -> {
                        int call = calls.plan(household, need, 0, false, false, 5);
                        if (need == 0) {
                            calls.markForMoney(call);
                        }
                        wiring.signal(Signals.SESSION_STARTED).emit(household, call);
                        tolerated[need] += calls.tolerated(call) ? 1 : 0;
                        calls.close(call);
                        wiring.signal(Signals.CONTACT_COMPLETED).emit(household, need);
                        return 0;
                    });
                    wiring.onStart(() -> {
                        for (int household = 0; household < n; household++) {
                            wiring.scheduler().post(Times.DAY, session, household, 0);
                            wiring.scheduler().post(2 * Times.DAY, session, household, 1);
                        }
                    });
                },
                market());
        RunResult run = run(
                sessions,
                Bench.all(
                        Bench.households(n),
                        Map.of("levers.transfers.tolerance_levy_share", 0.4, "transfers.levy_rate", 0.2)));

        assertThat(tolerated[0] / (double) n).isCloseTo(0.4, within(5 * StrictMath.sqrt(0.24 / n)));
        assertThat(tolerated[1]).isZero();
        assertThat(run.value("levies_usd")).isEqualTo(70.0 * tolerated[0]);
    }
}
