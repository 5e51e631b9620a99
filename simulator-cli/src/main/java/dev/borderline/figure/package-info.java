/**
 * Drawing numbers: scales, axes and figures as SVG. Knows nothing of simulations; takes numbers with their intervals and the
 * words that say what they are of.
 *
 * <p>Floor: ground of the command line. {@code report} and {@code cli} draw with it.
 *
 * <p>Guarantees: equal numbers give equal bytes; no picture needs a browser, a script or the network; every number drawn is
 * also there as text, for screen readers and for tests.
 *
 * <p>Start reading at {@link dev.borderline.figure.Figure}, then {@link dev.borderline.figure.LineChart}.
 */
@NullMarked
package dev.borderline.figure;

import org.jspecify.annotations.NullMarked;
