package dev.borderline.figure;

import dev.borderline.text.Numbers;

/**
 * A number with its name, as a figure shows it and as a table lists it.
 *
 * @param name what it is of, in words: {@code "coverage 0.06"}
 * @param estimate the number
 */
public record Datum(String name, MeanEstimate estimate) {
    /** The name, the value and its interval in one sentence, for those who cannot see the figure, and for tooltips. */
    String sentence(Scale scale) {
        String unit = scale.unit().isEmpty() ? "" : (scale.unit().equals("%") ? " %" : " " + scale.unit());
        String value = name + ": " + shown(scale, estimate.mean()) + unit;
        if (!estimate.hasInterval()) {
            return value + " (n = " + estimate.n() + ")";
        }
        return value + " (" + estimate.range() + " " + shown(scale, estimate.low()) + " to "
                + shown(scale, estimate.high()) + "; n = " + estimate.n() + ")";
    }

    private static String shown(Scale scale, double value) {
        return scale.shown(value).replace('-', '−');
    }

    /** The numbers as attributes of the element that shows them, with the digits that files have. */
    String attributes() {
        return " data-n=\"" + estimate.n() + "\" data-mean=\"" + Numbers.summaryOrEmpty(estimate.mean())
                + "\" data-low=\"" + Numbers.summaryOrEmpty(estimate.low()) + "\" data-high=\""
                + Numbers.summaryOrEmpty(estimate.high()) + "\"";
    }
}
