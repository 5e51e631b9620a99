package dev.borderline.cli.text;

import java.util.List;

/** Names short enough for a heading. */
public final class FactorNames {
    private FactorNames() {}

    /** The last word of each path, or the paths where two would be the same. */
    public static List<String> of(List<String> paths) {
        List<String> words = paths.stream()
                .map(path -> path.substring(path.lastIndexOf('.') + 1))
                .toList();
        return words.stream().distinct().count() == words.size() ? words : paths;
    }
}
