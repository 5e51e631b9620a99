/**
 * Commands that run scenarios: one, or several side by side.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.run.RunCommand}.
 */
@NullMarked
package dev.borderline.cli.run;

import org.jspecify.annotations.NullMarked;
