/**
 * Inputs, levers and their courses: policies, and the value of every lever at every time of a run.
 *
 * <p>Floor: below {@code model}; knows dates, ranges and numbers, and no household.
 *
 * <p>Guarantees: steps are exact, in range, at midnights, in an order that does not depend on the order of levers in a file.
 *
 * <p>Start reading at {@link dev.borderline.policy.Policy}, then {@link dev.borderline.policy.Timeline}.
 *
 * <p>Part of the API: {@link Input}, {@link InputSpec}, {@link Lever}, {@link Move}, {@link Policy}, {@link Schedule},
 * {@link SimulatedPeriod}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.policy;

import org.jspecify.annotations.NullMarked;
