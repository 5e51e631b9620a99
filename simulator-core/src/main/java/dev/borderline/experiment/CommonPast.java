package dev.borderline.experiment;

import dev.borderline.simulation.Simulation;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Time that the runs of some neighbouring cells have in common. For each pair the number of days until their scenarios or controllers
 * part. Cells whose scenario is refused or breaks share nothing; their runs fail as they would alone.
 */
final class CommonPast {
    private final @Nullable Simulation[] simulations;
    private final int[][] days; // that two have in common

    /** Of so many cells, which {@code simulation} makes ready; null where it does not matter. */
    CommonPast(int cells, IntFunction<@Nullable Simulation> simulation) {
        simulations = new @Nullable Simulation[cells];
        days = new int[cells][cells];
        for (int cell = 0; cell < cells; cell++) {
            simulations[cell] = made(cell, simulation);
            for (int other = 0; other < cell; other++) {
                days[cell][other] = common(simulations[cell], simulations[other]);
                days[other][cell] = days[cell][other];
            }
        }
    }

    private static @Nullable Simulation made(int cell, IntFunction<@Nullable Simulation> simulation) {
        try {
            return simulation.apply(cell);
        } catch (RuntimeException refused) {
            return null; // its run says why, as a run of its own would
        }
    }

    private static int common(@Nullable Simulation one, @Nullable Simulation other) {
        if (one == null || other == null) {
            return 0;
        }
        return (int) ChronoUnit.DAYS.between(one.period().start(), one.sharedUntil(other));
    }

    int cells() {
        return days.length;
    }

    /** The simulation of a cell; null if its scenario is refused. */
    @Nullable
    Simulation simulation(int cell) {
        return simulations[cell];
    }

    /** Days that two cells have in common. */
    int days(int cell, int other) {
        return days[cell][other];
    }

    /** True if any two have a day in common. */
    boolean isShared() {
        return Arrays.stream(days).flatMapToInt(Arrays::stream).anyMatch(common -> common > 0);
    }

    /**
     * Work of the runs of some of the cells if each common past is simulated once. A run made from its start is 1; so is one
     * whose scenario is refused, which is not known here to be.
     */
    double work(List<Integer> some) {
        double work = 0;
        List<Integer> before = new ArrayList<>();
        for (int cell : some) {
            int best =
                    before.stream().mapToInt(other -> days[cell][other]).max().orElse(0);
            work += rest(cell, best);
            before.add(cell);
        }
        return work;
    }

    /** The part of a cell's run that is left after so many days. */
    double rest(int cell, int after) {
        Simulation simulation = simulations[cell];
        return simulation == null ? 1 : 1 - after / (double) simulation.period().days();
    }

    /** Days after which a cell parts from some of the others, later than {@code from}, ascending. */
    List<Integer> partings(int cell, List<Integer> others, int from) {
        List<Integer> partings = new ArrayList<>();
        for (int other : others) {
            if (days[cell][other] > from && !partings.contains(days[cell][other])) {
                partings.add(days[cell][other]);
            }
        }
        partings.sort(null);
        return partings;
    }
}
