package dev.borderline.text;

/**
 * Visible form of others' texts. Control characters, which steer terminals and end documents, stand as {@code \\u001b} does in
 * JSON. Those are the controls of Unicode but for the tab and the line feed, and the marks that turn the direction of writing.
 */
public final class Visible {
    private static final String HEX = "0123456789abcdef";
    private static final int HEX_DIGITS = 4;
    private static final int HEX_BITS = 4;
    private static final int HEX_MASK = 0xF;

    private Visible() {}

    /** The text with its control characters written out. */
    public static String of(String text) {
        if (text.chars().noneMatch(character -> steers((char) character))) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            shown.append(steers(character) ? written(character) : String.valueOf(character));
        }
        return shown.toString();
    }

    /** True for a character that is not shown but does something. */
    public static boolean steers(char character) {
        if (character == '\n' || character == '\t') {
            return false;
        }
        boolean turnsDirection =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return Character.isISOControl(character) || turnsDirection;
    }

    /** A character in the notation of JSON. */
    public static String written(char character) {
        StringBuilder text = new StringBuilder("\\u");
        for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
            text.append(HEX.charAt(character >>> (digit * HEX_BITS) & HEX_MASK));
        }
        return text.toString();
    }
}
