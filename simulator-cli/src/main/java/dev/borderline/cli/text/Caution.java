package dev.borderline.cli.text;

import java.util.List;

/** Caution for every reader of a result. */
public final class Caution {
    private static final String TEXT =
            "These are conditional what-ifs, not estimates of real counts: what the model says if its inputs"
                    + " hold. Most inputs are assumptions (grade C); 'scenarios show' lists them with their sources. Intervals"
                    + " cover chance only, not what is unknown about the inputs.";

    private static final String SWEEPS =
            "Arrests can fall when detection rises, because calls shorten and needs are given up;"
                    + " formal cases can rise when bribes stop paying.";

    private Caution() {}

    /** Caution for readers of a sweep besides. */
    public static List<String> ofSweeps(int width) {
        return Wrapping.lines(SWEEPS, width);
    }

    public static List<String> lines(int width) {
        return Wrapping.lines(TEXT, width);
    }
}
