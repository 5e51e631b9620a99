package dev.borderline.cli.analyze;

import dev.borderline.analysis.calibration.Calibration;
import dev.borderline.analysis.calibration.FileEvaluationLog;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.text.Numbers;

/** Progress of a calibration: a line that rewrites itself, or a line every ten points where one was asked for. */
final class CalibrationProgress {
    private static final int EVERY = 10;

    private final Console console;
    private final ProgressLine.Style style;

    CalibrationProgress(Console console, WorkOptions options, FileEvaluationLog log) {
        this.console = console;
        style = options.progressStyle(console);
        if (log.size() > 0 && style != ProgressLine.Style.NONE) {
            console.note("goes on: " + Numbers.human(log.size()) + " points are there");
        }
        if (log.damaged() > 0) {
            console.note(Numbers.human(log.damaged()) + " lines of " + CalibrationFolder.EVALUATIONS
                    + " are damaged: those points are run again");
        }
    }

    void show(Calibration.Progress progress) {
        String text = progress.evaluations() + " of " + progress.budget() + " points, least distance "
                + Numbers.human(progress.distance());
        switch (style) {
            case BAR -> console.rewrite(text);
            case LINES -> {
                if (progress.evaluations() % EVERY == 0) {
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
