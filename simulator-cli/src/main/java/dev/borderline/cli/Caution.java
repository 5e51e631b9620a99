package dev.borderline.cli;

import java.util.List;

/** What every reader of a result must be told. */
final class Caution {
    private static final String TEXT =
            "These are conditional what-ifs, not estimates of real counts: what the model says if its inputs"
                    + " hold. Most inputs are assumptions (grade C); 'scenarios show' lists them with their sources. Intervals"
                    + " cover chance only, not what is unknown about the inputs.";

    private Caution() {}

    static List<String> lines(int width) {
        return Wrapping.lines(TEXT, width);
    }
}
