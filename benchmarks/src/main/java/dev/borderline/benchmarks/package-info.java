/**
 * The event core measured beside its peers: the same workloads, the same variates, in the same run. Start reading at
 * {@link dev.borderline.benchmarks.Engine}, what a workload asks of a simulator, and
 * {@link dev.borderline.benchmarks.BenchmarkRun}, what is run and how ratios are made of it. Never deployed.
 */
@NullMarked
package dev.borderline.benchmarks;

import org.jspecify.annotations.NullMarked;
