package dev.borderline.random;

/**
 * All draws of one purpose about one kind of subject in one run. Immutable, without state: a draw is a pure function
 * of its address, so it can be asked for in any order, on any thread, alone, and as often as one likes.
 *
 * <p>The address fills the Philox counter: word 0 is the subject's low half, word 1 its high half, word 2 the
 * occurrence, word 3 is purpose (16 bits) | subject kind (8) | sub-draw (8). The key is the run key. A variate takes
 * one uniform; where one occurrence needs several, the sub-draw tells them apart. Methods without a sub-draw use
 * sub-draw 0.
 *
 * <p>Subject is the index of a household, broker or zone, or a hash for subjects born in the run; occurrence is the
 * number of the need, sweep or event about that subject, counted exogenously wherever that is possible.
 */
public final class Draws {
    private static final int PURPOSE_SHIFT = 16;
    private static final int KIND_SHIFT = 8;
    private static final int WORD_SHIFT = 32;
    private static final int SUB_DRAW_MAX = 255;
    private static final long WORD_MASK = 0xFFFF_FFFFL;

    private static final long ONE_BITS = 0x3FF0_0000_0000_0000L;
    private static final int UNUSED_BITS = 12;
    private static final double ONE_LESS_HALF_STEP = 1 - 0x1p-53;

    private final long runKey;
    private final String purpose;
    private final SubjectKind kind;
    private final long site; // counter word 3 in the high half; sub-draw bits and word 2 zero

    private Draws(long runKey, String purpose, SubjectKind kind) {
        this.runKey = runKey;
        this.purpose = purpose;
        this.kind = kind;
        int word = Purposes.id(purpose) << PURPOSE_SHIFT | kind.id() << KIND_SHIFT;
        this.site = (long) word << WORD_SHIFT;
    }

    /** The draws of a purpose; {@code runKey} is from {@link RunKeys}. */
    public static Draws of(long runKey, String purpose, SubjectKind kind) {
        return new Draws(runKey, purpose, kind);
    }

    public String purpose() {
        return purpose;
    }

    public SubjectKind kind() {
        return kind;
    }

    /** A uniform in the open interval (0, 1): an odd multiple of 2^-53, never 0 or 1, symmetric about 1/2. */
    public double uniform(long subject, int occurrence) {
        return toUniform(Philox4x32.first64(subject, site | (occurrence & WORD_MASK), runKey));
    }

    /** As {@link #uniform(long, int)}, the {@code subDraw}-th of its occurrence, 0 to 255. */
    public double uniform(long subject, int occurrence, int subDraw) {
        return toUniform(Philox4x32.first64(subject, site | counterHigh(occurrence, subDraw), runKey));
    }

    /** A unit-mean exponential, {@code -ln u}: decreasing in the uniform. At most 36.8. */
    public double exponential(long subject, int occurrence) {
        return Inversion.exponential(uniform(subject, occurrence));
    }

    /** As {@link #exponential(long, int)}, the {@code subDraw}-th of its occurrence. */
    public double exponential(long subject, int occurrence, int subDraw) {
        return Inversion.exponential(uniform(subject, occurrence, subDraw));
    }

    /** A standard normal by AS241: increasing in the uniform. Between -8.21 and 8.21. */
    public double normal(long subject, int occurrence) {
        return Inversion.normal(uniform(subject, occurrence));
    }

    /** As {@link #normal(long, int)}, the {@code subDraw}-th of its occurrence. */
    public double normal(long subject, int occurrence, int subDraw) {
        return Inversion.normal(uniform(subject, occurrence, subDraw));
    }

    /**
     * True if the uniform lies below {@code probability}: a higher probability accepts all that a lower one does, and more. 0
     * never accepts, 1 always.
     */
    public boolean bernoulli(long subject, int occurrence, double probability) {
        return Inversion.bernoulli(uniform(subject, occurrence), probability);
    }

    /** As {@link #bernoulli(long, int, double)}, the {@code subDraw}-th of its occurrence. */
    public boolean bernoulli(long subject, int occurrence, int subDraw, double probability) {
        return Inversion.bernoulli(uniform(subject, occurrence, subDraw), probability);
    }

    /** The 64 bits behind {@link #uniform(long, int)}: for ids of subjects born in the run. */
    public long bits(long subject, int occurrence) {
        return Philox4x32.first64(subject, site | (occurrence & WORD_MASK), runKey);
    }

    /**
     * All 128 bits of the block, for two independent uniforms at the price of one: {@code output[0]} is {@link
     * #bits(long, int)}. Turn each into a uniform with {@link #toUniform}.
     *
     * @param output at least two long
     */
    public void bits(long subject, int occurrence, long[] output) {
        Philox4x32.block(subject, site | (occurrence & WORD_MASK), runKey, output);
    }

    /**
     * The high 52 bits k as {@code (2k + 1) * 2^-53}: exact, in the open interval (0, 1), symmetric about 1/2.
     * Writing the bits behind the exponent of 1 costs half of a {@code (double) long} conversion on JDK 17.
     */
    public static double toUniform(long bits) {
        return Double.longBitsToDouble(ONE_BITS | bits >>> UNUSED_BITS) - ONE_LESS_HALF_STEP;
    }

    private static long counterHigh(int occurrence, int subDraw) {
        if ((subDraw & ~SUB_DRAW_MAX) != 0) {
            throw new IllegalArgumentException("sub-draw is " + subDraw + "; it must be 0 to " + SUB_DRAW_MAX);
        }
        return (long) subDraw << WORD_SHIFT | (occurrence & WORD_MASK);
    }
}
