package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signals;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.RunResult;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {
    private static final double RATE = 2.4; // 1/year, of the default scenario
    private static final QuantileTable FRAILTY = QuantileTable.gammaOfMeanOne(0.4); // the default shape

    /** A need as it arose. */
    private record Arisen(int household, int number, long time, double valueUsd, boolean forMoney) {}

    private static Mechanism<Bench.None> recorder(List<Arisen> needs) {
        return Bench.stub("test.recorder", wiring -> {
            var view = wiring.port(NeedView.class);
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, number) -> needs.add(new Arisen(
                            household,
                            number,
                            wiring.scheduler().now(),
                            view.get().valueUsd(household, number),
                            view.get().forMoney(household, number))));
        });
    }

    private static List<Arisen> run(int years, Map<String, Double> inputs) {
        List<Arisen> needs = new ArrayList<>();
        Bench.run(Bench.scenario(Catalog.of(Needs.MECHANISM, recorder(needs)), years, inputs), 0);
        return needs;
    }

    /**
     * Counts over households are gamma-mixed Poisson: mean ν̄t, variance ν̄t + (ν̄t)²/shape. Five standard errors of the mean,
     * six of the variance by its own spread: false alarm below 1e-6 and 1e-5.
     */
    @ParameterizedTest(name = "{0}/year, shape {1}")
    @CsvSource({"2.4, 0.4", "6, 3"})
    void counts_overHouseholds_gammaMixedPoisson(double ratePerYear, double shape) {
        int n = 20_000;
        int years = 3;
        List<Arisen> needs = run(
                years,
                Bench.all(
                        Bench.households(n),
                        Map.of("needs.rate_mean_per_year", ratePerYear, "needs.rate_shape", shape)));
        int[] counts = new int[n];
        needs.forEach(need -> counts[need.household]++);
        double mean = ratePerYear * 1095 / 365.25;
        Tally tally = new Tally();
        Tally squares = new Tally();
        for (int count : counts) {
            tally.add(count);
            squares.add((count - mean) * (count - mean));
        }

        assertThat(tally.mean()).isCloseTo(mean, within(5 * tally.standardError()));
        assertThat(squares.mean()).isCloseTo(mean + mean * mean / shape, within(6 * squares.standardError()));
    }

    /** Every need, one by one, is what its draws say: none lost or doubled where a window of a month ends. */
    @Test
    void needs_oneByOne_matchTheirDraws() {
        int n = 2_000;
        List<Arisen> needs = run(4, Bench.all(Bench.households(n), Map.of("needs.rate_mean_per_year", 20.0)));

        List<List<Arisen>> byHousehold = new ArrayList<>();
        for (int household = 0; household < n; household++) {
            byHousehold.add(new ArrayList<>());
        }
        needs.forEach(need -> byHousehold.get(need.household).add(need));
        for (int household = 0; household < n; household++) {
            assertThat(byHousehold.get(household)).isEqualTo(recomputed(household, 20, 1461 * Times.DAY));
        }
        assertThat(needs.size()).isGreaterThan(100_000);
    }

    private static List<Arisen> recomputed(int household, double meanRate, long end) {
        long key = Bench.drawKey(0);
        Draws gaps = Draws.of(key, "needs.gap", SubjectKind.HOUSEHOLD);
        Draws values = Draws.of(key, "needs.value", SubjectKind.HOUSEHOLD);
        Draws money = Draws.of(key, "needs.money", SubjectKind.HOUSEHOLD);
        double ratePerYear = meanRate * relativeRate(household);
        List<Arisen> needs = new ArrayList<>();
        double time = 0;
        while (true) {
            int number = needs.size();
            double gap = gaps.exponential(household, number) / ratePerYear * Times.YEAR;
            if (gap >= end) {
                return needs;
            }
            time += Math.max(1, Math.floor(gap + 0.5)); // whole ticks: exact in a double
            if (time >= end) {
                return needs;
            }
            double value = Inversion.logNormal(values.uniform(household, number), 250, 1);
            needs.add(new Arisen(household, number, (long) time, value, money.uniform(household, number) < 0.2));
        }
    }

    private static double relativeRate(int household) {
        double u =
                Draws.of(Bench.drawKey(0), "needs.rate", SubjectKind.HOUSEHOLD).uniform(household, 0);
        return FRAILTY.value(u);
    }

    /**
     * A need that falls on the very tick at which a window of 30 days ends comes once, at that tick: the first of a household,
     * one noted days before, and one that arises from another in the last two hours.
     */
    @ParameterizedTest(name = "need {0}, at most {1} of the window after the one before")
    @CsvSource({"0, 1", "1, 0.9", "1, 0.0027"})
    void need_onTheTickBetweenWindows_comesOnce(int number, double lastGap) {
        long window = 30 * Times.DAY;
        Draws gaps = Draws.of(Bench.drawKey(0), "needs.gap", SubjectKind.HOUSEHOLD);
        int household = -1;
        double ratePerYear;
        boolean suits;
        do {
            household++;
            double first = gaps.exponential(household, 0);
            double sum = number == 0 ? first : first + gaps.exponential(household, 1);
            ratePerYear = sum / relativeRate(household) * Times.YEAR / window;
            long[] ticks = {(long) (first / sum * window + 0.5), (long) ((sum - first) / sum * window + 0.5)};
            suits = ratePerYear < 99 && ticks[0] + ticks[1] == window && (number == 0 || (sum - first) / sum < lastGap);
        } while (!suits);
        int chosen = household;

        List<Arisen> there =
                run(1, Bench.all(Bench.households(chosen + 1), Map.of("needs.rate_mean_per_year", ratePerYear)))
                        .stream()
                        .filter(need -> need.household == chosen && need.number == number)
                        .toList();

        assertThat(there).extracting(Arisen::time).containsExactly(window);
    }

    /** The households beyond those whose rates are kept have theirs drawn again: one by one, as the last of the others. */
    @Test
    void needs_ofHouseholdsBeyondTheMemory_matchTheirDraws() {
        int remembered = 1 << 16;
        int n = remembered + 60;
        List<Arisen> needs = run(1, Bench.all(Bench.households(n), Map.of("needs.rate_mean_per_year", 1.0)));

        List<Arisen> last =
                needs.stream().filter(need -> need.household >= remembered - 60).toList();
        for (int household = remembered - 60; household < n; household++) {
            int own = household;
            assertThat(last.stream().filter(need -> need.household == own))
                    .containsExactlyElementsOf(recomputed(household, 1, 365 * Times.DAY));
        }
        assertThat(last).anyMatch(need -> need.household >= remembered);
    }

    /** More ends than needs are found out at the turn of the year, whoever else counts them. */
    @Test
    void needThatNeverArose_ended_isFound() {
        Mechanism<Bench.None> ending = Bench.stub(
                "test.ending", wiring -> wiring.onStart(() -> wiring.needs().lapsed(0)));
        Scenario scenario = Bench.scenario(
                Catalog.of(ending, Needs.MECHANISM),
                1,
                Bench.all(Bench.households(10), Map.of("needs.rate_mean_per_year", 0.0)));

        assertThatThrownBy(() -> Bench.run(scenario, 0))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("needs = their ends");
    }

    /** Needs of who is held arise and lapse: nobody hears of them. */
    @Test
    void needs_ofTheHeld_lapse() {
        int n = 1_000;
        List<Arisen> needs = new ArrayList<>();
        int[] outcomes = new int[2];
        Mechanism<Bench.None> taken = Bench.stub(
                "test.taken",
                wiring -> wiring.onStart(() -> {
                    for (int household = 0; household < n; household += 2) {
                        wiring.households().enter(household, State.CAMP);
                    }
                }));
        RunResult run = Bench.watched(
                Bench.scenario(Catalog.of(taken, Needs.MECHANISM, recorder(needs)), 1, Bench.households(n)),
                hearing -> hearing.onEvent(event -> {
                    if (event.kind().equals("needs.arise")) {
                        outcomes[event.outcome()]++;
                    }
                }));

        assertThat(needs).isNotEmpty().allMatch(need -> need.household % 2 == 1);
        assertThat(outcomes).containsExactly(needs.size(), (int) run.value("lapsed"));
        assertThat(run.value("lapsed")).isPositive();
        assertThat(run.value("needs")).isEqualTo(needs.size() + run.value("lapsed"));
    }

    /** Values are log-normal with the mean of a contact's worth; a share of needs is for money. Five standard errors. */
    @Test
    void values_meanAndShare() {
        List<Arisen> needs = run(3, Bench.households(20_000));
        Tally values = new Tally();
        Tally logs = new Tally();
        Tally money = new Tally();
        for (Arisen need : needs) {
            values.add(need.valueUsd);
            logs.add(StrictMath.log(need.valueUsd));
            money.add(need.forMoney ? 1 : 0);
        }

        assertThat(values.mean()).isCloseTo(250, within(5 * values.standardError()));
        assertThat(logs.sd()).isCloseTo(1, within(5 / StrictMath.sqrt(2.0 * needs.size())));
        assertThat(money.mean()).isCloseTo(0.2, within(5 * money.standardError()));
        assertThat(needs.size() / (20_000 * 3.0)).isCloseTo(RATE, within(0.15));
    }

    /** Without anybody who needs anything nothing happens, and nothing breaks. */
    @Test
    void rateZero_noNeeds() {
        Scenario scenario = Bench.scenario(
                StandardCatalog.standard(),
                2,
                Bench.all(Bench.households(100), Map.of("needs.rate_mean_per_year", 0.0)));

        assertThat(Bench.run(scenario, 0).value("needs")).isZero();
        assertThat(Bench.run(scenario, 0).value("sessions")).isZero();
    }
}
