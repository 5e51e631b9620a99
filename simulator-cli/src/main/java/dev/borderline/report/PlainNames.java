package dev.borderline.report;

import dev.borderline.text.Numbers;
import java.util.List;
import java.util.Locale;

/** Names of inputs and measures in words. */
public final class PlainNames {
    private PlainNames() {}

    /** A measure as a heading, as it declares it or by its name: {@code "Completed contacts"}. */
    public static String ofMeasure(String name) {
        String title = Presentations.of(name).title();
        return title.isEmpty() ? capitalised(name.replaceFirst("_usd$", "").replace('_', ' ')) : title;
    }

    /** A measure within a sentence: {@code "mean bribe"}. */
    static String withinSentence(String name) {
        String words = ofMeasure(name);
        String small = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        return small.replaceFirst("^(.+) (mean|median)$", "$2 $1");
    }

    /**
     * An input in words: {@code "surveillance coverage"}, {@code "bribe detection"}, {@code "calling mean value (USD)"}. What is bare
     * of a mean comes after it, and money in brackets.
     */
    public static String ofInput(String path) {
        String words =
                path.replaceFirst("^levers\\.((settlement|network)\\.)?", "").replace('_', ' ');
        int dot = words.lastIndexOf('.');
        String group = words.substring(0, dot + 1).replace('.', ' ');
        String own = words.substring(dot + 1)
                .replaceFirst("^(.+?) mean\\b", "mean $1")
                .replaceFirst(" usd\\b(.*)$", " (USD$1)");
        return group + own;
    }

    /** An input with its value. */
    static String ofSetting(String path, double value) {
        return ofInput(path) + " " + Numbers.human(value);
    }

    static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Words in a row: {@code "a, b and c"}. */
    static String enumerated(List<String> words) {
        int last = words.size() - 1;
        if (last < 1) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
