/**
 * Commands that analyse a result folder, and calibration.
 *
 * <p>Floor: below {@code cli}, above {@code cli.options}; no command package imports another.
 *
 * <p>Start reading at {@link dev.borderline.cli.analyze.AnalyzeCommand}.
 */
@NullMarked
package dev.borderline.cli.analyze;

import org.jspecify.annotations.NullMarked;
