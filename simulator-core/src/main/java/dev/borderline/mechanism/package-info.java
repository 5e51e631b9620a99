/**
 * The mechanisms, one file each, and the {@link dev.borderline.mechanism.StandardCatalog} that lists them. A mechanism imports
 * {@code model} and the ground floor, never another mechanism; they meet through signals, levers and shared state.
 */
@NullMarked
package dev.borderline.mechanism;

import org.jspecify.annotations.NullMarked;
