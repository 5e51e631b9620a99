/**
 * What the world is made of and what a mechanism may touch: households, zones, calls, cases, levers, signals, draws and
 * counts, and the contract of a {@link dev.borderline.model.Mechanism}. Stands on {@code event}, {@code random} and
 * {@code stat}; knows no mechanism. Start with {@link dev.borderline.model.Wiring}.
 *
 * <p>Part of the API: everything public here, for those who write mechanisms.
 */
@NullMarked
package dev.borderline.model;

import org.jspecify.annotations.NullMarked;
