package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.scenario.SweepFile;
import java.util.List;

/** Makes the design that a sweep file asks for. */
final class DesignOfSweep {
    private DesignOfSweep() {}

    static Design of(SweepFile sweep, long seed) {
        List<Factor> factors = sweep.factors();
        SweepDesign design = sweep.design();
        if (design instanceof SweepDesign.OneAtATime) {
            return Design.oneAtATime(factors, sweep.scenario().values());
        }
        if (design instanceof SweepDesign.Listed listed) {
            return Design.list(factors.stream().map(Factor::path).toList(), listed.points());
        }
        return design instanceof SweepDesign.Grid ? Design.grid(factors) : drawn(design, factors, seed);
    }

    private static Design drawn(SweepDesign design, List<Factor> factors, long seed) {
        if (design instanceof SweepDesign.Lhs lhs) {
            return lhs.candidates() == 0
                    ? Design.lhs(factors, lhs.points(), seed)
                    : new LatinHypercube(factors, lhs.points(), lhs.candidates(), seed);
        }
        if (design instanceof SweepDesign.Sobol sobol) {
            return Design.sobol(factors, sobol.points(), scrambling(sobol.scramble(), seed));
        }
        if (design instanceof SweepDesign.Saltelli saltelli) {
            Scrambling scrambling =
                    saltelli.independent() ? Scrambling.independent(seed) : scrambling(saltelli.scramble(), seed);
            return Design.saltelli(factors, saltelli.basePoints(), saltelli.secondOrder(), scrambling);
        }
        if (design instanceof SweepDesign.Morris morris) {
            return Design.morris(factors, morris.trajectories(), morris.levels(), seed);
        }
        throw new IllegalArgumentException("there is no design " + design.kind());
    }

    private static Scrambling scrambling(boolean wanted, long seed) {
        return wanted ? Scrambling.seeded(seed) : Scrambling.none();
    }
}
