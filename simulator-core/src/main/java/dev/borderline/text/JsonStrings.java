package dev.borderline.text;

/** JSON string literals: short escapes where JSON has them, hexadecimal for other controls; lone surrogates refused. */
final class JsonStrings {
    private static final String HEX = "0123456789abcdef";
    private static final int HEX_DIGITS = 4;
    private static final int HEX_BITS = 4;
    private static final int HEX_MASK = 0xF;
    private static final int FIRST_NO_CHARACTER = 0xFFFE;
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private JsonStrings() {}

    /** Appends a literal with its quotes. U+2028 and U+2029 are escaped too: older JavaScript ends lines there; and what YAML cannot hold. */
    static void append(StringBuilder out, String text, boolean escapeAngle) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    refuseLoneSurrogate(text, i);
                    if (mustEscape(c, escapeAngle)) {
                        appendHex(out, c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean mustEscape(char c, boolean escapeAngle) {
        return Character.isISOControl(c)
                || c == LINE_SEPARATOR
                || c == PARAGRAPH_SEPARATOR
                || c >= FIRST_NO_CHARACTER
                || (escapeAngle && c == '<');
    }

    /** UTF-8 cannot hold half a surrogate pair, and strict readers refuse it. */
    private static void refuseLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        boolean lone = Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
        if (lone) {
            throw new IllegalArgumentException("a text holds half a surrogate pair at place " + i);
        }
    }

    private static void appendHex(StringBuilder out, char c) {
        out.append("\\u");
        for (int digit = HEX_DIGITS - 1; digit >= 0; digit--) {
            out.append(HEX.charAt(c >>> (digit * HEX_BITS) & HEX_MASK));
        }
    }
}
