/**
 * Many runs of one question: designs, arms, replications, their order, their store, and files and statistics made from it.
 *
 * <p>Floor: above {@code simulation}, below {@code analysis}.
 *
 * <p>Guarantees: replication {@code k} has the same random numbers at every design point and in every arm. What is stored depends on
 * the experiment alone: neither on threads, nor on the order in which runs end, nor on interruptions, so files written from
 * a store have the same bytes whatever happened on the way. A run that is in the store is never lost by a crash, and none is
 * there twice. Memory grows by eight bytes a run.
 *
 * <p>Part of the API: {@link Arm}, {@link BatchFunction}, {@link Experiment}, {@link MissingRuns}, {@link Progress},
 * {@link RunFunction}, {@link Runner}, {@link Shard}, {@link StoppingRule}, {@link Sweep}. The rest is for other rooms of
 * the library. Start reading at {@link dev.borderline.experiment.Experiment}, then {@link dev.borderline.experiment.Runner};
 * what keeps the truth is {@link dev.borderline.experiment.store.Journal}.
 */
@NullMarked
package dev.borderline.experiment;

import org.jspecify.annotations.NullMarked;
