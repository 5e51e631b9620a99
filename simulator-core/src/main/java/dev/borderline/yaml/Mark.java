package dev.borderline.yaml;

/**
 * A position in a text.
 *
 * @param file name of the text, as shown to people; empty when there is no text
 * @param line from 1; 0 when the position is not known
 * @param column from 1; 0 when the position is not known
 */
public record Mark(String file, int line, int column) {
    /** No text at all: what a program sets. */
    public static final Mark NONE = new Mark("", 0, 0);

    /** A text as a whole. */
    public static Mark whole(String file) {
        return new Mark(file, 0, 0);
    }
}
