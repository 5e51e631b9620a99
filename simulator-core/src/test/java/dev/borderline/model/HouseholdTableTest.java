package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.Bench;
import dev.borderline.mechanism.StandardCatalog;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdTableTest {
    private static final int N = 100;

    private final HouseholdTable rows = new HouseholdTable(() -> 0);
    private final HouseholdTable.Flags flag = rows.flags();
    private final HouseholdTable.Bytes bytes = rows.bytes();
    private final HouseholdTable.Flags other = rows.flags();
    private final HouseholdTable.Longs longs = rows.longs();
    private final HouseholdTable.Shorts shorts = rows.shorts();
    private final HouseholdTable.Floats floats = rows.floats();
    private final HouseholdTable.Ints ints = rows.ints();

    private void fill(UniformRandomProvider source, int row) {
        flag.set(row, source.nextBoolean());
        bytes.set(row, source.nextInt());
        other.set(row, source.nextBoolean());
        longs.set(row, source.nextLong());
        shorts.set(row, source.nextInt());
        floats.set(row, source.nextFloat());
        ints.set(row, source.nextInt());
    }

    private void assertFilled(UniformRandomProvider source, int row) {
        assertThat(flag.get(row)).isEqualTo(source.nextBoolean());
        assertThat(bytes.get(row)).isEqualTo((byte) source.nextInt());
        assertThat(other.get(row)).isEqualTo(source.nextBoolean());
        assertThat(longs.get(row)).isEqualTo(source.nextLong());
        assertThat(shorts.get(row)).isEqualTo((short) source.nextInt());
        assertThat(floats.get(row)).isEqualTo(source.nextFloat());
        assertThat(ints.get(row)).isEqualTo(source.nextInt());
    }

    /** Fields share no bytes, and growing keeps them. */
    @Test
    void columns_keepWhatTheyAreGiven() {
        rows.layOut(N);
        UniformRandomProvider written = RandomSource.SPLIT_MIX_64.create(1L);
        for (int row = 0; row < N; row++) {
            fill(written, row);
        }
        rows.grow(2 * N);
        UniformRandomProvider read = RandomSource.SPLIT_MIX_64.create(1L);
        for (int row = 0; row < N; row++) {
            assertFilled(read, row);
        }
        assertThat(longs.get(2 * N - 1)).isZero();
        assertThat(rows.width()).isEqualTo(1 + 1 + 8 + 2 + 4 + 4);
    }

    /** Any number as the subject of an event: a look ahead does no harm. */
    @ParameterizedTest
    @ValueSource(ints = {0, N - 1, N, 200_000_000, Integer.MAX_VALUE})
    void touch_anyNumber_changesNothing(int row) {
        HouseholdTable.Bytes bytes = rows.bytes();
        rows.layOut(N);
        bytes.set(N - 1, 7);
        rows.touch(row);
        assertThat(bytes.get(N - 1)).isEqualTo((byte) 7);
    }

    @Test
    void column_declaredTooLate_refused() {
        rows.layOut(N);
        assertThatThrownBy(rows::ints)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("when a mechanism joins");
    }

    @Test
    void table_ofMoreThanTwoGigabytes_refused() {
        assertThatThrownBy(() -> rows.layOut(200_000_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("200000000 households of 20 bytes");
    }

    /** All mechanisms together keep at most 34 bytes of a household without open business. */
    @Test
    void household_takesAtMost34Bytes() {
        int[] width = new int[1];
        Catalog catalog = StandardCatalog.standard()
                .with(Bench.stub(
                        "test.look",
                        wiring -> wiring.onStart(() -> width[0] = wiring.rows().width())));
        Bench.run(Bench.scenario(catalog, 1, Bench.households(N)), 0);
        assertThat(width[0]).isBetween(20, 34);
    }
}
