/**
 * Records of runs, and the journal that keeps them.
 *
 * <p>Floor: below {@code experiment}; knows tasks by number, and no experiment.
 *
 * <p>Guarantees: a run that is in a journal is never lost by a crash, and none is there twice. Memory grows by eight bytes a
 * run.
 *
 * <p>Start reading at {@link dev.borderline.experiment.store.RunStore}, then {@link dev.borderline.experiment.store.Journal}.
 *
 * <p>Part of the API: {@link FailedRun}, {@link FinishedRun}, {@link Journal}, {@link JournalHead}, {@link MeasureSummary},
 * {@link MemoryStore}, {@link Program}, {@link RunRecord}, {@link RunSchema}, {@link RunStore}, {@link Task},
 * {@link TaskSpace}, {@link WriterInfo}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.store;

import org.jspecify.annotations.NullMarked;
