package dev.borderline.model;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Attributes of households that never change and are dear to draw, kept where that is cheaper. They are those of the first 2^16
 * households, and of the last other one asked for. A country would not fit in the processor's cache and draws again.
 *
 * <p>All attributes of a household lie side by side, so that the second one asked for comes with the first. Columns are declared
 * before {@link #layOut}, as those of {@link HouseholdTable} are.
 */
public final class AttributeCache implements StatePart {
    private static final int KEPT_MAX = 1 << 16;

    private double[] values = {};
    private int kept; // households
    private int width; // attributes of each

    AttributeCache() {}

    /** An attribute; {@code draw} gives the same number for a household whenever it is asked. */
    public Attribute attribute(IntToDoubleFunction draw) {
        if (values.length > 0) {
            throw new IllegalStateException("attributes are declared when a mechanism joins, not later");
        }
        return new Attribute(width++, draw);
    }

    /** Makes room for so many households; no attribute can be declared from now on. */
    void layOut(int households) {
        kept = Math.min(households, KEPT_MAX);
        values = new double[(kept + 1) * width];
        Arrays.fill(values, Double.NaN);
    }

    /** True if the attributes of this household are kept. */
    boolean keeps(int household) {
        return household < kept;
    }

    /** One attribute of every household. */
    public final class Attribute {
        private final int column;
        private final IntToDoubleFunction draw;
        private int lastOther = -1;

        private Attribute(int column, IntToDoubleFunction draw) {
            this.column = column;
            this.draw = draw;
        }

        /** Its value. */
        public double of(int household) {
            int at = Math.min(household, kept) * width + column;
            boolean known = household < kept ? !Double.isNaN(values[at]) : household == lastOther;
            if (!known) {
                values[at] = draw.applyAsDouble(household);
                if (household >= kept) {
                    lastOther = household;
                }
            }
            return values[at];
        }
    }

    @Override
    public void save(StateWriter out) {
        out.int32(kept);
        out.reals(values, kept * width);
    }

    @Override
    public void load(StateReader in) {
        layOut(in.length(KEPT_MAX));
        in.reals(values, kept * width);
    }
}
