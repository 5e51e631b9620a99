package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stops of households that are not simulated, in a world of fixed bribes and chances. */
class OtherStopsTest {
    private static final int NEAR = 2;
    private static final int HOUSEHOLDS = 20_000;
    private static final int DAYS = 365;
    private static final double RATE = 0.5;
    private static final double[] CHANCE = {0.3, 0.4, 0.5}; // of settling, by stage
    private static final double[] BRIBE_USD = {100, 200, 1_000};
    private static final double PRETRIAL_DAYS = 20;

    /** Bribe told to the officers, and when. */
    private record Bribe(int day, double usd) {}

    /** Officers' memory. */
    private static final class Book implements OtherStops.Memory {
        private final List<Bribe> bribes = new ArrayList<>();
        private int stops;
        private int today;

        @Override
        public void stopped(int zone) {
            assertThat(zone).isEqualTo(NEAR);
            stops++;
        }

        @Override
        public void paid(int zone, double usd) {
            assertThat(zone).isEqualTo(NEAR);
            if (usd > 0) {
                bribes.add(new Bribe(today, usd));
            }
        }

        double paid(double usd) {
            return bribes.stream().filter(bribe -> bribe.usd == usd).count();
        }
    }

    /** Half of the cases end in training for half a year, a fifth in a camp, the rest in a warning. */
    private static final class Mix implements Sentencing {
        @Override
        public double share(int kind, int aggravation) {
            return new double[] {0.5, 0, 0.2}[kind];
        }

        @Override
        public double perceivedYears(int kind) {
            throw new IllegalStateException("others serve terms of mean length");
        }

        @Override
        public double meanYears(int kind) {
            return kind == 0 ? 0.5 : 5;
        }

        @Override
        public double earlyReleaseAtShare(int kind) {
            return kind == 0 ? 0.2 : 1;
        }

        @Override
        public double pretrialYears() {
            return PRETRIAL_DAYS / 365.25;
        }
    }

    private record Prices(double atTheInvestigators) implements Settling {
        @Override
        public boolean settles(int caseSlot, Stage stage, double remainingYears) {
            throw new IllegalStateException("nobody is taken");
        }

        @Override
        public double bribeUsd(int household, Stage stage, int aggravation, double remainingYears, double u) {
            assertThat(aggravation).isZero();
            if (stage != Stage.EARLY_RELEASE) {
                double usd = stage == Stage.STREET ? BRIBE_USD[0] : atTheInvestigators;
                return u < CHANCE[stage.ordinal()] ? usd : 0;
            }
            if (remainingYears == 0) {
                return 0; // of a camp
            }
            assertThat(remainingYears).isCloseTo(0.4, within(1e-12)); // of training
            return u < CHANCE[2] ? BRIBE_USD[2] : 0;
        }
    }

    private static Book run(double share, double handsets, double falseAccusation, double rate) {
        return run(share, handsets, falseAccusation, rate, BRIBE_USD[1]);
    }

    private static Book run(
            double share, double handsets, double falseAccusation, double rate, double atTheInvestigators) {
        Book book = new Book();
        Mechanism<Bench.None> others = Bench.stub("test.others", wiring -> {
            wiring.provide(Settling.class, new Prices(atTheInvestigators));
            wiring.provide(Sentencing.class, new Mix());
            everyDay(wiring, new OtherStops(wiring, book), book, rate, falseAccusation);
        });
        Bench.run(
                Bench.scenario(
                        Catalog.of(others),
                        1,
                        Bench.all(
                                Bench.households(HOUSEHOLDS),
                                Bench.handsets(handsets),
                                Map.of("population.simulated_share", share, "population.enemy_share", 0.0))),
                0);
        return book;
    }

    private static void everyDay(Wiring wiring, OtherStops others, Book book, double rate, double falseAccusation) {
        int day = wiring.scheduler().kind("test.day", Phase.MODEL, (time, subject, number) -> {
            book.today = number;
            others.onDay(NEAR, number, rate, falseAccusation);
            return 0;
        });
        wiring.onStart(() -> {
            for (int number = 1; number < DAYS; number++) {
                wiring.scheduler().post(number * Times.DAY, day, 0, number);
            }
        });
    }

    /**
     * They are as many as the households of the zone that are not simulated make at that rate, and who owns a handset is taken, others
     * with the probability of a false accusation. Of those taken some settle on the street, of the rest some at the investigators,
     * and of those sentenced to training some after a fifth of it. Five standard errors.
     */
    @ParameterizedTest(name = "share {0}, handsets {1}, false accusations {2}")
    @CsvSource({"0.1, 1, 0", "0.5, 1, 0", "0.1, 0, 0.25", "0.1, 0.4, 0.5"})
    void stopsAndBribes_areThoseOfTheHouseholdsNotSimulated(double share, double handsets, double falseAccusation) {
        Book book = run(share, handsets, falseAccusation, RATE);
        double today = -StrictMath.expm1(-RATE / 365.25);
        double stops = 0.35 * (1 - share) * HOUSEHOLDS * (DAYS - 1) * today;
        double taken = handsets + (1 - handsets) * falseAccusation;

        assertThat((double) book.stops)
                .isCloseTo(stops, within(0.1 * stops)); // the zone's simulated households are a sample
        assertShare(book.paid(BRIBE_USD[0]), book.stops, taken * 0.3, handsets);
        assertShare(book.paid(BRIBE_USD[1]), book.stops * (DAYS - PRETRIAL_DAYS) / DAYS, taken * 0.7 * 0.4, handsets);
        double served = PRETRIAL_DAYS + 0.1 * 365.25;
        assertShare(
                book.paid(BRIBE_USD[2]), book.stops * (DAYS - served) / DAYS, taken * 0.7 * 0.6 * 0.5 * 0.5, handsets);
    }

    private static void assertShare(double count, double of, double share, double handsets) {
        double ownersDrawn = handsets == 0 || handsets == 1 ? 0 : 0.06; // of some 700 simulated households, relative
        double error = StrictMath.sqrt(share * (1 - share) / of);
        assertThat(count / of).isCloseTo(share, within(5 * error + 3 * ownersDrawn * share));
    }

    /** Bribes on the street are told on the day, others when they fall due. */
    @Test
    void bribes_areToldWhenTheyFallDue() {
        Book book = run(0.1, 1, 0, RATE);

        assertThat(firstDay(book, BRIBE_USD[0])).isEqualTo(1);
        assertThat(firstDay(book, BRIBE_USD[1])).isBetween(20, 23);
        assertThat(firstDay(book, BRIBE_USD[2])).isBetween(56, 64);
    }

    private static int firstDay(Book book, double usd) {
        return book.bribes.stream()
                .filter(bribe -> bribe.usd == usd)
                .mapToInt(Bribe::day)
                .min()
                .orElseThrow();
    }

    /** Bribes that are paid later are told in whole dollars, and no greater ones than an event carries. */
    @ParameterizedTest
    @CsvSource({"250.4, 250", "83886.08, 83886", "1e9, 8000000"})
    void bribes_paidLater_inWholeDollars(double usd, double told) {
        assertThat(run(0.5, 1, 0, RATE, usd).paid(told)).isGreaterThan(100);
    }

    @Test
    void allSimulated_orNobodyStopped_none() {
        assertThat(run(1, 1, 0, RATE).stops).isZero();
        assertThat(run(0.1, 1, 0, 0).stops).isZero();
    }
}
