package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.model.DrawSite.Tested;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import org.junit.jupiter.api.Test;

class DrawSiteTest {
    private static final int TRIALS = 2_000_000;

    private static DrawSite site() {
        return new DrawSite(Draws.of(11, "test.site", SubjectKind.HOUSEHOLD), subject -> subject);
    }

    /**
     * The power of a compensator: at two million trials a site that accepts one per cent too often is seen at five standard
     * deviations, here at about ten; one that is right is not. Each probability occurs, as in a run.
     */
    @Test
    void z_biasOfOnePercent_isSeen() {
        DrawSite honest = site();
        DrawSite biased = site();
        for (int i = 0; i < TRIALS; i++) {
            double p = 0.05 + 0.9 * (i % 1_000) / 1_000;
            honest.occurs(i, 0, p);
            biased.occurs(i, 0, 1.01 * p);
        }
        Tested right = honest.tested();
        Tested wrong = new Tested("test.site", TRIALS, biased.tested().accepted(), right.expected(), right.variance());

        assertThat(right.trials()).isEqualTo(TRIALS);
        assertThat(right.z()).isBetween(-5.0, 5.0);
        assertThat(wrong.z()).isBetween(6.0, 20.0);
    }

    /** Certain and impossible draws say nothing and count exactly. */
    @Test
    void z_ofCertainties_isZero() {
        DrawSite site = site();
        for (int i = 0; i < 100; i++) {
            assertThat(site.occurs(i, 0, 1)).isTrue();
            assertThat(site.occurs(i, 1, 0)).isFalse();
        }

        assertThat(site.tested()).isEqualTo(new Tested("test.site", 200, 100, 100, 0));
        assertThat(site.tested().z()).isZero();
    }

    /** A higher probability accepts a superset; the uniform is the one compared. */
    @Test
    void occurs_atHigherProbability_superset() {
        DrawSite low = site();
        DrawSite high = site();
        DrawSite uniform = site();
        for (int i = 0; i < 10_000; i++) {
            boolean at20 = low.occurs(i, 7, 3, 0.2);
            assertThat(high.occurs(i, 7, 3, 0.21)).isIn(at20, true);
            assertThat(uniform.uniform(i, 7, 0.2) < 0.2).isEqualTo(site().occurs(i, 7, 0.2));
        }
        assertThat(high.tested().accepted()).isGreaterThan(low.tested().accepted());
    }
}
