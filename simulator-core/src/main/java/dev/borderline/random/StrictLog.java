package dev.borderline.random;

/**
 * The natural logarithm with the very bits of {@link StrictMath#log}. It is the faster one on JDK 17, where that one leaves
 * Java.
 *
 * <p>Both follow fdlibm, which {@link StrictMath} is bound to: {@code x = 2^k (1 + f)} with 1 + f between √½ and √2, and with
 * {@code s = f / (2 + f)} and z = s² {@code ln(1 + f) = f − (f²/2 − s (f²/2 + R(z)))}, R a polynomial of degree 14 in s by Remez'
 * method. {@code k ln 2} is added in two parts, the first of which has so few digits that its product is exact. Source: e_log.c of
 * fdlibm 5.3, Sun Microsystems 1993 (its notice is in NOTICE). Only additions, multiplications and one division, so the bits are
 * the same everywhere.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // digits as published
public final class StrictLog {
    private static final double LN2_HIGH = 6.93147180369123816490e-01;
    private static final double LN2_LOW = 1.90821492927058770002e-10;
    private static final double R2 = 6.666666666666735130e-01; // coefficients of s² to s^14
    private static final double R4 = 3.999999999940941908e-01;
    private static final double R6 = 2.857142874366239149e-01;
    private static final double R8 = 2.222219843214978396e-01;
    private static final double R10 = 1.818357216161805012e-01;
    private static final double R12 = 1.531383769920937332e-01;
    private static final double R14 = 1.479819860511658591e-01;

    private static final int HIGH_WORD = 32;
    private static final int EXPONENT_SHIFT = 20; // in the high word
    private static final int EXPONENT_BIAS = 1023;
    private static final int MANTISSA_MASK = (1 << EXPONENT_SHIFT) - 1;
    private static final int SMALLEST_NORMAL = 1 << EXPONENT_SHIFT;
    private static final int NOT_FINITE = 0x7ff << EXPONENT_SHIFT;
    private static final int ONE_EXPONENT = EXPONENT_BIAS << EXPONENT_SHIFT;
    private static final int TO_NEXT_OCTAVE = 0x95f64; // carries mantissas from √2 on into the exponent
    private static final int MIDDLE_FIRST = 0x6147a; // mantissas between which f²/2 is split off
    private static final int MIDDLE_LAST = 0x6b851;
    private static final long LOW_WORD_MASK = 0xFFFF_FFFFL;

    private StrictLog() {}

    /** ln x, as {@link StrictMath#log} has it for any argument. */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int high = (int) (bits >>> HIGH_WORD);
        int mantissa = high & MANTISSA_MASK;
        boolean nearPowerOfTwo = ((mantissa + 2) & MANTISSA_MASK) < 3; // fdlibm has another formula there
        if (high < SMALLEST_NORMAL || high >= NOT_FINITE || nearPowerOfTwo) {
            return StrictMath.log(x);
        }
        int carry = (mantissa + TO_NEXT_OCTAVE) & SMALLEST_NORMAL;
        int exponent = (high >> EXPONENT_SHIFT) - EXPONENT_BIAS + (carry >> EXPONENT_SHIFT);
        long scaled = ((long) (mantissa | (carry ^ ONE_EXPONENT)) << HIGH_WORD) | (bits & LOW_WORD_MASK);
        double f = Double.longBitsToDouble(scaled) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double odd = w * (R4 + w * (R8 + w * R12));
        double even = z * (R2 + w * (R6 + w * (R10 + w * R14)));
        double r = even + odd;
        if (mantissa >= MIDDLE_FIRST && mantissa <= MIDDLE_LAST) {
            double half = 0.5 * f * f;
            return exponent * LN2_HIGH - (half - (s * (half + r) + exponent * LN2_LOW) - f);
        }
        return exponent * LN2_HIGH - (s * (f - r) - exponent * LN2_LOW - f);
    }
}
