/**
 * The command line: the top floor, the only place with {@code System.out} and exit codes. Reads scenarios and sweeps, has the
 * core run them, shows what came out.
 *
 * <p>Guarantees: results go to standard output, everything else to standard error; nobody who uses it sees a stack trace
 * unless asked for with {@code --debug}; exit codes are those of {@link dev.borderline.cli.text.ExitCodes}; bad input leaves no
 * folder behind.
 *
 * <p>Start reading at {@link dev.borderline.cli.CommandTree}, then {@link dev.borderline.cli.run.RunCommand}.
 */
@NullMarked
package dev.borderline.cli;

import org.jspecify.annotations.NullMarked;
