/**
 * The mechanisms, one file each, and the {@link dev.borderline.mechanism.StandardCatalog} that lists them. A mechanism imports
 * {@code model} and the ground floor, never another mechanism; they meet through signals, levers and shared state.
 *
 * <p>Part of the API: {@link dev.borderline.mechanism.StandardCatalog} alone; the mechanisms themselves are public to be read. One of
 * one's own is written against {@code model}, see {@link dev.borderline.model.Mechanism}.
 */
@NullMarked
package dev.borderline.mechanism;

import org.jspecify.annotations.NullMarked;
