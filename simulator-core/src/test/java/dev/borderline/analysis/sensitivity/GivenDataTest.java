package dev.borderline.analysis.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Tally;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** First-order indices from given data are those of closed forms, and have no bias where there is nothing. */
class GivenDataTest {
    private static final Draws DRAWS = Draws.of(11, "test.given_data", SubjectKind.WORLD);
    private static final int MANY = 1 << 15;

    private static double[] uniforms(int n, int subject) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> DRAWS.uniform(subject, i));
        return values;
    }

    /** T. Ishigami, T. Homma 1990, a = 7, b = 0.1: 0.3139, 0.4424 and 0. */
    @Test
    void ishigami_hasItsIndices() {
        double[] first = uniforms(MANY, 1);
        double[] second = uniforms(MANY, 2);
        double[] third = uniforms(MANY, 3);
        double[] outcome = new double[MANY];
        Arrays.setAll(outcome, i -> {
            double x = Math.PI * (2 * first[i] - 1);
            double y = Math.PI * (2 * second[i] - 1);
            double z = Math.PI * (2 * third[i] - 1);
            return Math.sin(x) + 7 * Math.pow(Math.sin(y), 2) + 0.1 * Math.pow(z, 4) * Math.sin(x);
        });
        assertThat(GivenData.firstOrder(first, outcome)).isEqualTo(0.3139, within(0.015));
        assertThat(GivenData.firstOrder(second, outcome)).isEqualTo(0.4424, within(0.02));
        assertThat(GivenData.firstOrder(third, outcome)).isEqualTo(0, within(0.01));
    }

    @Test
    void noiseOfFewMembers_isNotTakenForExplanation() {
        Tally found = new Tally();
        for (int sample = 0; sample < 400; sample++) {
            found.add(GivenData.firstOrder(uniforms(64, 10 + sample), uniforms(64, 10_000 + sample)));
        }
        double error = found.standardError();
        assertThat(found.mean()).as("uncorrected it is 3/63").isEqualTo(0, within(4 * error));
        assertThat(error).isLessThan(3.0 / 63 / 8);
    }

    @Test
    void outcomeThatDoesNotVary_hasNoIndex() {
        assertThat(GivenData.firstOrder(uniforms(64, 1), new double[64])).isNaN();
    }
}
