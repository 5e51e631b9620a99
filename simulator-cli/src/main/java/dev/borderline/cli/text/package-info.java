/**
 * Text for people within 80 columns: tables, progress, refusals, exit codes.
 *
 * <p>Floor: the lowest of the command line; knows no command.
 *
 * <p>Start reading at {@link dev.borderline.cli.text.Console}.
 */
@NullMarked
package dev.borderline.cli.text;

import org.jspecify.annotations.NullMarked;
