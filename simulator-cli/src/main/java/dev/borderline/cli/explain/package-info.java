/**
 * Commands that tell single stories: one household, every event.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.explain.ExplainCommand}.
 */
@NullMarked
package dev.borderline.cli.explain;

import org.jspecify.annotations.NullMarked;
