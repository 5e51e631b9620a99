/**
 * World of the model and contract of a mechanism: households, zones, calls, cases, levers, signals, draws and counts. Stands on
 * {@code event}, {@code random} and {@code stat}; knows no mechanism. Start with {@link dev.borderline.model.Wiring}; the
 * contract is {@link dev.borderline.model.Mechanism}.
 *
 * <p>Part of the API: everything public here, for those who write mechanisms.
 */
@NullMarked
package dev.borderline.model;

import org.jspecify.annotations.NullMarked;
