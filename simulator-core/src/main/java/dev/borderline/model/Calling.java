package dev.borderline.model;

import dev.borderline.policy.Input;
import dev.borderline.random.StrictLog;

/**
 * Value and length of a call, for whoever places it.
 *
 * <p>A completed contact of value V lasting T minutes is worth {@code V (1 − e^(−T/τ))}. Callers perceive a risk linear in
 * time, {@code risk(T) = p Λ (w x T/T_ref + 1 − w)}, with p the believed risk of arrest in a reference session, Λ the loss if
 * caught, w the share of detection in that risk and x the exposure of the place. The best length is then
 * {@code T* = τ ln(V T_ref / (τ p w Λ x))}, clipped to the shortest and longest call. Source: the first-order condition
 * {@code V e^(−T/τ)/τ = p Λ w x / T_ref}; the clip is exact because the net value is concave in T.
 */
@Rule(
        kind = Rule.Kind.ASCENDING,
        components = {"shortestMinutes", "longestMinutes"})
public record Calling(
        @Input(what = "Time constant of the value of a call", unit = "min", min = 0.01, max = 60, source = "P15")
        double timeConstantMinutes,

        @Input(what = "Mean money value of one completed contact", unit = "USD", min = 0.01, max = 1e6, source = "P16")
        double valueMeanUsd,

        @Input(
                what = "Length of the reference session that beliefs speak of",
                unit = "min",
                min = 0.1,
                max = 60,
                source = "Q14")
        double referenceMinutes,

        @Input(what = "Shortest call", unit = "min", min = 0.05, max = 60, source = "Q15")
        double shortestMinutes,

        @Input(what = "Longest call", unit = "min", min = 0.05, max = 240, source = "Q16")
        double longestMinutes) {

    /** Worth of a completed call over that of an endless one, {@code 1 − e^(−T/τ)}. */
    public double worthShare(double minutes) {
        return -StrictMath.expm1(-minutes / timeConstantMinutes);
    }

    /**
     * The best length in minutes.
     *
     * @param value worth of an endless call, USD
     * @param lossPerReference expected loss from detection over a reference session, {@code p w Λ x}, USD
     */
    public double bestMinutes(double value, double lossPerReference) {
        if (lossPerReference <= 0) {
            return longestMinutes;
        }
        double ratio = value * referenceMinutes / (timeConstantMinutes * lossPerReference);
        double best = timeConstantMinutes * StrictLog.log(ratio);
        return Math.min(longestMinutes, Math.max(shortestMinutes, best));
    }

    /**
     * {@link #worthShare} of the best length, without an exponential: where the length is not clipped, the first-order
     * condition says {@code e^(−T/τ) = τ p w Λ x / (V T_ref)}.
     *
     * @param minutes {@link #bestMinutes} for the other two
     */
    public double worthShareAtBest(double value, double lossPerReference, double minutes) {
        boolean clipped = minutes == longestMinutes || minutes == shortestMinutes;
        return clipped ? worthShare(minutes) : 1 - timeConstantMinutes * lossPerReference / (value * referenceMinutes);
    }

    /**
     * The perceived cost of a call's risk, USD.
     *
     * @param loss believed risk of arrest in a reference session times the loss if caught, {@code p Λ}, USD
     * @param share share of detection in that risk, {@code w}
     * @param exposure exposure of the place, {@code x}
     */
    public double riskUsd(double loss, double share, double exposure, double minutes) {
        return loss * (share * exposure * minutes / referenceMinutes + 1 - share);
    }
}
