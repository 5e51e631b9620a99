/**
 * Calibration: values of inputs that fit targets, and what the targets cannot tell.
 *
 * <p>Floor: above {@code analysis}, beside the other analyses; none imports another.
 *
 * <p>Guarantees: a pure function of its arguments; what is resampled is drawn with keys from a seed.
 *
 * <p>Start reading at {@link dev.borderline.analysis.calibration.Calibration}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.analysis.calibration;

import org.jspecify.annotations.NullMarked;
