/**
 * Commands about scenario files.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.scenarios.ScenariosCommand}.
 */
@NullMarked
package dev.borderline.cli.scenarios;

import org.jspecify.annotations.NullMarked;
