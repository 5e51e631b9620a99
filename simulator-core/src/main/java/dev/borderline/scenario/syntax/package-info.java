/**
 * Words that scenario files, sweep files and evidence share: scalars, names, laws, inputs by their paths, and the texts that are shipped.
 * Floor: below {@code scenario}, on {@code model}; knows no scenario.
 *
 * <p>Guarantees: what does not fit becomes a fault with its place, never an exception.
 *
 * <p>Start reading at {@link dev.borderline.scenario.syntax.Scalars}.
 *
 * <p>Not part of the API.
 */
@NullMarked
package dev.borderline.scenario.syntax;

import org.jspecify.annotations.NullMarked;
