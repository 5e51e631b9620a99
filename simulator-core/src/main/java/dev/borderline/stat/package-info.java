/**
 * Summaries of numbers: tallies, quantiles, confidence intervals, adjusted p-values, sums that forget their order.
 *
 * <p>Floor: ground. Knows nothing of the domain and imports no other package of this library.
 *
 * <p>Guarantees: {@link dev.borderline.stat.FixedSum} gives the same bits in any order of adding; {@link
 * dev.borderline.stat.Tally} and {@link dev.borderline.stat.Quantiles} the same bits on every JDK for one order.
 * {@link dev.borderline.stat.Intervals} rests on quantiles from commons-statistics, which use {@code Math}: its last
 * bits may differ between JDKs, so intervals stay outside digests. What is undefined (the mean of nothing) is NaN
 * where stated; what is out of range is refused.
 *
 * <p>Start reading at {@link dev.borderline.stat.Tally}.
 *
 * <p>Part of the API: {@link Histogram}, {@link Interval}, {@link PairedTally}, {@link Tally}, {@link TimeWeighted}. The
 * rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.stat;

import org.jspecify.annotations.NullMarked;
