/**
 * Sweeps on Apache Spark: the driver keeps the result folder, executors make the runs.
 *
 * <p>Guarantees: a result folder filled here has the bytes of one filled by {@code borderline sweep}, whatever executors there
 * are, come or go; only times, machine and program in the manifest differ. Executors need nothing but the jar: the texts of a
 * sweep travel with it.
 *
 * <p>Start reading at {@link dev.borderline.spark.SparkRuns}, then {@link dev.borderline.spark.SweepText}.
 *
 * <p>Part of the API: {@link dev.borderline.spark.SparkRuns}, {@link dev.borderline.spark.SweepText}.
 */
@NullMarked
package dev.borderline.spark;

import org.jspecify.annotations.NullMarked;
