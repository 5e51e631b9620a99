package dev.borderline.cli.analyze;

import dev.borderline.cli.text.FactorNames;
import java.util.List;

/**
 * An analysis in its three forms.
 *
 * @param kind word that names its files
 * @param json for programs
 * @param csv for spreadsheets
 * @param lines for people, within 80 columns
 */
record AnalysisText(String kind, String json, String csv, List<String> lines) {
    /** Width of the lines. */
    static final int WIDTH = 80;

    private static final int NAME_WIDTH = 27;

    AnalysisText {
        lines = List.copyOf(lines);
    }

    /** Names of inputs short enough for a table. The last word, or as much of the end of the path as there is room for. */
    static List<String> names(List<String> paths) {
        return FactorNames.of(paths).stream()
                .map(name -> name.length() <= NAME_WIDTH ? name : "…" + name.substring(name.length() - NAME_WIDTH + 1))
                .toList();
    }
}
