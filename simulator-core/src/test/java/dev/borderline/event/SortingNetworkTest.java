package dev.borderline.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortingNetworkTest {
    /** All rows of zeros and ones: a network that sorts them sorts everything (Knuth, TAOCP 3, 5.3.4, theorem Z). */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 15, 16})
    void sort_zerosAndOnes_isSorted(int count) {
        long[] numbers = new long[SortingNetwork.WIDTH];
        for (int row = 0; row < 1 << count; row++) {
            SortingNetwork.clear(numbers, count);
            for (int i = 0; i < count; i++) {
                numbers[i] = (row >>> i & 1) == 0 ? 0 : 1;
            }
            SortingNetwork.sort(numbers, count);

            int zeros = count - Integer.bitCount(row);
            for (int i = 0; i < count; i++) {
                if (numbers[i] != (i < zeros ? 0 : 1)) {
                    assertThat(Arrays.toString(numbers))
                            .as("row %x of %d", row, count)
                            .isEmpty();
                }
            }
        }
    }

    /** Rows of zeros and ones when all are too many: two sorted halves, all a merge can meet, and random ones. */
    @ParameterizedTest
    @ValueSource(ints = {17, 24, 31, 32})
    void sort_moreThanSixteen_isSorted(int count) {
        SplittableRandom random = new SplittableRandom(count);
        long[] numbers = new long[SortingNetwork.WIDTH];
        for (int trial = 0; trial < 100_000; trial++) {
            int firstZeros = trial % 17;
            int secondZeros = trial / 17 % 17;
            SortingNetwork.clear(numbers, count);
            for (int i = 0; i < count; i++) {
                boolean isZero = i < 16 ? i < firstZeros : i - 16 < secondZeros;
                numbers[i] = trial < 17 * 17 ? (isZero ? 0 : 1) : random.nextLong() >> 3 >> random.nextInt(62);
            }
            long[] expected = Arrays.copyOf(numbers, count);
            Arrays.sort(expected);
            SortingNetwork.sort(numbers, count);

            if (!Arrays.equals(expected, 0, count, numbers, 0, count)) {
                assertThat(Arrays.copyOf(numbers, count)).isEqualTo(expected);
            }
        }
    }
}
