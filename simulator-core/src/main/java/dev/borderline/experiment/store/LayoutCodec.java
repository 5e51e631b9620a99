package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import java.util.ArrayList;
import java.util.List;

/** Canonical bytes of a {@link Layout}. */
public final class LayoutCodec {
    private LayoutCodec() {}

    static byte[] payload(Layout layout) {
        PayloadWriter out = new PayloadWriter();
        out.number(PayloadKind.LAYOUT.ordinal());
        out.number(layout.measures().size());
        for (Measure measure : layout.measures()) {
            out.text(measure.name());
            out.text(measure.unit());
            out.text(measure.what());
            out.text(measure.kind().name());
            out.number(measure.numerator());
            out.number(measure.denominator());
        }
        out.texts(layout.years());
        out.texts(layout.zones());
        out.texts(layout.sites());
        return out.finished();
    }

    public static Layout layout(byte[] payload) {
        PayloadReader in = new PayloadReader(payload);
        PayloadKind.LAYOUT.check(in.index());
        int count = in.index();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            measures.add(new Measure(
                    in.text(), in.text(), in.text(), Measure.Kind.valueOf(in.text()), in.index(), in.index()));
        }
        refuseCircles(measures);
        Layout layout = new Layout(measures, in.texts(), in.texts(), in.texts());
        in.end();
        return layout;
    }

    /** A ratio is of two measures that are none, so that following it comes to an end. */
    private static void refuseCircles(List<Measure> measures) {
        for (Measure measure : measures) {
            if (measure.kind() == Measure.Kind.RATIO
                    && !(isPart(measures, measure.numerator()) && isPart(measures, measure.denominator()))) {
                throw new IllegalArgumentException("the measure " + measure.name() + " is a ratio of none");
            }
        }
    }

    private static boolean isPart(List<Measure> measures, int index) {
        return index >= 0 && index < measures.size() && measures.get(index).kind() != Measure.Kind.RATIO;
    }
}
