/**
 * Analyses of an experiment beyond its tables: inputs that move an outcome, regions of outcomes, best and robust policies. Also
 * the share of an answer that rests on assumptions.
 *
 * <p>Floor: the top; imports {@code experiment} and what lies below, and nothing imports it.
 *
 * <p>Guarantees: everything is a pure function of its arguments; what is resampled is drawn with keys from a seed, so the same
 * outputs give the same intervals on every machine. Intervals cover what their method says they cover; {@code
 * docs/sensitivity.md} has the coverage that was measured. No measure of how many people were caught ever ranks anything, see
 * {@link dev.borderline.analysis.Objective}.
 *
 * <p>Not part of the API. Start reading at {@link dev.borderline.analysis.sensitivity.SobolIndices} for sensitivity,
 * {@link dev.borderline.analysis.discovery.Prim} for discovery, {@link dev.borderline.analysis.selection.KimNelson} for
 * selection.
 */
@NullMarked
package dev.borderline.analysis;

import org.jspecify.annotations.NullMarked;
