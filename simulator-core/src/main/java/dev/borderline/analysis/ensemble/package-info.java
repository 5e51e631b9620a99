/**
 * Ensemble fits: samples of what is thought possible given the targets, with the diagnostics that may refuse them.
 *
 * <p>Floor: above {@code analysis.calibration}, whose targets and logs it uses; nothing imports it.
 *
 * <p>Guarantees: a pure function of its arguments on any number of threads; all chance is drawn with keys from a seed; an interrupted
 * fit gives the bytes of an uninterrupted one.
 *
 * <p>Start reading at {@link dev.borderline.analysis.ensemble.TemperedFit}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.analysis.ensemble;

import org.jspecify.annotations.NullMarked;
