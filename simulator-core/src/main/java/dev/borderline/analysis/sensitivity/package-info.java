/**
 * Sensitivity analysis: shares of variance by input, and elementary effects.
 *
 * <p>Floor: above {@code analysis}, beside the other analyses; none imports another.
 *
 * <p>Guarantees: a pure function of its arguments; what is resampled is drawn with keys from a seed.
 *
 * <p>Start reading at {@link dev.borderline.analysis.sensitivity.SobolIndices}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.analysis.sensitivity;

import org.jspecify.annotations.NullMarked;
