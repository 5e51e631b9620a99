/**
 * The model as a service on this machine alone: a page and a JSON API.
 *
 * <p>Floor: above the command rooms, whose questions it puts. A request becomes the words of a command and is read by that command, so
 * both refuse in the same words and answer with the same digits. {@link dev.borderline.cli.serve.Routes} is where to start
 * reading. Stable: no.
 */
@NullMarked
package dev.borderline.cli.serve;

import org.jspecify.annotations.NullMarked;
