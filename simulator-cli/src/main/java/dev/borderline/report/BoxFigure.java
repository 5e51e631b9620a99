package dev.borderline.report;

import dev.borderline.figure.Figure;
import dev.borderline.figure.FigureRow;
import dev.borderline.figure.Panel;
import dev.borderline.figure.ScatterChart;
import dev.borderline.report.Cells.Cell;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The box that PRIM found over the points it was found among: a drawing for each input that it limits. */
final class BoxFigure {
    private static final int PANELS_MAX = 6;

    private BoxFigure() {}

    /** The first box; none where it limits nothing, or where points have no number of their own. */
    static Optional<Figure> of(AnalysisFile file, Results results) {
        StudyPlan study = results.study();
        String measure = file.text("measure");
        int arm = study.arms().indexOf(file.text("arm"));
        List<AnalysisFile> boxes = file.items("boxes");
        boolean isDrawable = !boxes.isEmpty()
                && arm >= 0
                && file.text("against").isEmpty()
                && results.cells().has(measure);
        if (!isDrawable || boxes.get(0).items("restrictions").isEmpty()) {
            return Optional.empty();
        }
        AnalysisFile box = boxes.get(0);
        List<FigureRow> rows = new ArrayList<>();
        List<Panel> panels = box.items("restrictions").stream()
                .map(limit -> limit.text("path"))
                .distinct()
                .filter(study.factors()::contains)
                .limit(PANELS_MAX)
                .map(path -> panel(file, results, new Limited(path, arm), rows))
                .toList();
        String caption =
                "Each dot is one setting, against an input that the box limits. The shaded range is the box: of the"
                        + " settings in it, " + percent(box.number("density")) + " are of those "
                        + AnalysisFigures.question(file) + "; it holds " + percent(box.number("coverage"))
                        + " of all of them. The box: " + AnalysisFigures.limits(box.items("restrictions"))
                        + ". Found by patient rule induction.";
        return panels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        "box",
                        new Figure.Words("Under which inputs: a box", caption),
                        panels.size() == 1 ? 1 : 2,
                        panels,
                        new Figure.Table(List.of("point", "factor", "value"), rows)));
    }

    /** An input that the box limits, and the arm whose numbers are drawn. */
    private record Limited(String path, int arm) {}

    private static Panel panel(AnalysisFile file, Results results, Limited limited, List<FigureRow> rows) {
        StudyPlan study = results.study();
        int factor = study.factors().indexOf(limited.path());
        String measure = file.text("measure");
        List<ScatterChart.Dot> dots = new ArrayList<>();
        for (int point = 0; point < study.size(); point++) {
            double value = study.value(point, factor);
            Results.Entry entry = results.entry(
                    PlainNames.ofSetting(limited.path(), value),
                    List.of(Integer.toString(point), limited.path(), Numbers.exact(value)),
                    measure,
                    results.cells().total(new Cell(point, limited.arm()), measure));
            rows.add(entry.row());
            dots.add(new ScatterChart.Dot(value, entry.datum()));
        }
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (AnalysisFile limit : file.items("boxes").get(0).items("restrictions")) {
            if (limit.text("path").equals(limited.path())) {
                low = Double.isNaN(limit.number("above")) ? low : limit.number("above");
                high = Double.isNaN(limit.number("below")) ? high : limit.number("below");
            }
        }
        double threshold = file.at("above").isPresent() ? file.number("above") : file.number("below");
        return ScatterChart.panel(
                new ScatterChart.Heading(
                        PlainNames.ofMeasure(measure),
                        results.cells().measure(measure).unit(),
                        PlainNames.ofInput(limited.path())),
                dots,
                new ScatterChart.Shaded(low, high, threshold));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "an unknown share" : Numbers.human(StrictMath.rint(100 * share)) + " %";
    }
}
