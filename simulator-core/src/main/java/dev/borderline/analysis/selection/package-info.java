/**
 * Choice among arms: ranking and selection, and robustness under ignorance.
 *
 * <p>Floor: above {@code analysis}, beside the other analyses; none imports another.
 *
 * <p>Guarantees: a pure function of its arguments; what is resampled is drawn with keys from a seed.
 *
 * <p>Start reading at {@link dev.borderline.analysis.selection.KimNelson}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.analysis.selection;

import org.jspecify.annotations.NullMarked;
