package dev.borderline.cli;

import dev.borderline.model.Measure;
import dev.borderline.random.Mix64;
import dev.borderline.simulation.RunResult;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What came out of the replications of one scenario.
 *
 * @param seed seed of all chance
 * @param replications how many
 * @param fingerprint of all replications in their order, 16 hexadecimal digits
 * @param rows one per measure, in order of declaration
 */
record RunSummary(long seed, int replications, String fingerprint, List<Row> rows) {
    private static final double LEVEL = 0.95;

    /**
     * One measure over the replications in which it is defined.
     *
     * @param measure name, unit and meaning
     * @param tally its values
     */
    record Row(Measure measure, Tally tally) {
        String name() {
            return measure.name();
        }

        /** Student's 95 % interval of the mean; empty for fewer than two replications. */
        Optional<Interval> interval() {
            return tally.n() < 2 ? Optional.empty() : Optional.of(Intervals.studentT(tally, LEVEL));
        }
    }

    RunSummary {
        rows = List.copyOf(rows);
    }

    /** Summary of results in the order of their replications, at least one. */
    static RunSummary of(long seed, List<RunResult> results) {
        List<Row> rows = new ArrayList<>();
        for (Measure measure : results.get(0).outcomes().measures()) {
            Tally tally = new Tally();
            results.stream()
                    .mapToDouble(result -> result.value(measure.name()))
                    .filter(Double::isFinite)
                    .forEachOrdered(tally::add);
            rows.add(new Row(measure, tally));
        }
        long fingerprint = 0;
        for (RunResult result : results) {
            fingerprint = Mix64.combine(fingerprint, Long.parseUnsignedLong(result.fingerprint(), 16));
        }
        return new RunSummary(seed, results.size(), HexFormat.of().toHexDigits(fingerprint), rows);
    }
}
