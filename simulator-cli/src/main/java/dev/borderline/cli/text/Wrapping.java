package dev.borderline.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words. */
public final class Wrapping {
    private Wrapping() {}

    /** Lines of at most {@code width} characters; a longer word stands alone. */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }
}
