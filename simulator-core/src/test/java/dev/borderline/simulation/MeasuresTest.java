package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.measure.Margins;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Recorder;
import dev.borderline.mechanism.Bench;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Outcomes that do not add up over years, zones and fifths, and those of a state, against what a listener has written down. */
class MeasuresTest {
    private static final int YEARS = 3;
    private static final Margins SLOTS = new Margins(YEARS, 4);

    /** Much happens, people are moved to the interior while they are held. */
    private static final Scenario BUSY = Runs.busy(4_000, YEARS).with("sanctions.exile_probability", 0.5);

    private static RunResult watched(Scenario scenario, Consumer<Wiring> watch) {
        Mechanism<Bench.None> listener = Bench.stub("test.watch", watch);
        return Runs.run(scenario.with(scenario.catalog().with(listener)), 0);
    }

    /** The numbers of a measure in the order of its slots. */
    private static double[] bySlot(RunResult run, String measure) {
        double[] values = new double[SLOTS.count()];
        for (int year = 0; year < YEARS; year++) {
            values[SLOTS.year(year)] = run.outcomes().inYear(measure, year);
        }
        for (int zone = 0; zone < SLOTS.zones(); zone++) {
            values[SLOTS.zone(zone)] = run.outcomes().inZone(measure, zone);
        }
        for (int fifth = 0; fifth < Recorder.FIFTHS; fifth++) {
            values[SLOTS.fifth(fifth)] = run.outcomes().inFifth(measure, fifth);
        }
        values[SLOTS.whole()] = run.value(measure);
        return values;
    }

    private record Paid(int year, int zone, int fifth, long cents) {
        boolean in(int slot) {
            return slot == SLOTS.year(year)
                    || slot == SLOTS.zone(zone)
                    || slot == SLOTS.fifth(fifth)
                    || slot == SLOTS.whole();
        }
    }

    /** The ⌈q n⌉-th smallest of the amounts, USD; NaN of none. */
    private static double quantile(List<Paid> all, Predicate<Paid> wanted, double q) {
        long[] cents =
                all.stream().filter(wanted).mapToLong(Paid::cents).sorted().toArray();
        return cents.length == 0 ? Double.NaN : cents[(int) StrictMath.ceil(q * cents.length) - 1] / 100.0;
    }

    /** Every quartile in every year, zone and fifth and over all, exactly. */
    @Test
    void bribeQuartiles_areThoseOfTheBribesPaid() {
        List<Paid> all = new ArrayList<>();
        RunResult run = watched(
                BUSY,
                wiring -> wiring.signal(Signals.BRIBE_PAID)
                        .listen((household, slot) -> all.add(new Paid(
                                wiring.year(),
                                wiring.households().zone(household),
                                wiring.households().fifth(household),
                                wiring.cases().priceCents(slot)))));
        String[] names = {"bribe_lower_quartile_usd", "bribe_median_usd", "bribe_upper_quartile_usd"};

        assertThat(all).hasSizeGreaterThan(200).hasSize((int) run.value("bribes_paid"));
        for (int quarter = 1; quarter <= 3; quarter++) {
            double q = quarter / 4.0;
            double[] expected = new double[SLOTS.count()];
            Arrays.setAll(expected, slot -> quantile(all, paid -> paid.in(slot), q));
            assertThat(bySlot(run, names[quarter - 1])).isEqualTo(expected);
        }
    }

    @Test
    void bribeQuartiles_ofNoBribes_haveNoValue() {
        RunResult run = Runs.run(BUSY.with("levers.officers.corruptible_share", 0), 0);

        assertThat(run.value("formal_cases")).isGreaterThan(20);
        assertThat(bySlot(run, "bribe_median_usd")).containsOnly(Double.NaN);
    }

    /** Everybody counted anew before and after each case that begins or ends; between them people only move. */
    private static final class HeldCount {
        private final Wiring wiring;
        private final long[] greatest = new long[SLOTS.count()];

        HeldCount(Wiring wiring) {
            this.wiring = wiring;
            wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> {
                look(household, -1);
                look(household, 0);
            });
            wiring.signal(Signals.RELEASED).listen((household, slot) -> {
                look(household, 1);
                look(household, 0);
            });
            wiring.onYear(() -> look(0, 0));
            wiring.onYearEnd(() -> look(0, 0));
        }

        /** Counts who is held, this household counting {@code more} times more. */
        private void look(int household, int more) {
            Households households = wiring.households();
            long[] now = new long[SLOTS.count()];
            for (int i = 0; i < households.size(); i++) {
                int times = (households.state(i).held() ? 1 : 0) + (i == household ? more : 0);
                now[SLOTS.zone(households.zone(i))] += times;
                now[SLOTS.fifth(households.fifth(i))] += times;
                now[SLOTS.whole()] += times;
            }
            int year = SLOTS.year(wiring.year());
            now[year] = now[SLOTS.whole()];
            Arrays.setAll(greatest, slot -> Math.max(greatest[slot], now[slot]));
        }
    }

    /** The peak in every year, zone and fifth and over all, exactly; in the interior it is made of people moved there. */
    @Test
    void peakHeld_isTheGreatestOfAllCounts() {
        List<HeldCount> counts = new ArrayList<>();
        RunResult run = watched(BUSY, wiring -> counts.add(new HeldCount(wiring)));
        double[] peaks = bySlot(run, "peak_held");

        assertThat(peaks)
                .isEqualTo(
                        Arrays.stream(counts.get(0).greatest).asDoubleStream().toArray());
        assertThat(peaks[SLOTS.whole()]).isGreaterThan(50);
        assertThat(peaks[SLOTS.year(0)]).isLessThan(peaks[SLOTS.whole()]);
    }

    @Test
    void kinds_thatDoNotAddUp_areThese() {
        List<Measure> measures = Simulation.of(BUSY).measures();

        assertThat(measures.stream().filter(measure -> measure.kind().bySlots()).map(Measure::name))
                .containsExactlyInAnyOrder(
                        "peak_held", "bribe_lower_quartile_usd", "bribe_median_usd", "bribe_upper_quartile_usd");
    }

    /**
     * The true risk is the closed form of the reference session, five minutes in town, weighed by needs; the believed risk is
     * what each household believes when it weighs a need. With coverage c, λ, L, reach r, identify i, pseudonym ½ and
     * informants h over s sessions a year: {@code (1 − e^(−cλ(5 − L)))(r + (1 − r) i/2) + 1 − e^(−h/s)}. Sums are in fixed point
     * of 2^-32.
     */
    @Test
    void risk_believedAndTrue() {
        Scenario scenario = Runs.busy(2_000, 2)
                .with(Policy.of("half", Move.set(LocalDate.of(2010, 1, 1), "surveillance.coverage", 0.1)));
        double[] believed = new double[2];
        RunResult run = watched(scenario, wiring -> {
            var belief = wiring.port(Belief.class);
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, need) ->
                            believed[wiring.year()] += belief.get().arrestProbability(household));
        });

        for (int year = 0; year < 2; year++) {
            double coverage = year == 0 ? 0.3 : 0.1;
            double located = 1 - StrictMath.exp(-coverage * 0.2 * 4);
            double risk = located * (0.2 + 0.8 * 0.2 * 0.5) + 1 - StrictMath.exp(-0.12 / 6);
            assertThat(run.outcomes().inYear("true_risk", year)).isCloseTo(risk, within(1e-9));
            assertThat(run.outcomes().inYear("believed_risk", year))
                    .isBetween(0.5 * risk, 4 * risk)
                    .isNotCloseTo(risk, within(1e-3));
        }
        assertThat(run.value("needs_weighed")).isBetween(1_000.0, run.value("needs"));
        assertThat(believed[0] + believed[1]).isGreaterThanOrEqualTo(run.value("believed_risk_sum"));
    }

    /** Without lines, licences and intranet each need that arises is weighed, and each belief is counted. */
    @Test
    void believedRisk_whereAllNeedsAreWeighed_isTheMeanOfBeliefs() {
        Scenario scenario = Runs.busy(2_000, 2)
                .with(Map.of(
                        "population.line_share", 0.0,
                        "population.licensed_share", 0.0,
                        "population.intranet_share", 0.0));
        List<Double> believed = new ArrayList<>();
        RunResult run = watched(scenario, wiring -> {
            var belief = wiring.port(Belief.class);
            wiring.signal(Signals.NEED_ARISEN)
                    .listen((household, need) -> believed.add(belief.get().arrestProbability(household)));
        });
        double mean = believed.stream().mapToDouble(p -> p).sum() / believed.size();

        assertThat(run.value("needs_weighed")).isEqualTo(believed.size());
        assertThat(run.value("believed_risk")).isCloseTo(mean, within(1e-9));
    }

    /** The price is that of the formula, {@code 1131 (1 + 15.2 F)}, and each who tries pays it, stopped or not. */
    @Test
    void crossingPrice_isTheOneInForce() {
        Scenario scenario = Runs.busy(2_000, 3)
                .with(Policy.of(
                        "wall",
                        Move.set(LocalDate.of(2010, 1, 1), "border.fortification", 0.8),
                        Move.set(LocalDate.of(2011, 1, 1), "border.crossing_price_usd", 9_000)));
        RunResult run = Runs.run(scenario, 0);

        assertThat(run.outcomes().inYear("crossing_price_usd", 0)).isCloseTo(1_131 * (1 + 15.2 * 0.4), within(0.005));
        assertThat(run.outcomes().inYear("crossing_price_usd", 1)).isCloseTo(1_131 * (1 + 15.2 * 0.8), within(0.005));
        assertThat(run.outcomes().inYear("crossing_price_usd", 2)).isEqualTo(9_000);
        assertThat(run.value("crossing_attempts"))
                .isGreaterThan(200)
                .isEqualTo(run.value("crossings") + run.value("crossings_stopped"));
    }

    /** Officers keep or pass up all that households and brokers pay. */
    @Test
    void officerRevenue_includesWhatBrokersPay() {
        RunResult run = Runs.run(BUSY.with("levers.surveillance.coverage", 1), 0);

        assertThat(run.value("broker_bribes_usd")).isGreaterThan(10_000);
        assertThat(run.value("officer_revenue_usd") + run.value("passed_up_usd"))
                .isCloseTo(run.value("bribes_paid_usd") + run.value("broker_bribes_usd"), within(1e-6));
    }
}
