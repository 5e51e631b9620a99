package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases.Outcome;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.observe.Hearing;
import dev.borderline.random.Fit;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SanctionsTest {
    private static final Route TEST = new Route("test", 31, false);
    private static final int N = 20_000;

    /** People taken at random moments, and what officers make of their cases. */
    private static Mechanism<Bench.None> taken(
            double ratePerYear, int aggravation, Settling settling, Consumer<Wiring> more) {
        return Bench.poisson(
                "test.taken",
                ratePerYear,
                wiring -> {
                    wiring.route(TEST, "taken by the test");
                    wiring.provide(Settling.class, settling);
                    more.accept(wiring);
                },
                (wiring, household, occurrence) -> {
                    if (wiring.arrests().canArrest(household)) {
                        wiring.arrests().arrest(household, TEST, occurrence, aggravation, false);
                    }
                });
    }

    private static Map<String, Double> mix(double training, double reform, double camp, double pretrialDays) {
        return Map.of(
                "levers.sanctions.training_share", training,
                "levers.sanctions.reform_share", reform,
                "levers.sanctions.camp_share", camp,
                "levers.sanctions.pretrial_days_mean", pretrialDays);
    }

    @SafeVarargs
    private static RunResult run(Mechanism<?> taken, int years, Map<String, Double>... inputs) {
        Mechanism<Bench.None> nobodyCalls = Bench.lineThatIsNeverUsed();
        return Bench.run(
                Bench.scenario(
                        Catalog.of(Sanctions.MECHANISM, nobodyCalls, taken),
                        years,
                        Bench.all(Bench.households(N), Bench.all(inputs))),
                0);
    }

    private static Settling never() {
        return (slot, stage, remaining) -> false;
    }

    /**
     * The mix: log-odds of reform-or-camp rise by .3 for each aggravating circumstance, the proportion of the two stays, what is
     * missing to 1 is let go with a warning. The closed form of the shares, and chi-squared on the sentences (1e-6).
     */
    @ParameterizedTest(name = "{0} circumstances, {1} training, {2} reform, {3} camp")
    @CsvSource({"0, 0.7, 0.25, 0.05", "1, 0.7, 0.25, 0.05", "3, 0.7, 0.25, 0.05", "2, 0.3, 0.2, 0.1", "4, 0, 0, 0.5"})
    void mix_withAggravation_closedForm(int aggravation, double training, double reform, double camp) {
        double[] share = new double[3];
        RunResult run = run(
                taken(
                        1,
                        aggravation,
                        never(),
                        wiring -> wiring.onStart(() -> {
                            for (int kind = 0; kind < share.length; kind++) {
                                share[kind] =
                                        wiring.port(Sentencing.class).get().share(kind, aggravation);
                            }
                        })),
                1,
                mix(training, reform, camp, 0));
        double odds = (reform + camp) / (1 - reform - camp) * StrictMath.exp(0.3 * aggravation);
        double harsh = odds / (1 + odds);
        double mild = 1 - harsh;
        double[] expected = {
            mild * training / (1 - reform - camp),
            harsh * reform / (reform + camp),
            harsh * camp / (reform + camp),
            mild * (1 - training - reform - camp) / (1 - reform - camp)
        };
        long[] observed = {
            (long) run.value("sentenced_training"),
            (long) run.value("sentenced_reform"),
            (long) run.value("sentenced_camp"),
            (long) run.value("warned")
        };

        long cases = 0;
        for (int kind = 0; kind < 4; kind++) {
            cases += observed[kind];
            if (kind < 3) {
                assertThat(share[kind]).isCloseTo(expected[kind], within(1e-12));
            }
        }
        assertThat(cases).isGreaterThan(10_000);
        List<Double> likely = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        for (int kind = 0; kind < 4; kind++) {
            if (expected[kind] > 1e-12) {
                likely.add(expected[kind] * cases);
                counts.add(observed[kind]);
            } else {
                assertThat(observed[kind]).isZero();
            }
        }
        Fit.assertCounts(
                likely.stream().mapToDouble(Double::doubleValue).toArray(),
                counts.stream().mapToLong(Long::longValue).toArray());
    }

    /** Years from the formal case to the release, of those taken early enough that nearly all come free. */
    private static double[] yearsHeld(Settling settling, int years, long takenBefore, Map<String, Double> inputs) {
        long[] since = new long[N];
        List<Double> held = new ArrayList<>();
        RunResult run = run(
                taken(1, 0, settling, wiring -> {
                    wiring.signal(Signals.CASE_FORMAL)
                            .listen((household, slot) ->
                                    since[household] = wiring.scheduler().now());
                    wiring.signal(Signals.RELEASED).listen((household, slot) -> {
                        if (since[household] < takenBefore) {
                            held.add((double) (wiring.scheduler().now() - since[household]) / Times.YEAR);
                        }
                    });
                }),
                years,
                inputs);
        assertThat(run.value("formal_cases")).isGreaterThan(1_000);
        return held.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void assertUniform(double[] sample, double low, double high) {
        assertThat(sample.length).isGreaterThan(5_000);
        Fit.assertFollows(years -> Math.min(1, Math.max(0, (years - low) / (high - low))), sample);
    }

    /** Training 1 to 6 months, reform 1 to 2 years, uniform. Kolmogorov, false alarm 1e-6. */
    @Test
    void terms_trainingAndReform_uniform() {
        assertUniform(yearsHeld(never(), 2, Times.YEAR, mix(1, 0, 0, 0)), 1 / 12.0, 0.5);
        assertUniform(yearsHeld(never(), 4, Times.YEAR, mix(0, 1, 0, 0)), 1, 2);
    }

    /** A camp lasts an exponential time, here of mean .25 years: of who is taken in the first year all come free. */
    @Test
    void terms_camp_exponential() {
        double[] sample = yearsHeld(
                never(), 6, Times.YEAR, Bench.all(mix(0, 0, 1, 0), Map.of("levers.sanctions.camp_years_mean", 0.25)));

        Fit.assertFollows(years -> -StrictMath.expm1(-4 * years), sample);
    }

    /** Holding before trial is log-normal: mean 20 days, σ .8. Kolmogorov, 1e-6. */
    @Test
    void pretrial_logNormal() {
        double[] days = yearsHeld(never(), 3, Times.YEAR, mix(0, 0, 0, 20));
        LogNormalDistribution law = new LogNormalDistribution(StrictMath.log(20) - 0.32, 0.8);

        Fit.assertFollows(years -> law.cumulativeProbability(years * 365.25), days);
    }

    /** Early release comes after a third of a term of training or reform; two thirds are at stake; a camp has none. */
    @Test
    void earlyRelease_atAThirdOfTheTerm() {
        assertUniform(yearsHeld(early(new double[1]), 2, Times.YEAR, mix(1, 0, 0, 0)), 1 / 36.0, 1 / 6.0);
        assertUniform(yearsHeld(early(new double[1]), 3, Times.YEAR, mix(0, 1, 0, 0)), 1 / 3.0, 2 / 3.0);
        double[] remaining = new double[1];
        long[] since = new long[N];
        RunResult run = run(
                taken(1, 0, early(remaining), wiring -> {
                    wiring.signal(Signals.CASE_FORMAL)
                            .listen((household, slot) ->
                                    since[household] = wiring.scheduler().now());
                    wiring.signal(Signals.RELEASED).listen((household, slot) -> {
                        double served = (double) (wiring.scheduler().now() - since[household]) / Times.YEAR;
                        assertThat(remaining[0]).isCloseTo(2 * served, within(1e-8));
                    });
                }),
                3,
                mix(0.6, 0.4, 0, 0));
        assertThat(run.value("early_releases")).isGreaterThan(10_000);
        assertThat(run.value("terms_served")).isZero();

        remaining[0] = 0;
        run(taken(1, 0, early(remaining), wiring -> {}), 1, mix(0, 0, 1, 0));
        assertThat(remaining[0]).isZero();
    }

    /** Nobody settles but for an early release; notes the years that are left then. */
    private static Settling early(double[] remaining) {
        return (slot, stage, years) -> {
            remaining[0] = stage == Stage.EARLY_RELEASE ? years : remaining[0];
            return stage == Stage.EARLY_RELEASE;
        };
    }

    /** The stages come in order, and a case ends at the first that settles it. */
    @Test
    void stages_settledAtTheFirst() {
        RunResult street = run(taken(1, 0, (slot, stage, years) -> stage == Stage.STREET, wiring -> {}), 1);
        assertThat(street.value("settled")).isEqualTo(street.value("arrests")).isPositive();
        assertThat(street.value("formal_cases")).isZero();
        assertThat(street.value("person_years_held")).isZero();

        RunResult dropped = run(
                taken(1, 0, (slot, stage, years) -> stage == Stage.INVESTIGATION, wiring -> {}), 2, mix(1, 0, 0, 1));
        assertThat(dropped.value("settled")).isZero();
        assertThat(dropped.value("dropped")).isGreaterThan(0.95 * dropped.value("formal_cases"));
        assertThat(dropped.value("sentenced_training")).isZero();
        assertThat(dropped.value("person_years_held")).isEqualTo(dropped.value("years_investigation"));
    }

    /** A formal case moves the household to the interior with .05; who lives there already stays. Five standard errors. */
    @Test
    void exile_movesToTheInterior() {
        int[] movedTo = new int[4];
        boolean[] before = new boolean[N];
        int[] from = new int[N];
        RunResult run = run(
                taken(0.2, 0, never(), wiring -> {
                    wiring.onStart(() -> {
                        for (int household = 0; household < N; household++) {
                            from[household] = wiring.households().zone(household);
                            before[household] = from[household] == wiring.interior();
                        }
                    });
                    wiring.onEnd(() -> {
                        for (int household = 0; household < N; household++) {
                            if (wiring.households().zone(household) != from[household]) {
                                assertThat(before[household]).isFalse();
                                movedTo[wiring.households().zone(household)]++;
                            }
                        }
                        assertThat(wiring.zone(wiring.interior()).border()).isFalse();
                        assertThat(movedTo[wiring.interior()]).isPositive();
                    });
                }),
                3,
                mix(0, 0, 0, 0));
        double exiled = run.value("exiled");
        double fromOutside = run.value("warned") * 0.8; // a fifth live in the interior

        assertThat(movedTo[0] + movedTo[1] + movedTo[2] + movedTo[3]).isEqualTo((int) exiled);
        assertThat(exiled).isCloseTo(0.05 * fromOutside, within(5 * StrictMath.sqrt(0.05 * fromOutside) + 30));
    }

    /** Person-time held = ∫ number held dt, to the tick, and it is the sum of its kinds. */
    @Test
    void personTime_isTheIntegralOfTheCount_exactly() {
        long[] integral = new long[2]; // ticks so far, moment of the last change
        int[] held = new int[1];
        long[] booked = new long[1];
        int[] asked = new int[1];
        Settling some = (slot, stage, years) -> asked[0]++ % 3 == 0;
        RunResult run = run(
                taken(0.8, 1, some, wiring -> {
                    Count years = wiring.existingCount("person_years_held");
                    wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> change(wiring, integral, held, 1));
                    wiring.signal(Signals.RELEASED).listen((household, slot) -> change(wiring, integral, held, -1));
                    wiring.onEnd(() -> {
                        integral[0] += held[0] * (wiring.end() - integral[1]);
                        booked[0] = years.total();
                    });
                }),
                4,
                mix(0.5, 0.2, 0.2, 20));

        assertThat(booked[0]).isEqualTo(integral[0]).isGreaterThan(1_000 * Times.YEAR);
        assertThat(run.value("years_investigation")
                        + run.value("years_training")
                        + run.value("years_reform")
                        + run.value("years_camp"))
                .isCloseTo(run.value("person_years_held"), within(1e-6));
        assertThat(run.value("early_releases")).isPositive();
        assertThat(run.value("dropped")).isPositive();
        assertThat(run.value("terms_served")).isPositive();
    }

    private static void change(Wiring wiring, long[] integral, int[] held, int by) {
        long now = wiring.scheduler().now();
        integral[0] += held[0] * (now - integral[1]);
        integral[1] = now;
        held[0] += by;
    }

    /** Terms as people see them, training at its longest, beside their means; early release but from a camp. */
    @Test
    void terms_ofTheDefaults() {
        double[] years = new double[4];
        double[] means = new double[3];
        double[] served = new double[3];
        run(
                taken(
                        1,
                        0,
                        never(),
                        wiring -> wiring.onStart(() -> {
                            Sentencing sentencing =
                                    wiring.port(Sentencing.class).get();
                            for (int kind = 0; kind < 3; kind++) {
                                years[kind] = sentencing.perceivedYears(kind);
                                means[kind] = sentencing.meanYears(kind);
                                served[kind] = sentencing.earlyReleaseAtShare(kind);
                            }
                            years[3] = sentencing.pretrialYears();
                        })),
                1);

        assertThat(years).containsExactly(0.5, 1.5, 10, 20 / 365.25);
        assertThat(means).containsExactly(3.5 / 12, 1.5, 10);
        assertThat(served).containsExactly(0.333333333333, 0.333333333333, 1);
    }

    /** Everything that was told of one household's case. */
    private static final class Told {
        private final Map<String, Double> figures = new TreeMap<>();
        private final Map<String, Hearing.Event> events = new TreeMap<>();
        private long formal;

        double figure(String name) {
            return Objects.requireNonNull(figures.get(name), name);
        }

        Hearing.Event event(String kind) {
            return Objects.requireNonNull(events.get(kind), kind);
        }
    }

    /**
     * The figures told of a case are those that decided it: the time before trial, the draw and the bounds of the sentences it
     * is compared with, the term. What the events say came of them is so.
     */
    @Test
    void figuresTold_decideTheCase() {
        int n = 400;
        Told[] told = new Told[n];
        Arrays.setAll(told, household -> new Told());
        Mechanism<Bench.None> all = Bench.stub("test.all", wiring -> {
            wiring.route(TEST, "taken by the test");
            wiring.provide(Settling.class, (slot, stage, years) -> {
                int household = wiring.cases().household(slot);
                return household % 4 == (stage == Stage.INVESTIGATION ? 0 : stage == Stage.EARLY_RELEASE ? 1 : 4);
            });
            wiring.signal(Signals.CASE_FORMAL)
                    .listen((household, slot) ->
                            told[household].formal = wiring.scheduler().now());
            int take = wiring.scheduler().kind("test.take", Phase.MODEL, (time, household, unused) -> {
                wiring.arrests().arrest(household, TEST, 0, 0, false);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < n; household++) {
                    wiring.scheduler().post((1 + household) * Times.HOUR, take, household, 0);
                }
            });
        });
        Bench.watched(
                Bench.scenario(
                        Catalog.of(Sanctions.MECHANISM, Bench.lineThatIsNeverUsed(), all),
                        4,
                        Bench.all(
                                Bench.households(n),
                                mix(0.4, 0.3, 0.2, 20),
                                Map.of("levers.sanctions.camp_years_mean", 0.1))),
                hearing -> {
                    hearing.onFigure(figure -> told[figure.household()].figures.put(figure.name(), figure.value()));
                    hearing.onEvent(event -> {
                        if (event.kind().startsWith("sanctions.")) {
                            told[event.subject()].events.put(event.kind(), event);
                        }
                    });
                });

        int[] outcomes = new int[5];
        for (int household = 0; household < n; household++) {
            outcomes[assertDecided(told[household], household)]++;
        }
        assertThat(outcomes).doesNotContain(0);
    }

    private static final String[] BELOW = {"sanctions.training_below", "sanctions.reform_below", "sanctions.camp_below"
    };

    /** Asserts that the figures explain the events, and returns the kind of sentence, 3 for a warning, 4 for a case dropped. */
    private static int assertDecided(Told told, int household) {
        Hearing.Event trial = told.event("sanctions.pretrial_end");
        assertThat((double) (trial.time() - told.formal))
                .isCloseTo(told.figure("sanctions.pretrial_days") * Times.DAY, within(1.0));
        if (household % 4 == 0) {
            assertThat(trial.outcome()).isEqualTo(Outcome.DROPPED.ordinal());
            assertThat(told.figures).doesNotContainKey("sanctions.sentence_draw");
            return 4;
        }
        int kind = 0;
        double[] bounds = {0.4, 0.7, 0.9};
        while (kind < 3 && told.figure("sanctions.sentence_draw") >= bounds[kind]) {
            kind++;
        }
        assertThat(trial.outcome()).isEqualTo(kind);
        for (int i = 0; i <= Math.min(kind, 2); i++) {
            assertThat(told.figure(BELOW[i])).isCloseTo(bounds[i], within(1e-12));
        }
        if (kind == 3) {
            assertThat(told.figures).doesNotContainKey("sanctions.term_years");
            return kind;
        }
        double term = told.figure("sanctions.term_years") * Times.YEAR;
        boolean early = household % 4 == 1 && kind != 2;
        Hearing.Event last = told.event(early ? "sanctions.early_release" : "sanctions.term_end");
        assertThat(last.outcome()).isEqualTo(early ? Outcome.RELEASED_EARLY.ordinal() : 0);
        assertThat((double) (last.time() - trial.time())).isCloseTo(early ? term / 3 : term, within(2.0));
        return kind;
    }

    /** The first household counts like any other: who of it is still held at the end was so since the arrest. */
    @Test
    void heldAtTheEnd_countedUpToIt() {
        Mechanism<Bench.None> first = Bench.stub("test.first", wiring -> {
            wiring.route(TEST, "taken by the test");
            wiring.provide(Settling.class, never());
            int take = wiring.scheduler().kind("test.take", Phase.MODEL, (time, household, unused) -> {
                wiring.arrests().arrest(household, TEST, 0, 0, false);
                return 0;
            });
            wiring.onStart(() -> wiring.scheduler().post(355 * Times.DAY, take, 0, 0));
        });
        RunResult run = Bench.run(
                Bench.scenario(
                        Catalog.of(Sanctions.MECHANISM, Bench.lineThatIsNeverUsed(), first),
                        1,
                        Bench.all(Bench.households(5), mix(0, 1, 0, 20))),
                0);

        assertThat(run.value("person_years_held")).isCloseTo(10 / 365.25, within(1e-12));
    }
}
