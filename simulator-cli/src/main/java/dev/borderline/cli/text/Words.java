package dev.borderline.cli.text;

import java.util.Locale;

/** Numbers with their words, as all tables and messages write them. */
public final class Words {
    private static final int PERCENT = 100;

    private Words() {}

    /** A number with what is counted, such as {@code 1 run} and {@code 2 runs}. */
    public static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    /** A relative half-width, such as {@code ±1.2 %}. */
    public static String halfWidth(double share) {
        double percent = share * PERCENT;
        int decimals = percent >= 10 ? 0 : percent >= 1 ? 1 : 2;
        return Double.isNaN(share) ? "n/a" : String.format(Locale.ROOT, "±%." + decimals + "f %%", percent);
    }
}
