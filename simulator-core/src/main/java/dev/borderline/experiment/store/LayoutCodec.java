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
        Layout layout = new Layout(measures, in.texts(), in.texts(), in.texts());
        in.end();
        return layout;
    }
}
