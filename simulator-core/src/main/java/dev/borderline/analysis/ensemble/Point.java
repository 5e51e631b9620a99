package dev.borderline.analysis.ensemble;

/**
 * Point at which a model is evaluated.
 *
 * @param scores prior normal scores of the inputs
 * @param population whose random numbers are used
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, compared by nobody
record Point(double[] scores, int population) {}
