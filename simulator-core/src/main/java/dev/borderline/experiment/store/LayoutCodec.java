package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import java.util.ArrayList;
import java.util.List;

/** Canonical bytes of a {@link RunSchema}; those without months are as they were before there were any, and end where the sites do. */
public final class LayoutCodec {
    private LayoutCodec() {}

    static byte[] payload(RunSchema layout) {
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
        if (!layout.months().isEmpty()) {
            out.texts(layout.months());
            out.number(layout.withoutMonths().size());
            layout.withoutMonths().forEach(out::number);
        }
        return out.finished();
    }

    public static RunSchema layout(byte[] payload) {
        PayloadReader in = new PayloadReader(payload);
        PayloadKind.LAYOUT.check(in.index());
        int count = in.index();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            measures.add(new Measure(
                    in.text(), in.text(), in.text(), Measure.Kind.valueOf(in.text()), in.index(), in.index()));
        }
        refuseCircles(measures);
        RunSchema layout = new RunSchema(measures, in.texts(), in.texts(), in.texts());
        if (in.isAtEnd()) {
            return layout;
        }
        List<String> months = in.texts();
        int yearly = in.index();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < yearly; i++) {
            without.add(in.index());
        }
        in.end();
        return layout.with(new RunSchema.Months(months, without));
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
