package dev.borderline.cli;

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

    AnalysisText {
        lines = List.copyOf(lines);
    }
}
