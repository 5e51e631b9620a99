package dev.borderline.report;

import dev.borderline.figure.MeanEstimate;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An analysis that was left in a result folder as {@code analysis-KIND.json}, or a part of it. What is not there is empty, or NaN. */
record AnalysisFile(YamlNode node) {
    /** The analysis of a kind; none where nobody asked for it. */
    static Optional<AnalysisFile> in(Path folder, String kind) throws IOException {
        Path file = folder.resolve("analysis-" + kind + ".json");
        if (!GuardedFiles.isThere(file)) {
            return Optional.empty();
        }
        SourceText text =
                new SourceText(file.toString(), GuardedFiles.text(file, YamlLimits.MACHINE_WRITTEN.maxBytes()));
        return Optional.of(new AnalysisFile(YamlNode.read(text, YamlLimits.MACHINE_WRITTEN)));
    }

    Optional<AnalysisFile> at(String key) {
        return node instanceof YamlNode.Mapping mapping ? mapping.get(key).map(AnalysisFile::new) : Optional.empty();
    }

    List<AnalysisFile> items(String key) {
        return at(key).map(AnalysisFile::items).orElse(List.of());
    }

    private List<AnalysisFile> items() {
        return node instanceof YamlNode.Sequence sequence
                ? sequence.items().stream().map(AnalysisFile::new).toList()
                : List.of();
    }

    String text(String key) {
        return at(key).map(AnalysisFile::text).orElse("");
    }

    String text() {
        return node instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }

    double number(String key) {
        return Numbers.parse(text(key)).orElse(Double.NaN);
    }

    /** A number with its interval, which stands under the same key with {@code _low} and {@code _high}. */
    MeanEstimate estimate(String key, int n) {
        return new MeanEstimate(n, number(key), number(key + "_low"), number(key + "_high"), Double.NaN, Double.NaN);
    }
}
