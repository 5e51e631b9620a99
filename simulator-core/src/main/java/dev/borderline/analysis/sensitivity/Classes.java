package dev.borderline.analysis.sensitivity;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Members of a sample in classes of equal size by one unknown, ties in order of the members. The partition on which conditional means
 * are taken. Immutable.
 *
 * <p>About the cube root of the sample, at least {@value #FEWEST}: the error by the width of a class, of the order of the inverse
 * square of their number, then falls as fast as that by the few members in it.
 */
final class Classes {
    private static final int FEWEST = 4;

    private final int[] classOf;
    private final int count;

    private Classes(int[] classOf, int count) {
        this.classOf = classOf;
        this.count = count;
    }

    /** The usual number of classes for so many members. */
    static int usual(int members) {
        return Math.max(FEWEST, (int) Math.round(Math.cbrt(members)));
    }

    /** The classes of members by their values. */
    static Classes of(double[] values, int count) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] classOf = new int[values.length];
        for (int place = 0; place < order.length; place++) {
            classOf[order[place]] = (int) ((long) place * count / order.length);
        }
        return new Classes(classOf, count);
    }

    /** The classes that the members in another order would have. */
    Classes permuted(int[] order) {
        int[] other = new int[classOf.length];
        for (int member = 0; member < other.length; member++) {
            other[member] = classOf[order[member]];
        }
        return new Classes(other, count);
    }

    int count() {
        return count;
    }

    /** Sums of values by class, over these members, of whom some may stand several times. */
    double[] sums(double[] values, int[] members) {
        double[] sums = new double[count];
        for (int member : members) {
            sums[classOf[member]] += values[member];
        }
        return sums;
    }

    /** Members by class. */
    int[] sizes(int[] members) {
        int[] sizes = new int[count];
        for (int member : members) {
            sizes[classOf[member]]++;
        }
        return sizes;
    }
}
