package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Addresses, ranges, couplings and garbage of draws; their laws are in {@link DrawsLawTest}. */
class DrawsTest {
    private static final int TRUCK_ID = 70; // frozen

    private static final List<SubjectKind> KINDS = List.of(
            SubjectKind.WORLD,
            SubjectKind.HOUSEHOLD,
            SubjectKind.BROKER,
            SubjectKind.ZONE,
            SubjectKind.OFFICER,
            SubjectKind.TEAM,
            SubjectKind.CASE,
            SubjectKind.FACTOR,
            SubjectKind.of("truck"));

    private static final long KEY = RunKeys.runKey(RunKeys.SCHEME_VERSION, 20151, 3);
    private static final Draws DRAWS = Draws.of(KEY, "detection.located", SubjectKind.HOUSEHOLD);

    @Test
    void uniform_address_fillsTheCounterWordsAsStated() {
        long subject = 0x1122_3344_5566_7788L;
        int occurrence = 0x99aa_bbcc;
        long purpose = Purposes.id("detection.located");
        long word3 = purpose << 16 | 1 << 8 | 0xfe; // households are kind 1
        long bits = Philox4x32.first64(subject, word3 << 32 | 0x99aa_bbccL, KEY);
        assertEquals(Draws.toUniform(bits), DRAWS.uniform(subject, occurrence, 0xfe));
    }

    @Test
    void purposeAndKind_areAsGiven() {
        assertEquals("detection.located", DRAWS.purpose());
        assertEquals(SubjectKind.HOUSEHOLD, DRAWS.kind());
    }

    @Test
    void uniform_withoutSubDraw_isSubDrawZero() {
        assertEquals(DRAWS.uniform(5, -3, 0), DRAWS.uniform(5, -3));
        assertEquals(DRAWS.exponential(5, 7, 0), DRAWS.exponential(5, 7));
        assertEquals(DRAWS.normal(5, 7, 0), DRAWS.normal(5, 7));
        assertEquals(DRAWS.bernoulli(5, 7, 0, .5), DRAWS.bernoulli(5, 7, .5));
    }

    @Test
    void uniform_anyPartOfTheAddressChanged_isAnotherDraw() {
        Set<Double> seen = new HashSet<>();
        for (int replication = 0; replication < 5; replication++) {
            long key = RunKeys.runKey(RunKeys.SCHEME_VERSION, 1, replication);
            for (SubjectKind kind : KINDS) {
                for (String purpose : new String[] {"a", "b", "need.times"}) {
                    Draws draws = Draws.of(key, purpose, kind);
                    for (int i = 0; i < 50; i++) {
                        assertTrue(seen.add(draws.uniform(i, 0)));
                        assertTrue(seen.add(draws.uniform((i + 1L) << 32, 0)));
                        assertTrue(seen.add(draws.uniform(0, i + 1)));
                        assertTrue(seen.add(draws.uniform(0, 0, i + 1)));
                    }
                }
            }
        }
        assertThat(seen)
                .hasSize(5 * KINDS.size() * 3 * 200); // 53-bit values: a chance repeat has probability below 1e-7
    }

    @Test
    void uniform_subDrawOutOfRange_isRefused() {
        assertThatThrownBy(() -> DRAWS.uniform(0, 0, 256)).hasMessageContaining("256");
        assertThatThrownBy(() -> DRAWS.uniform(0, 0, -1)).hasMessageContaining("-1");
    }

    @Test
    void toUniform_extremeBits_staysInsideTheOpenInterval() {
        assertEquals(0x1p-53, Draws.toUniform(0));
        assertEquals(1 - 0x1p-53, Draws.toUniform(-1));
        assertEquals(0.5 + 0x1p-53, Draws.toUniform(1L << 63));
        assertEquals(0.5 - 0x1p-53, Draws.toUniform((1L << 63) - 1));
    }

    @Test
    void bits_bothForms_agreeWithTheUniform() {
        long[] output = new long[2];
        DRAWS.bits(9, 4, output);
        assertEquals(output[0], DRAWS.bits(9, 4));
        assertEquals(DRAWS.uniform(9, 4), Draws.toUniform(output[0]));
        assertThat(output[1]).isNotEqualTo(output[0]);
    }

    @Test
    void bernoulli_higherProbability_acceptsASuperset() {
        for (int subject = 0; subject < 1000; subject++) {
            boolean before = false;
            for (double p = 0; p <= 1; p += 1.0 / 64) {
                boolean accepted = DRAWS.bernoulli(subject, 0, p);
                assertTrue(accepted || !before);
                before = accepted;
            }
            assertTrue(DRAWS.bernoulli(subject, 0, 1));
            assertTrue(!DRAWS.bernoulli(subject, 0, 0));
        }
    }

    @Test
    void bernoulli_accepts_whereTheUniformIsBelow() {
        for (int subject = 0; subject < 1000; subject++) {
            assertEquals(DRAWS.uniform(subject, 6) < .3, DRAWS.bernoulli(subject, 6, .3));
            assertEquals(DRAWS.uniform(subject, 6, 9) < .3, DRAWS.bernoulli(subject, 6, 9, .3));
        }
        double u = DRAWS.uniform(1, 6);
        assertTrue(!DRAWS.bernoulli(1, 6, u));
        assertTrue(DRAWS.bernoulli(1, 6, Math.nextUp(u)));
    }

    @Test
    void bernoulli_notAProbability_isRefused() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> DRAWS.bernoulli(0, 0, p)).hasMessageContaining("probability is " + p);
        }
    }

    @Test
    void subjectKinds_ids_areFrozen() {
        assertThat(KINDS)
                .extracting(kind -> kind + "=" + kind.id())
                .containsExactly(
                        "world=0",
                        "household=1",
                        "broker=2",
                        "zone=3",
                        "officer=4",
                        "team=5",
                        "case=6",
                        "factor=7",
                        "truck=" + SubjectKind.of("truck").id());
        assertEquals(SubjectKind.of("zone"), SubjectKind.ZONE);
        assertThat(SubjectKind.of("truck").id()).isEqualTo(TRUCK_ID);
        assertThat(SubjectKind.of("truck")).isEqualTo(SubjectKind.of("truck")).isNotEqualTo(SubjectKind.of("driver"));
        for (int i = 0; i < 1_000; i++) {
            assertThat(SubjectKind.of("kind " + i).id()).isBetween(8, 255);
        }
        assertThatThrownBy(() -> SubjectKind.of(" ")).hasMessage("a kind of subject needs a name");
    }

    @Test
    void draws_aMillion_allocateNothing() {
        QuantileTable gamma = QuantileTable.gamma(0.4);
        DiscreteTable poisson = DiscreteTable.poisson(30);
        double[] weights = {1, 2, 3};
        sumOfDraws(100_000, gamma, poisson, weights); // let it compile
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        double sum = sumOfDraws(1_000_000, gamma, poisson, weights);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(Double.isFinite(sum));
        assertThat(bytes).isLessThan(10_000); // the counter itself and the compiler leave a few hundred
    }

    private static double sumOfDraws(int n, QuantileTable gamma, DiscreteTable poisson, double[] weights) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double u = DRAWS.uniform(i, 1, i & 0xff);
            sum += gamma.value(u) + poisson.value(u) + Inversion.categorical(u, weights) + Inversion.poisson(u, 2);
            sum += DRAWS.exponential(i, 2) + DRAWS.normal(i, 2) + (DRAWS.bernoulli(i, 2, .3) ? 1 : 0);
            sum += Inversion.logNormal(u, 2, .5) + Inversion.geometric(u, .1);
        }
        return sum;
    }
}
