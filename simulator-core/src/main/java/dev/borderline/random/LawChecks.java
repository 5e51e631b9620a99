package dev.borderline.random;

/** Checks of the parameters of laws. */
final class LawChecks {
    private LawChecks() {}

    static void ordered(double min, double max) {
        finite("min", min);
        finite("max", max);
        if (!(min < max)) {
            throw refused("max", max, "above min, " + min);
        }
        if (!Double.isFinite(max - min)) {
            throw refused("max", max, "nearer to min, " + min + ": their distance is more than a number holds");
        }
    }

    static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw refused(name, value, "above 0");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw refused(name, value, "finite");
        }
    }

    static IllegalArgumentException refused(String name, double value, String allowed) {
        return new IllegalArgumentException(name + " is " + value + "; it must be " + allowed);
    }
}
