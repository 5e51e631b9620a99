/**
 * Commands over sweeps and result folders.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.sweep.SweepCommand}.
 */
@NullMarked
package dev.borderline.cli.sweep;

import org.jspecify.annotations.NullMarked;
