package dev.borderline.cli.analyze;

import dev.borderline.analysis.calibration.FileEvaluationLog;
import dev.borderline.analysis.ensemble.EmulatedFit;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.text.Numbers;

/** Progress of the fit of an ensemble. A line that rewrites itself, or one every hundred evaluations where that was asked for. */
final class EnsembleFitProgress {
    private static final int EVERY = 100;

    private final Console console;
    private final ProgressLine.Style style;
    private int members;

    EnsembleFitProgress(Console console, WorkOptions options) {
        this.console = console;
        style = options.progressStyle(console);
    }

    void begin(FileEvaluationLog log) {
        if (log.size() > 0 && style != ProgressLine.Style.NONE) {
            console.note("goes on: " + Numbers.human(log.size()) + " points are there");
        }
        if (log.damaged() > 0) {
            console.note(Numbers.human(log.damaged()) + " lines of " + CalibrationFolder.EVALUATIONS
                    + " are damaged: those points are run again");
        }
    }

    void show(EmulatedFit.Progress progress) {
        show(progress.evaluations(), Numbers.human(progress.evaluations()) + " points run, wave " + progress.wave());
    }

    /** A member more was run for the figures that were not fitted. */
    void member() {
        members++;
        show(members, Numbers.human(members) + " members run for the checks");
    }

    private void show(int number, String text) {
        switch (style) {
            case BAR -> console.rewrite(text);
            case LINES -> {
                if (number % EVERY == 0) {
                    console.err().println(text);
                }
            }
            case NONE -> {}
        }
    }

    /** Takes the line away. */
    void end() {
        if (style == ProgressLine.Style.BAR) {
            console.rewrite("");
        }
    }
}
