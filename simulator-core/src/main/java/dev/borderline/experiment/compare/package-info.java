/**
 * Arms side by side in memory: paired differences with common random numbers, and what they say.
 *
 * <p>Floor: above {@code experiment}; knows no folder.
 *
 * <p>Guarantees: replication {@code k} of every arm has the same run key, so differences are paired.
 *
 * <p>Start reading at {@link dev.borderline.experiment.compare.Compare}, then {@link
 * dev.borderline.experiment.compare.Comparison}.
 *
 * <p>Part of the API: everything public here.
 */
@NullMarked
package dev.borderline.experiment.compare;

import org.jspecify.annotations.NullMarked;
