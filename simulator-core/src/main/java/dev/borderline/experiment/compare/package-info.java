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
 * <p>Part of the API: {@link Compare}, {@link Comparison}, {@link Difference}, {@link FateComparison}, {@link Replicates},
 * {@link Replications}, {@link RunsFailed}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.compare;

import org.jspecify.annotations.NullMarked;
