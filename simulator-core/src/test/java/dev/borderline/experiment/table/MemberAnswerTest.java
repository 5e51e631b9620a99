package dev.borderline.experiment.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Small;
import dev.borderline.measure.Measure;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.Simulation;
import dev.borderline.stat.Likelihood;
import org.junit.jupiter.api.Test;

/** The numbers of an answer are those of their definitions, by hand. */
class MemberAnswerTest {
    private static final Measure MEASURE =
            Simulation.of(Small.scenario()).measures().get(0);
    private static final Ensemble PRIOR = Ensemble.shipped(StandardCatalog.standard(), Ensemble.PRIOR);
    private static final double NONE = Double.NaN;
    private static final double TINY = 1e-12;

    private static Members members(int count) {
        return new Members(PRIOR.first(count), 2);
    }

    @Test
    void answer_ofFourMembers_isThatOfItsDefinitions() {
        // Means -1, 0, 2, 5; variances within 8, 0, 2, 0 of two each; variance between 7 with divisor 3.
        MemberAnswer answer = MemberAnswer.ofChange(MEASURE, members(4), -3, 1, 0, 0, 1, 3, 5, 5);
        assertThat(answer.median()).isEqualTo(1);
        assertThat(answer.p05()).as("rank 0.15 from the least").isEqualTo(-0.85, within(TINY));
        assertThat(answer.p95()).as("rank 2.85").isEqualTo(4.55, within(TINY));
        assertThat(answer.sharePositive()).as("two and half a tie").isEqualTo(2.5 / 4);
        assertThat(answer.open()).as("-3 and 1; 0 and 0").isEqualTo(2);
        assertThat(answer.chanceShare()).isEqualTo((4 + 0 + 1 + 0) / 4.0 / 7, within(TINY));
        assertThat(answer.members()).isEqualTo(4);
        assertThat(answer.replications()).isEqualTo(2);
    }

    @Test
    void interval_isWilsons() {
        // E. B. Wilson 1927, of 2.5 in 4 at 95 %: centre (0.625 + z²/8)/(1 + z²/4), z² = 3.841458820694124.
        MemberAnswer answer = MemberAnswer.ofChange(MEASURE, members(4), -3, 1, 0, 0, 1, 3, 5, 5);
        double squared = 3.841458820694124;
        double centre = (0.625 + squared / 8) / (1 + squared / 4);
        double half = Math.sqrt(squared) / (1 + squared / 4) * Math.sqrt(0.625 * 0.375 / 4 + squared / 64);
        assertThat(answer.shareLow()).isEqualTo(centre - half, within(1e-9));
        assertThat(answer.shareHigh()).isEqualTo(centre + half, within(1e-9));
    }

    @Test
    void memberWithoutValue_isNotCounted() {
        MemberAnswer answer = MemberAnswer.ofChange(MEASURE, members(3), NONE, NONE, 2, NONE, 4, 4);
        assertThat(answer.members()).isEqualTo(2);
        assertThat(answer.median()).isEqualTo(3);
        assertThat(answer.sharePositive()).isEqualTo(1);
    }

    @Test
    void noValueAtAll_isUndefined() {
        MemberAnswer answer = MemberAnswer.ofChange(MEASURE, members(1), NONE, NONE);
        assertThat(answer.members()).isZero();
        assertThat(answer.median()).isNaN();
        assertThat(answer.sharePositive()).isNaN();
        assertThat(answer.rise()).isEmpty();
    }

    @Test
    void level_hasNoSign() {
        MemberAnswer answer = MemberAnswer.ofLevel(MEASURE, members(2), 1, 2, 3, 4);
        assertThat(answer.sharePositive()).isNaN();
        assertThat(answer.open()).isZero();
        assertThat(answer.rise()).isEmpty();
    }

    @Test
    void word_holdsTheWholeInterval() {
        assertThat(rise(64, 64)).contains(Likelihood.VERY_LIKELY);
        assertThat(rise(60, 64)).as("0.94, but no surer than 0.85").contains(Likelihood.LIKELY);
        assertThat(rise(48, 64)).as("0.75, but perhaps 0.63").isEmpty();
        assertThat(rise(32, 64)).contains(Likelihood.ABOUT_AS_LIKELY_AS_NOT);
        assertThat(rise(0, 64)).contains(Likelihood.VERY_UNLIKELY);
        assertThat(rise(4, 4)).as("four members bear no word").isEmpty();
    }

    private static java.util.Optional<Likelihood> rise(int rising, int count) {
        double[] values = new double[2 * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 2 < rising ? 1 : -1;
        }
        return MemberAnswer.ofChange(MEASURE, members(count), values).rise();
    }
}
