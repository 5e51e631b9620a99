/**
 * Options that commands share, and the work behind them.
 *
 * <p>Floor: above {@code cli.text}, below the command packages.
 *
 * <p>Start reading at {@link dev.borderline.cli.options.Work}.
 */
@NullMarked
package dev.borderline.cli.options;

import org.jspecify.annotations.NullMarked;
