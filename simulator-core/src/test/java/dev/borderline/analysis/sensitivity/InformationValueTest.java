package dev.borderline.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value of information is that of the Gaussian case, never below 0 and never above the whole. */
class InformationValueTest {
    private static final Draws DRAWS = Draws.of(7, "test.information", SubjectKind.WORLD);
    private static final int MANY = 1 << 16;
    private static final double STANDARD_ERRORS = 4; // false alarm below 1e-4

    private static double[] normals(int n, int subject) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> DRAWS.normal(subject, i));
        return values;
    }

    /** Unit normal loss: E min(0, m) - min(0, mean) for m normal; H. Raiffa, R. Schlaifer 1961. */
    private static double gaussian(double mean, double sd) {
        double z = Math.abs(mean) / sd;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        double tail = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .survivalProbability(z);
        return sd * density - Math.abs(mean) * tail;
    }

    @ParameterizedTest(name = "change of mean {0}, known part {1}, rest {2}")
    @CsvSource({"0.3, 1, 0.5", "-0.2, 0.6, 1.5", "0, 1, 1"})
    void gaussianCase_matchesItsClosedForm(double mean, double known, double rest) {
        checkGaussian(MANY, mean, known, rest);
    }

    @Tag("deep")
    @ParameterizedTest(name = "change of mean {0}, known part {1}, rest {2}")
    @CsvSource({"0.3, 1, 0.5", "-0.2, 0.6, 1.5", "0, 1, 1"})
    void gaussianCase_ofAQuarterMillionMembers_matchesItsClosedForm(double mean, double known, double rest) {
        checkGaussian(1 << 18, mean, known, rest);
    }

    private static void checkGaussian(int members, double mean, double known, double rest) {
        double[] unknown = normals(members, 1);
        double[] other = normals(members, 2);
        double[] change = new double[members];
        Arrays.setAll(change, i -> mean + known * unknown[i] + rest * other[i]);
        InformationValue value = new InformationValue(new double[][] {new double[members], change}, 1);
        double sd = Math.sqrt(known * known + rest * rest);
        double error = sd / Math.sqrt(members); // of the mean change, which bounds that of its negative part
        assertThat(value.perfect()).isEqualTo(gaussian(mean, sd), within(STANDARD_ERRORS * error));
        Bootstrap few = new Bootstrap(1, Bootstrap.RESAMPLES_MIN, 0.95);
        assertThat(value.of(unknown, few).value().value())
                .isEqualTo(gaussian(mean, known), within(STANDARD_ERRORS * error));
    }

    /** Change of harm by six unknowns, standard normal: one linear, one squared, two that matter only together, two weak ones. */
    private static double change(double[] x) {
        return 0.2 + x[0] + 0.8 * (x[1] * x[1] - 1) + 0.9 * x[2] * x[3] + 0.3 * x[4] + 0.1 * x[5];
    }

    /**
     * Brute force: for each value of an unknown the mean change over runs in which all others are drawn anew. What is drawn for the
     * others serves every unknown, each of which is one of the six.
     */
    private static List<Double> nested() {
        int outer = 4000;
        int inner = 500;
        double[] chosen = new double[6];
        double[] all = new double[6];
        double[][] others = new double[inner][6];
        for (int i = 0; i < outer; i++) {
            for (int j = 0; j < inner; j++) {
                for (int k = 0; k < 6; k++) {
                    others[j][k] = DRAWS.normal(9100 + k, i * inner + j);
                }
            }
            for (int unknown = 0; unknown < 6; unknown++) {
                double mean = meanChange(others, unknown, DRAWS.normal(9000 + unknown, i));
                chosen[unknown] += Math.min(0, mean);
                all[unknown] += mean;
            }
        }
        return IntStream.range(0, 6)
                .mapToObj(unknown -> Math.min(0, all[unknown] / outer) - chosen[unknown] / outer)
                .toList();
    }

    private static double meanChange(double[][] others, int unknown, double given) {
        double sum = 0;
        for (double[] x : others) {
            double drawn = x[unknown];
            x[unknown] = given;
            sum += change(x);
            x[unknown] = drawn;
        }
        return sum / others.length;
    }

    @Test
    void unknownsWorthKnowing_areThoseOfANestedRun() {
        int n = 1 << 14;
        double[][] unknowns = new double[6][];
        Arrays.setAll(unknowns, k -> normals(n, 9200 + k));
        double[] change = new double[n];
        Arrays.setAll(
                change,
                i -> change(Arrays.stream(unknowns).mapToDouble(own -> own[i]).toArray()));
        InformationValue value = new InformationValue(new double[][] {new double[n], change}, 1);
        Bootstrap few = new Bootstrap(1, Bootstrap.RESAMPLES_MIN, 0.95);
        List<Double> found = Arrays.stream(unknowns)
                .map(own -> value.of(own, few).value().value())
                .toList();
        List<Double> brute = nested();

        assertThat(best(found)).isEqualTo(best(brute)).containsExactly(0, 1, 4);
        double error =
                Math.sqrt(1.0 / 4000 + 1.0 / n); // a change's standard deviation given an unknown is at most about 1
        assertThat(found.get(0)).isCloseTo(brute.get(0), within(STANDARD_ERRORS * error));
        assertThat(found.get(1)).isCloseTo(brute.get(1), within(STANDARD_ERRORS * error));
        assertThat(found.get(2)).isLessThan(0.05 * found.get(0));
    }

    /** The three unknowns with the largest values, largest first. */
    private static List<Integer> best(List<Double> values) {
        return IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -values.get(k)))
                .limit(3)
                .toList();
    }

    @Test
    void anySample_givesNoLessThanNothing_andNoMoreThanTheWhole() {
        int n = 64;
        for (int sample = 0; sample < 200; sample++) {
            double[] unknown = normals(n, 10 + sample);
            double[] noise = normals(n, 1000 + sample);
            double[] first = new double[n];
            double[] second = new double[n];
            int shift = sample % 5 - 2;
            Arrays.setAll(first, i -> noise[i]);
            Arrays.setAll(second, i -> shift * 0.2 + unknown[i] * noise[(i + 1) % n]);
            InformationValue value = new InformationValue(new double[][] {first, second}, sample);
            assertThat(value.plain(unknown)).isBetween(0.0, value.perfect());
        }
    }

    @Test
    void unknownThatSaysNothing_isWorthNothing() {
        int n = 512;
        double[] change = normals(n, 3);
        InformationValue value = new InformationValue(new double[][] {new double[n], change}, 1);
        int above = 0;
        int tried = 100;
        for (int unknown = 0; unknown < tried; unknown++) {
            InformationValue.OfUnknown of =
                    value.of(normals(n, 5000 + unknown), new Bootstrap(1, Bootstrap.RESAMPLES_MIN, 0.95));
            above += of.value().value() > of.floor() ? 1 : 0;
        }
        assertThat(above)
                .as("5 expected of 100; more than 15 has probability 4e-5")
                .isLessThanOrEqualTo(15);
    }

    @Test
    void sign_isSettledByWhatDecidesIt_andByNothingElse() {
        int n = 1024;
        double[] unknown = normals(n, 4);
        double[] change = new double[n];
        Arrays.setAll(change, i -> Math.signum(unknown[i]) * (1 + 0.5 * DRAWS.uniform(6, i)));
        InformationValue value = new InformationValue(new double[][] {new double[n], change}, 1);
        Bootstrap few = new Bootstrap(1, Bootstrap.RESAMPLES_MIN, 0.95);
        double largestClass = StrictMath.ceil((double) n / Classes.usual(n));
        assertThat(value.of(unknown, few).settles())
                .as("all but the class in which the sign turns")
                .isGreaterThanOrEqualTo(1 - largestClass / n);
        assertThat(value.of(normals(n, 5), few).settles()).isZero();
    }

    @Test
    void best_isTheLeastMeanHarm() {
        assertThat(new InformationValue(new double[][] {{3, 3}, {1, 4}, {2, 4}}, 1).best())
                .isEqualTo(1);
    }
}
