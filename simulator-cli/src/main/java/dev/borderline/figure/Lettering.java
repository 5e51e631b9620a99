package dev.borderline.figure;

import java.util.ArrayList;
import java.util.List;

/** Room that letters take, as far as it can be told without the font: for places, not for results. */
final class Lettering {
    /** Pixels of a letter at the size of labels, in the widest of the usual fonts. */
    private static final double LETTER = 6.9;

    /** Pixels from one line of labels to the next. */
    static final double LINE = 14;

    private Lettering() {}

    /** Pixels that a label takes at most, roughly. */
    static double width(String text) {
        return text.length() * LETTER;
    }

    /** A text in lines of at most so many letters where it can be broken: at blanks and hyphens. */
    static List<String> lines(String text, int letters) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("(?<=[ -])", -1)) {
            if (!line.isEmpty() && (line + word.strip()).length() > letters) {
                lines.add(line.strip());
                line = "";
            }
            line += word;
        }
        lines.add(line.strip());
        return lines;
    }

    /**
     * Places moved apart until each is {@code gap} from the next, staying near where they were and between the ends.
     *
     * @param places in rising order
     * @param gap least distance
     * @param low least place allowed
     * @param high greatest place allowed
     */
    static double[] spread(double[] places, double gap, double low, double high) {
        double[] spread = places.clone();
        for (int i = 0; i < spread.length; i++) {
            double floor = i == 0 ? low : spread[i - 1] + gap;
            spread[i] = Math.max(spread[i], floor);
        }
        for (int i = spread.length - 1; i >= 0; i--) {
            double ceiling = i == spread.length - 1 ? high : spread[i + 1] - gap;
            spread[i] = Math.min(spread[i], ceiling);
        }
        return spread;
    }
}
