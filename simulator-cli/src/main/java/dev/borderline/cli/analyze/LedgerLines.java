package dev.borderline.cli.analyze;

import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.cli.text.Wrapping;
import java.util.ArrayList;
import java.util.List;

/** Inputs and grades that an analysis rests on, in words. */
final class LedgerLines {
    private static final String CONDITIONAL =
            "All of this is conditional: on the model, on the ranges of the sweep, and on the inputs that were held.";

    private LedgerLines() {}

    /** Lines of at most {@code width} characters. */
    static List<String> of(AssumptionLedger ledger, int width) {
        String held = "Held as they are: " + ledger.held("A") + " inputs of grade A, " + ledger.held("B") + " of B, "
                + ledger.held(AssumptionLedger.ASSUMED) + " of C. ";
        String varied = "Varied: " + ledger.varied("A") + " of A, " + ledger.varied("B") + " of B, "
                + ledger.varied(AssumptionLedger.ASSUMED) + " of C (assumed). ";
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Wrapping.lines(varied + held + CONDITIONAL, width));
        return lines;
    }
}
