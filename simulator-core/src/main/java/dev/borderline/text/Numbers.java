package dev.borderline.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as text: the only place where a double becomes characters that are kept.
 *
 * <p>{@code Double.toString} changed in JDK 19 (2e23 differs between 17 and 25); these go through {@link BigDecimal},
 * which is exact and specified, and round half to even. Negative zero is written {@code 0}. The texts are valid in
 * JSON, YAML and CSV and, up to the rounding, parse back to the value; those of {@link #human} are for eyes only.
 */
public final class Numbers {
    private static final MathContext FILE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final MathContext SUMMARY_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final MathContext EXACT_DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);
    private static final double EXACT_INTEGER_MAX = 0x1p53;
    private static final int PLAIN_EXPONENT_MIN = -7;
    private static final int PLAIN_EXPONENT_MAX = 15;

    private static final MathContext HUMAN_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final int HUMAN_EXPONENT_MIN = -6;
    private static final int HUMAN_EXPONENT_MAX = 14;
    private static final int GROUP = 3;

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private Numbers() {}

    /**
     * True if a text is a decimal number: ASCII digits, a point, an exponent. Nothing of Java's own is, such as {@code 1f} or
     * {@code 0x1p-4}.
     */
    public static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** The finite number that a decimal text means; empty for every other text. */
    public static OptionalDouble parse(String text) {
        double value = isDecimal(text) ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * A finite number for a file: integers up to 2^53 in full, others to 12 significant digits. NaN and infinities are
     * refused.
     */
    public static String file(double value) {
        return written(value, FILE_DIGITS);
    }

    /** A finite number so that it reads back to the same bits. As {@link #file} where that is enough, else 17 significant digits. */
    public static String exact(double value) {
        String text = file(value);
        return Double.parseDouble(text) == value ? text : written(value, EXACT_DIGITS);
    }

    /** As {@link #file}, with 9 significant digits: for statistics whose last bits depend on the JDK. */
    public static String summary(double value) {
        return written(value, SUMMARY_DIGITS);
    }

    /** As {@link #file}, and empty for NaN: the CSV form of a number that is undefined. Infinities are refused. */
    public static String fileOrEmpty(double value) {
        return Double.isNaN(value) ? "" : file(value);
    }

    /** As {@link #summary}, and empty for NaN. Infinities are refused. */
    public static String summaryOrEmpty(double value) {
        return Double.isNaN(value) ? "" : summary(value);
    }

    /** A count in full: {@code 1,234,567}. */
    public static String human(long value) {
        return grouped(Long.toString(value));
    }

    /**
     * Four significant digits: {@code 1,235,000}, {@code 12.35}, {@code 0.001235}, {@code 1.235E-9}; {@code n/a} for
     * NaN, {@code inf} and {@code -inf} for infinities.
     */
    public static String human(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        return grouped(shortest(new BigDecimal(value).round(HUMAN_DIGITS), HUMAN_EXPONENT_MIN, HUMAN_EXPONENT_MAX));
    }

    private static String written(double value, MathContext digits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value is " + value + "; a file takes finite numbers only");
        }
        long integer = (long) value;
        if (integer == value && Math.abs(value) <= EXACT_INTEGER_MAX) {
            return Long.toString(integer);
        }
        return shortest(new BigDecimal(value).round(digits), PLAIN_EXPONENT_MIN, PLAIN_EXPONENT_MAX);
    }

    /** Plain digits for ordinary sizes, {@code 1.5E-9} otherwise; no trailing zeros. */
    private static String shortest(BigDecimal rounded, int plainFrom, int plainTo) {
        BigDecimal stripped = rounded.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        boolean plain = exponent >= plainFrom && exponent <= plainTo;
        return plain ? stripped.toPlainString() : stripped.toString();
    }

    /** Commas between groups of three digits before the decimal point. */
    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        if (plain.indexOf('E') >= 0) {
            return plain;
        }
        int firstDigit = plain.startsWith("-") ? 1 : 0;
        for (int i = (point < 0 ? plain.length() : point) - GROUP; i > firstDigit; i -= GROUP) {
            text.insert(i, ',');
        }
        return text.toString();
    }
}
