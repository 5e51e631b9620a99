package dev.borderline.experiment.compare;

import dev.borderline.experiment.compare.Comparison.Contrast;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.measure.Measure;
import dev.borderline.observe.Fates;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Tables of a comparison. {@code comparison.csv} has a line per arm and measure, {@code fates.csv} a line per arm and replication
 * whose fates were compared. What is undefined is empty; so is an adjusted p-value of a measure that was not among those tested.
 */
public final class ComparisonFiles {
    /** Names of the files. */
    public static final String COMPARISON = "comparison.csv";

    public static final String FATES = "fates.csv";

    private static final List<String> STATISTICS =
            List.of("difference", "se", "ci_low", "ci_high", "p", "variance_reduction");

    private ComparisonFiles() {}

    /** Writes {@code comparison.csv} into a folder: all measures, p-values adjusted for those in {@code tested}. */
    public static void writeComparison(Path folder, Comparison comparison, List<String> tested) throws IOException {
        List<String> head =
                new ArrayList<>(List.of("arm", "measure", "unit", "n", "conf_level", "base_mean", "arm_mean"));
        head.addAll(STATISTICS);
        STATISTICS.forEach(name -> head.add("expected_" + name));
        head.add("p_holm");
        StringBuilder text = new StringBuilder(record(head));
        List<Contrast> adjusted = comparison.contrasts(tested);
        List<String> all = comparison.measures().stream().map(Measure::name).toList();
        for (Contrast contrast : comparison.contrasts(all)) {
            double pHolm = adjusted.stream()
                    .filter(one -> one.arm().equals(contrast.arm())
                            && one.counted().measure().equals(contrast.counted().measure()))
                    .mapToDouble(Contrast::pHolm)
                    .findFirst()
                    .orElse(Double.NaN);
            text.append(record(row(contrast, pHolm)));
        }
        AtomicFile.write(folder.resolve(COMPARISON), text.toString());
    }

    private static List<String> row(Contrast contrast, double pHolm) {
        Difference counted = contrast.counted();
        List<String> row = new ArrayList<>(List.of(
                contrast.arm(),
                counted.measure().name(),
                counted.measure().unit(),
                Long.toString(counted.n()),
                Numbers.file(MeasureSummary.CONF_LEVEL)));
        add(row, counted.baseMean(), counted.otherMean());
        add(row, statistics(counted));
        add(row, contrast.expected().map(ComparisonFiles::statistics).orElseGet(ComparisonFiles::nothing));
        add(row, pHolm);
        return row;
    }

    private static double[] statistics(Difference difference) {
        return new double[] {
            difference.mean(),
            difference.standardError(),
            difference.mean() - difference.halfWidth95(),
            difference.mean() + difference.halfWidth95(),
            difference.pValue(),
            difference.varianceReduction()
        };
    }

    private static double[] nothing() {
        return DoubleStream.generate(() -> Double.NaN).limit(STATISTICS.size()).toArray();
    }

    private static void add(List<String> row, double... values) {
        for (double value : values) {
            row.add(Double.isInfinite(value) ? "" : Numbers.summaryOrEmpty(value));
        }
    }

    /** Writes {@code fates.csv} into a folder. */
    public static void writeFates(Path folder, List<FateComparison.OfArm> arms) throws IOException {
        StringBuilder text = new StringBuilder(record(List.of(
                "arm", "replication", "households", "different", "contacts", "cases", "held", "share_different")));
        for (FateComparison.OfArm arm : arms) {
            for (int replication = 0; replication < arm.replications().size(); replication++) {
                Fates.Difference fates = arm.replications().get(replication);
                List<String> row = new ArrayList<>(List.of(arm.arm(), Integer.toString(replication)));
                for (long number :
                        new long[] {fates.households(), fates.different(), fates.contacts(), fates.cases(), fates.held()
                        }) {
                    row.add(Long.toString(number));
                }
                add(row, fates.share());
                text.append(record(row));
            }
        }
        AtomicFile.write(folder.resolve(FATES), text.toString());
    }

    private static String record(List<String> fields) {
        return Csv.record(fields.toArray(new String[0]));
    }
}
