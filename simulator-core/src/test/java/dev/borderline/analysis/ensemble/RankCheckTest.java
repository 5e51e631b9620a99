package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCheckTest {
    private static final int TRUTHS = 50;
    private static final int DRAWS = 63;
    private static final Draws LUCK = Draws.of(11, "test.ranks", SubjectKind.WORLD);

    private static int[] uniform(int trial) {
        return IntStream.range(0, TRUTHS)
                .map(i -> (int) (LUCK.uniform(trial, i) * (DRAWS + 1)))
                .toArray();
    }

    /** Of 4,000 uniform samples a share of .1 leaves the bands: within 4 standard errors, .0190; false alarm below 1e-4. */
    @Test
    void holds_uniformRanks_asOftenAsStated() {
        RankCheck check = RankCheck.of(TRUTHS, DRAWS, 0.1);
        long outside = IntStream.range(0, 4_000)
                .filter(trial -> !check.holds(uniform(trial)))
                .count();

        double stated = 1 - check.coverage();
        assertThat(stated).isCloseTo(0.1, within(0.02)); // bands are whole numbers, so the rate is reached from below
        assertThat(outside / 4_000.0).isCloseTo(stated, within(4 * Math.sqrt(0.1 * 0.9 / 4_000)));
    }

    /** One point: the two tails of a binomial law. */
    @Test
    void coverage_oneDraw_isBinomial() {
        RankCheck check = RankCheck.of(10, 1, 0.05);

        assertThat(check.coverage())
                .isCloseTo(1 - 2 * 11 / 1024.0, within(1e-12)); // 0, 1 and 9, 10 of ten coins are outside
    }

    @Test
    void holds_shiftedOrNarrowRanks_not() {
        RankCheck check = RankCheck.of(TRUTHS, DRAWS, 0.01);
        int[] low = Arrays.stream(uniform(1)).map(rank -> rank / 2).toArray();
        int[] narrow = Arrays.stream(uniform(2)).map(rank -> 16 + rank / 2).toArray();

        assertThat(check.holds(low)).isFalse();
        assertThat(check.holds(narrow)).isFalse();
        assertThatThrownBy(() -> check.holds(new int[1])).hasMessage("1 ranks; the bands are for 50");
    }
}
