/**
 * Crates: a result folder as one zip file that others can verify, a Process Run Crate of RO-Crate.
 *
 * <p>Floor: below the command packages, above {@code cli.text}. A crate has one spelling: what {@link
 * dev.borderline.cli.crate.CrateWriter} makes of a folder is what {@link dev.borderline.cli.crate.CrateReader} takes, to the byte,
 * and nothing else is unpacked.
 *
 * <p>Start reading at {@link dev.borderline.cli.crate.CrateWriter}.
 */
@NullMarked
package dev.borderline.cli.crate;

import org.jspecify.annotations.NullMarked;
