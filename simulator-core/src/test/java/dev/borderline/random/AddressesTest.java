package dev.borderline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Run keys, purpose ids and their registry. */
class AddressesTest {
    @Test
    void runKey_replicationsOfOneSeed_areDistinct() {
        Set<Long> keys = new HashSet<>();
        for (int replication = 0; replication < 100_000; replication++) {
            keys.add(RunKeys.runKey(1, 42, replication));
        }
        assertThat(keys).hasSize(100_000);
        assertNotEquals(RunKeys.runKey(1, 42, 0), RunKeys.runKey(2, 42, 0));
        assertNotEquals(RunKeys.runKey(1, 42, 1), RunKeys.runKey(1, 43, 0));
    }

    /** The points of a design have random numbers of their own, and so has every cell that is asked to. */
    @Test
    void keys_ofDesignsAndCells_areDistinct() {
        Set<Long> keys = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            assertThat(keys.add(RunKeys.runKey(1, seed, 0))).isTrue();
            assertThat(keys.add(RunKeys.designKey(1, seed))).isTrue();
            for (int point = 0; point < 20; point++) {
                assertThat(keys.add(RunKeys.cellSeed(seed, point, "base"))).isTrue();
                assertThat(keys.add(RunKeys.cellSeed(seed, point, "policy"))).isTrue();
            }
        }
    }

    @Test
    void runKey_negativeReplication_isRefused() {
        assertThatThrownBy(() -> RunKeys.runKey(1, 42, -1)).hasMessageContaining("replication is -1");
    }

    /** Frozen: a change moves every draw of every published run. */
    @Test
    void frozenValues_neverChange() {
        assertEquals(1, RunKeys.SCHEME_VERSION);
        assertEquals(0xfbead1c72e8afd34L, RunKeys.runKey(1, 42, 0));
        assertEquals(0x76b8df54bd2b1362L, RunKeys.runKey(1, -1, 7));
        assertEquals(28476, Purposes.id("detection.located"));
        assertEquals(22126, Purposes.id("need.times"));
        assertEquals(33583, Purposes.id("arrest.stay"));
    }

    @Test
    void id_blankName_isRefused() {
        assertThatThrownBy(() -> Purposes.id(" ")).hasMessageContaining("needs a name");
    }

    @Test
    void claim_sameNameTwice_isRefused() {
        PurposeRegistry registry = new PurposeRegistry();
        assertEquals(Purposes.id("need.times"), registry.claim("need.times"));
        assertThatThrownBy(() -> registry.claim("need.times"))
                .hasMessageContainingAll("need.times", "is in use already");
    }

    @Test
    void claim_twoNamesWithOneId_isRefusedNamingBoth() {
        Map<Integer, String> seen = new HashMap<>();
        String second = "purpose.0";
        String first = null;
        for (int i = 1; first == null; i++) {
            first = seen.putIfAbsent(Purposes.id(second), second);
            second = first == null ? "purpose." + i : second;
        }
        PurposeRegistry registry = new PurposeRegistry();
        registry.claim(first);
        String clashing = second;
        assertThatThrownBy(() -> registry.claim(clashing)).hasMessageContainingAll(first, clashing);
    }
}
