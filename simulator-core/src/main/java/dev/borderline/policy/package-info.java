/**
 * What policies do to levers in a run. The moves themselves are data of {@code model}, since scenarios hold them. Floor: beside
 * {@code mechanism}, {@code scenario} and {@code observe}, on {@code model}.
 *
 * <p>Guarantees: steps are exact, in range, at midnights, in an order that does not depend on the order of levers in a file.
 *
 * <p>Start reading at {@link dev.borderline.policy.Timeline}.
 *
 * <p>Not part of the API: programs write {@link dev.borderline.policy.Policy} and {@link dev.borderline.policy.Move}.
 */
@NullMarked
package dev.borderline.policy;

import org.jspecify.annotations.NullMarked;
