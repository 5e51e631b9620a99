package dev.borderline.stat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * Calibrated words of the Intergovernmental Panel on Climate Change for the share of an ensemble in which something holds.
 * Source: M. D. Mastrandrea et al., Guidance Note on Consistent Treatment of Uncertainties, 2010. They speak of the share given
 * the model.
 */
public enum Likelihood {
    VIRTUALLY_CERTAIN("virtually certain", 0.99, 1),
    VERY_LIKELY("very likely", 0.9, 1),
    LIKELY("likely", 0.66, 1),
    ABOUT_AS_LIKELY_AS_NOT("about as likely as not", 0.33, 0.66),
    UNLIKELY("unlikely", 0, 0.33),
    VERY_UNLIKELY("very unlikely", 0, 0.1),
    EXCEPTIONALLY_UNLIKELY("exceptionally unlikely", 0, 0.01);

    private final String words;
    private final double from;
    private final double to;

    Likelihood(String words, double from, double to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    /** The words. */
    public String words() {
        return words;
    }

    /** The word for that it does not hold. */
    public Likelihood opposite() {
        return values()[values().length - 1 - ordinal()];
    }

    /**
     * The narrowest word whose range holds the whole interval of a share. So no word says more than the sample does. Empty
     * where no range does.
     */
    public static Optional<Likelihood> of(Interval share) {
        return Arrays.stream(values())
                .filter(word -> share.low() >= word.from && share.high() <= word.to)
                .min(Comparator.comparingDouble(word -> word.to - word.from));
    }

    @Override
    public String toString() {
        return words;
    }
}
