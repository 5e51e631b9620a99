package dev.borderline.random;

/** From random bits to uniforms. */
final class Uniforms {
    private static final long ONE_BITS = 0x3FF0_0000_0000_0000L;
    private static final int UNUSED_BITS = 12;
    private static final double ONE_LESS_HALF_STEP = 1 - 0x1p-53;

    private Uniforms() {}

    /**
     * The high 52 bits k as {@code (2k + 1) * 2^-53}: exact, in the open interval (0, 1), symmetric about 1/2.
     * Writing the bits behind the exponent of 1 costs half of a {@code (double) long} conversion on JDK 17.
     */
    static double open(long bits) {
        return Double.longBitsToDouble(ONE_BITS | bits >>> UNUSED_BITS) - ONE_LESS_HALF_STEP;
    }
}
