package dev.borderline.experiment;

import java.util.Locale;

/** Calendar periods that the runs of an experiment keep measures of. */
public enum Granularity {
    /** Calendar years. */
    YEAR,
    /** Calendar months beside the years. */
    MONTH;

    /** The word for it in files and options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    /** The granularity with this word; refuses others. */
    public static Granularity of(String word) {
        for (Granularity granularity : values()) {
            if (granularity.word().equals(word)) {
                return granularity;
            }
        }
        throw new IllegalArgumentException("runs are kept by year or month, not by " + word);
    }
}
