package dev.borderline.report;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.figure.MeanEstimate;
import dev.borderline.figure.Scale;

/**
 * Numbers of one measure within a sentence, with their intervals.
 *
 * @param scale multiple of the unit and decimals
 * @param unit as it stands after a number, with a blank before it
 */
record Wording(Scale scale, String unit) {
    private static final double MILLION = 1e6;
    private static final int INTERVAL_PERCENT = (int) StrictMath.rint(100 * MeasureSummary.CONF_LEVEL);

    /** Wording for levels up to {@code largest}, in size. */
    static Wording ofLevels(double largest, String unit) {
        Scale scale = largest < MILLION ? Scale.of(largest, unit) : new Scale(1 / MILLION, 2, "million " + unit);
        return new Wording(scale, " " + scale.unit());
    }

    /** Wording for changes up to {@code largest}, in size. */
    static Wording ofChanges(double largest, String unit) {
        Wording levels = ofLevels(largest, unit);
        return levels.scale.unit().equals("%") ? new Wording(levels.scale, " percentage points") : levels;
    }

    /** A rank correlation, for brackets; the first of a sentence says what it is. */
    static String ofCorrelation(MeanEstimate rank, boolean first) {
        Wording plain = new Wording(new Scale(1, 2, ""), "");
        String value = (first ? "rank correlation " : "") + plain.number(rank.mean());
        String interval = (first ? ", " + INTERVAL_PERCENT + " % interval " : ", ") + plain.number(rank.low()) + " to "
                + plain.number(rank.high());
        return rank.hasInterval() ? value + interval : value;
    }

    /** The greatest size that an estimate or an end of its interval has. */
    static double size(MeanEstimate estimate) {
        double size = Math.max(Math.abs(estimate.least()), Math.abs(estimate.greatest()));
        return Double.isFinite(size) ? size : 0;
    }

    String number(double value) {
        return scale.shown(value).replace('-', '−');
    }

    /** The number with its unit, and its interval in brackets, said to be one. */
    String first(MeanEstimate estimate) {
        return number(estimate.mean()) + unit + interval(estimate, estimate.range() + " ");
    }

    /** As {@link #first}, where it is plain what the brackets hold. */
    String next(MeanEstimate estimate) {
        return number(estimate.mean()) + unit + interval(estimate, "");
    }

    /** The number alone with its interval; a rise has a plus. */
    String signed(MeanEstimate estimate) {
        String plus = estimate.mean() > 0 ? "+" : "";
        return plus + number(estimate.mean()) + interval(estimate, "");
    }

    private String interval(MeanEstimate estimate, String what) {
        return estimate.hasInterval()
                ? " (" + what + number(estimate.low()) + " to " + number(estimate.high()) + ")"
                : "";
    }
}
