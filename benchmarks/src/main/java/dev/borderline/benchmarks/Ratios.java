package dev.borderline.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * A peer's processor time ({@link CpuTime}) over ours, with a 95 % interval. The interval is Welch's, on the logarithms of the iterations' scores, so that it is
 * an interval for the ratio of geometric means. Iterations of one fork share its compiled code, so with few forks the
 * interval is too narrow; read it as noise within this run.
 */
final class Ratios {
    private static final List<String> PARAMETERS = List.of("workload", "law", "pending", "subjects");
    private static final double UPPER_TAIL = 0.975;

    /** Workload, then peer, to the logarithms of its scores. */
    private final Map<String, Map<String, double[]>> logs = new TreeMap<>();

    Ratios(Collection<RunResult> results) {
        for (RunResult result : results) {
            String peer = result.getParams().getParam("peer");
            logs.computeIfAbsent(workload(result.getParams()), name -> new TreeMap<>())
                    .put(peer == null ? Engine.OURS : peer, logScores(result)); // what no peer has is ours
        }
    }

    private static String workload(BenchmarkParams params) {
        List<String> words = new ArrayList<>();
        String benchmark = params.getBenchmark();
        if (params.getParam("workload") == null) {
            words.add(benchmark.substring(benchmark.lastIndexOf('.') + 1));
        }
        for (String key : PARAMETERS) {
            if (params.getParam(key) != null) {
                words.add(params.getParam(key));
            }
        }
        return String.join("-", words);
    }

    private static double[] logScores(RunResult result) {
        List<Double> scores = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                scores.add(
                        Objects.requireNonNull(iteration.getSecondaryResults().get(CpuTime.LABEL))
                                .getScore());
            }
        }
        return scores.stream().mapToDouble(Math::log).toArray();
    }

    /** One line a workload and peer. */
    void print(PrintStream out) {
        logs.forEach((workload, byPeer) -> {
            double[] ours = byPeer.get(Engine.OURS);
            if (ours == null) {
                return;
            }
            out.printf(Locale.ROOT, "time %s %s %.4g ns%n", workload, Engine.OURS, Math.exp(mean(ours)));
            byPeer.forEach((peer, theirs) -> {
                if (!peer.equals(Engine.OURS)) {
                    print(out, workload + " " + peer, theirs, ours);
                }
            });
        });
    }

    private static void print(PrintStream out, String name, double[] theirs, double[] ours) {
        double a = squaredError(theirs);
        double b = squaredError(ours);
        double freedom = (a + b) * (a + b) / (a * a / (theirs.length - 1) + b * b / (ours.length - 1));
        double halfWidth = TDistribution.of(freedom).inverseCumulativeProbability(UPPER_TAIL) * Math.sqrt(a + b);
        double log = mean(theirs) - mean(ours);
        out.printf(
                Locale.ROOT,
                "ratio %s %.2f %.2f %.2f%n",
                name,
                Math.exp(log),
                Math.exp(log - halfWidth),
                Math.exp(log + halfWidth));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double squaredError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return squares / (values.length - 1) / values.length;
    }
}
