package dev.borderline.cli.analyze;

import dev.borderline.analysis.Study;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.MemberAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/** {@code --between}: the cells of a study that an analysis over members sets side by side. */
final class CellsOption {
    @Option(
            names = "--between",
            paramLabel = "CELL",
            split = ",",
            description =
                    "Arms by name, or points by number as in design.csv, the first to compare with (default: all arms;"
                            + " of a sweep with one arm, the scenario's own point and the next).")
    private List<String> names = new ArrayList<>();

    /** Two cells or more. */
    List<Task> cells(Study study) {
        List<Task> cells = names.isEmpty()
                ? usual(study)
                : names.stream().map(name -> cell(study, name)).toList();
        if (cells.stream().distinct().count() != cells.size() || cells.size() < 2) {
            throw new Refusal("--between needs two cells or more, each once");
        }
        return cells;
    }

    private static List<Task> usual(Study study) {
        int own = MemberAnswers.referencePoint(study.experiment());
        if (study.arms().size() > 1) {
            return IntStream.range(0, study.arms().size())
                    .mapToObj(arm -> new Task(own, arm, 0))
                    .toList();
        }
        int points = study.experiment().design().size();
        if (points < 2) {
            throw new Refusal(study.where() + " has one arm and one point: there is nothing to choose between");
        }
        return List.of(new Task(own, 0, 0), new Task(own + 1 < points ? own + 1 : own - 1, 0, 0));
    }

    private static Task cell(Study study, String name) {
        if (study.arms().contains(name)) {
            return new Task(MemberAnswers.referencePoint(study.experiment()), study.arm(name), 0);
        }
        int points = study.experiment().design().size();
        if (name.matches("[0-9]{1,9}") && Integer.parseInt(name) < points) {
            return new Task(Integer.parseInt(name), 0, 0);
        }
        throw new Refusal("--between " + name + ": it is no arm (" + String.join(", ", study.arms())
                + ") and no point (0 to " + (points - 1) + ")");
    }
}
