/**
 * Report: a result folder as a page that can be read by anyone. It has the question, the answer with its uncertainty, figures,
 * the assumptions it rests on, how to reproduce it. One file without network access, and its figures as files.
 *
 * <p>Floor: above {@code figure} and {@code simulator-core}, below {@code cli}.
 *
 * <p>Guarantees: every number comes from {@link dev.borderline.experiment.store.MeasureSummary} over the runs of the journal, as those of
 * {@code summary.csv} do; equal folders give equal bytes; nothing ranks policies.
 *
 * <p>Start reading at {@link dev.borderline.report.Report}, then {@link dev.borderline.report.StudyPlan}.
 */
@NullMarked
package dev.borderline.report;

import org.jspecify.annotations.NullMarked;
