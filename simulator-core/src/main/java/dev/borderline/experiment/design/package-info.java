/**
 * Designs: points in the space of inputs, each by its method.
 *
 * <p>Floor: below {@code experiment}; knows no runs.
 *
 * <p>Guarantees: the points of a design depend on its factors, size and seed alone, and are the same on every machine.
 *
 * <p>Start reading at {@link dev.borderline.experiment.design.Design}.
 *
 * <p>Part of the API: {@link Design}, {@link DesignInfo}, {@link DesignPoint}, {@link Scrambling}. The rest is for other
 * rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.design;

import org.jspecify.annotations.NullMarked;
