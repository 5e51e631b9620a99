package dev.borderline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Comparison of two results files: ratio of median processor times and a p-value for each benchmark in both. The ratio is after
 * over before, the p-value that of Mann and Whitney (1947). Marks with {@code <-} what lost more than 10 % at p below 1 %.
 * Compare only files made one after the other on the same machine.
 */
public final class Compare {
    private static final double LOSS = 1.10;
    private static final double SIGNIFICANCE = 0.01;

    private Compare() {}

    /** Arguments: the file before, the file after. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: Compare before.json after.json");
        }
        Map<String, double[]> before = read(Path.of(args[0]));
        Map<String, double[]> after = read(Path.of(args[1]));
        before.forEach((name, old) -> {
            double[] now = after.get(name);
            if (now != null) {
                System.out.println(line(name, old, now));
            }
        });
    }

    private static String line(String name, double[] before, double[] after) {
        double ratio = median(after) / median(before);
        double p = MannWhitneyUTest.withDefaults().test(before, after).getPValue();
        String mark = ratio > LOSS && p < SIGNIFICANCE ? " <-" : "";
        return String.format(Locale.ROOT, "compare %s %.3f p=%.4f%s", name, ratio, p, mark);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Benchmark and parameters to scores. JSON is YAML, so the reader of the core serves. */
    private static Map<String, double[]> read(Path file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        Map<String, double[]> scores = new TreeMap<>();
        List<?> results = (List<?>) new Load(settings).loadFromString(Files.readString(file));
        for (Object result : results) {
            Map<?, ?> fields = (Map<?, ?>) result;
            String benchmark = String.valueOf(fields.get("benchmark"));
            scores.put(
                    benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1)
                            + fields.get("params"),
                    rawScores(fields));
        }
        return scores;
    }

    private static double[] rawScores(Map<?, ?> fields) {
        if (fields.get("secondaryMetrics") instanceof Map<?, ?> metrics
                && metrics.get(CpuTime.LABEL) instanceof Map<?, ?> metric
                && metric.get("rawData") instanceof List<?> forks) {
            return forks.stream()
                    .flatMap(fork -> ((List<?>) fork).stream())
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .toArray();
        }
        throw new IllegalArgumentException("no processor time in: " + fields);
    }
}
