package dev.borderline.cli.options;

import dev.borderline.analysis.Study;
import dev.borderline.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Option for outcomes and their arm. */
public final class MeasuresOption {
    @Option(
            names = "--measure",
            paramLabel = "NAME",
            split = ",",
            description = "Outcomes to analyze, repeatable (default: those that the sweep shows).")
    private List<String> names = new ArrayList<>();

    @Option(names = "--arm", paramLabel = "NAME", description = "Arm to analyze (default: the first).")
    private String arm = "";

    public int arm(Study study) {
        return study.arm(arm);
    }

    public List<String> names(Study study) {
        return names.isEmpty()
                ? study.experiment().leadingOutcomes(Experiment.FEW)
                : names.stream().distinct().toList();
    }
}
