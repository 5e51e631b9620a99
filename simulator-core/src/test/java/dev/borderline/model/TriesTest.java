package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriesTest {
    /** Every sequence of failures and successes written out, each by its probability. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 20})
    void connectedAndMade_areThoseOfEverySequence(int most) {
        for (double failure = 0; failure <= 1; failure += 0.125) {
            double connected = 0;
            double made = 0;
            for (int failures = 0; failures < most; failures++) {
                double probability = StrictMath.pow(failure, failures) * (1 - failure);
                connected += probability;
                made += probability * (failures + 1);
            }
            made += StrictMath.pow(failure, most) * most;

            assertThat(Tries.connected(failure, most)).isCloseTo(connected, within(1e-14));
            assertThat(Tries.made(failure, most)).isCloseTo(made, within(1e-13));
        }
    }

    @Test
    void lineThatNeverFails_oneTryConnects() {
        assertThat(Tries.connected(0, 3)).isEqualTo(1);
        assertThat(Tries.made(0, 3)).isEqualTo(1);
    }
}
