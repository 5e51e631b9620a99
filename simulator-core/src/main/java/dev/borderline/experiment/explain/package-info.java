/**
 * One household in two arms: the first event that differs, and the draw and lever responsible.
 *
 * <p>Floor: above {@code experiment}.
 *
 * <p>Guarantees: a pure function of two scenarios, a run key and a household.
 *
 * <p>Start reading at {@link dev.borderline.experiment.explain.Explanation}.
 *
 * <p>Part of the API: {@link Explanation}, {@link World}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.explain;

import org.jspecify.annotations.NullMarked;
