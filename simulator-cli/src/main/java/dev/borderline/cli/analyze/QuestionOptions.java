package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.analysis.discovery.Question;
import dev.borderline.cli.text.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose the outcomes of interest. */
final class QuestionOptions {
    @Option(
            names = "--measure",
            paramLabel = "NAME",
            required = true,
            description = "The outcome; its mean over the replications of a point counts.")
    private String measure = "";

    @Option(names = "--threshold", paramLabel = "X", description = "Points with an outcome above this are of interest.")
    private @Nullable Double threshold;

    @Option(names = "--below", description = "Those below the threshold are of interest instead.")
    private boolean below;

    @Option(names = "--arm", paramLabel = "NAME", description = "Arm to look at (default: the first).")
    private String arm = "";

    @Option(
            names = "--against",
            paramLabel = "NAME",
            description = "Look at what the arm adds to this one, instead of the outcome itself.")
    private @Nullable String against;

    /** As {@link #question}; refuses one without a threshold. */
    Question withThreshold(Study study) {
        if (threshold == null) {
            throw new Refusal("boxes need --threshold: which outcomes are of interest?");
        }
        return question(study);
    }

    Question question(Study study) {
        if (below && threshold == null) {
            throw new Refusal("--below needs --threshold");
        }
        Integer other = against == null ? null : study.arm(against);
        return new Question(measure, study.arm(arm), other, threshold, !below);
    }
}
