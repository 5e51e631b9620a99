/**
 * Measures: counts of a run by year, zone and wealth fifth, and the reading of numbers from them.
 *
 * <p>Floor: below {@code model}; knows households by number alone.
 *
 * <p>Guarantees: all counts are whole numbers (things, cents, ticks, 2^-32), so sums do not depend on order.
 *
 * <p>Start reading at {@link dev.borderline.measure.Recorder}, then {@link dev.borderline.measure.Outcomes}.
 *
 * <p>Part of the API: {@link Amounts}, {@link CalendarPeriod}, {@link Compensator}, {@link Measure}, {@link MeasureGroup},
 * {@link Outcomes}, {@link Peak}, {@link Recorder}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.measure;

import org.jspecify.annotations.NullMarked;
