/**
 * Scenario discovery: boxes and trees in the space of inputs where an outcome lies.
 *
 * <p>Floor: above {@code analysis}, beside the other analyses; none imports another.
 *
 * <p>Guarantees: a pure function of its arguments; what is resampled is drawn with keys from a seed.
 *
 * <p>Start reading at {@link dev.borderline.analysis.discovery.Prim}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.analysis.discovery;

import org.jspecify.annotations.NullMarked;
