package dev.borderline.experiment.design;

import dev.borderline.scenario.Factor;
import dev.borderline.scenario.SweepDesign;
import java.util.List;

/** Saltelli's design; how its points are arranged stands in {@link SaltelliLayout}. Best with a power of two of rows. */
final class SaltelliDesign implements Design {
    private static final List<String> ROLES = List.of("row", "matrix");

    private final Factors factors;
    private final SaltelliLayout layout;
    private final Scrambling scrambling;
    private final UnitPoints sequence;

    SaltelliDesign(List<Factor> varied, int basePoints, boolean secondOrder, Scrambling scrambling) {
        factors = new Factors(varied);
        layout = new SaltelliLayout(basePoints, factors.count(), secondOrder);
        this.scrambling = scrambling;
        sequence = scrambling.points(2 * factors.count());
    }

    @Override
    public List<String> factors() {
        return factors.paths();
    }

    @Override
    public int size() {
        return layout.size();
    }

    @Override
    public DesignPoint point(int index) {
        SaltelliLayout.Role role = layout.role(index);
        double[] both = sequence.at(role.row());
        int count = factors.count();
        double[] place = new double[count];
        for (int factor = 0; factor < count; factor++) {
            boolean swapped = factor == role.swapped();
            place[factor] = both[role.fromB() == swapped ? factor : count + factor];
        }
        return factors.at(index, place);
    }

    @Override
    public List<String> roleNames() {
        return ROLES;
    }

    /** Row and matrix of a point: {@code 0, AB_2}; factors count from 1 there. */
    @Override
    public List<String> roles(int index) {
        SaltelliLayout.Role role = layout.role(index);
        return List.of(Integer.toString(role.row()), role.matrix());
    }

    @Override
    public DesignInfo info() {
        DesignInfo info = DesignInfo.of(SweepDesign.SALTELLI, factors.all())
                .with(SaltelliLayout.BASE_POINTS, layout.basePoints())
                .with(SaltelliLayout.SECOND_ORDER, layout.secondOrder());
        return scrambling.note(info);
    }
}
