package dev.borderline.cli.options;

import dev.borderline.analysis.Study;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Option for outcomes and their arm. */
public final class MeasuresOption {
    private static final List<String> USUAL =
            List.of("contact_share", "arrests", "bribes_paid_usd", "person_years_held");

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
        if (!names.isEmpty()) {
            return names.stream().distinct().toList();
        }
        List<String> shown = study.experiment().outcomes();
        return shown.isEmpty() ? USUAL : shown;
    }
}
