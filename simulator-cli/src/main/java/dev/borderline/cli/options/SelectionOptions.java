package dev.borderline.cli.options;

import dev.borderline.analysis.selection.KimNelson;
import dev.borderline.cli.text.Refusal;
import picocli.CommandLine.Option;

/** Options that say how sure a selection of the best arm is to be. */
public class SelectionOptions {
    @Option(
            names = "--indifference",
            paramLabel = "D",
            required = true,
            description = "The least difference of means that matters, in the measure's unit.")
    private double indifference;

    @Option(names = "--alpha", paramLabel = "P", description = "Greatest chance to select wrongly (default: 0.05).")
    private double alpha = 0.05;

    /** Settings of the procedure; throws {@link Refusal}. */
    public final KimNelson.Settings settings(boolean largest) {
        try {
            return KimNelson.Settings.usual(alpha, indifference, largest);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
