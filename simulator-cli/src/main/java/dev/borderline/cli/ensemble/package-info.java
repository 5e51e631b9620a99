/**
 * Commands that make ensembles.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.ensemble.EnsembleDrawCommand}.
 */
@NullMarked
package dev.borderline.cli.ensemble;

import org.jspecify.annotations.NullMarked;
