package dev.borderline.random;

/**
 * Names of draw sites, such as {@code detection.located}, and their 16-bit ids.
 *
 * <p>The id is the high 16 bits of {@link Mix64#hash} of the name: it depends on nothing but the name, so adding a
 * purpose moves no other draw. Two names may share an id (chance n²/131,072: 2 % with 50 names); {@link
 * PurposeRegistry} finds out, and one of them is then renamed.
 */
final class Purposes {
    private static final int ID_SHIFT = 48;

    private Purposes() {}

    /** The frozen id of a purpose, 0 to 65,535. */
    public static int id(String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("a purpose needs a name");
        }
        return (int) (Mix64.hash(purpose) >>> ID_SHIFT);
    }
}
