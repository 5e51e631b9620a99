package dev.borderline.cli.sweep;

import dev.borderline.experiment.CellCounts;
import dev.borderline.experiment.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Groupings by which runs are counted. */
public enum StatusGroups {
    ARM,
    POINT,
    CELL;

    /**
     * Runs of some cells together.
     *
     * @param cells numbers of the cells
     * @param total runs in all
     * @param done runs that are there, failed ones too
     * @param failed runs that failed
     */
    record Group(List<Integer> cells, int total, int done, int failed) {
        private static Group of(List<Integer> cells, CellCounts counts) {
            return new Group(
                    cells,
                    cells.stream().mapToInt(counts::total).sum(),
                    cells.stream().mapToInt(counts::done).sum(),
                    cells.stream().mapToInt(counts::failed).sum());
        }

        int left() {
            return total - done;
        }
    }

    /** The groups, in the order of tables. */
    List<Group> of(Experiment experiment, CellCounts counts) {
        int arms = experiment.arms().size();
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int cell = 0; cell < counts.cells(); cell++) {
            int group = switch (this) {
                case ARM -> cell % arms;
                case POINT -> cell / arms;
                case CELL -> cell;
            };
            groups.computeIfAbsent(group, first -> new ArrayList<>()).add(cell);
        }
        return groups.values().stream().map(cells -> Group.of(cells, counts)).toList();
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
