package dev.borderline.experiment.store;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Sense;
import dev.borderline.measure.Measure.Standing;
import java.util.ArrayList;
import java.util.List;

/**
 * Canonical bytes of a {@link RunSchema}: measures, years, zones and sites, then months, then the standing of each measure. Those written
 * before there were months or standings end before them, and are written so again.
 */
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
        boolean declared = layout.measures().stream()
                .anyMatch(measure -> !measure.standing().equals(Standing.UNDECLARED));
        if (declared || !layout.months().isEmpty()) {
            out.texts(layout.months());
            out.number(layout.withoutMonths().size());
            layout.withoutMonths().forEach(out::number);
        }
        if (declared) {
            layout.measures().forEach(measure -> write(out, measure.standing()));
        }
        return out.finished();
    }

    private static void write(PayloadWriter out, Standing standing) {
        out.text(standing.group());
        out.text(standing.sense().name());
        out.number(standing.line());
        out.number(standing.isMain() ? 1 : 0);
        out.number(standing.rank());
    }

    public static RunSchema layout(byte[] payload) {
        PayloadReader in = new PayloadReader(payload);
        PayloadKind.LAYOUT.check(in.index());
        int count = in.index();
        List<Measure> measures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            measures.add(measure(in));
        }
        refuseCircles(measures);
        List<String> years = in.texts();
        List<String> zones = in.texts();
        List<String> sites = in.texts();
        RunSchema.Months months = in.isAtEnd() ? RunSchema.Months.NONE : months(in);
        if (!in.isAtEnd()) {
            measures.replaceAll(measure -> measure.as(standing(in)));
            in.end();
        }
        return new RunSchema(measures, years, zones, sites).with(months);
    }

    private static Measure measure(PayloadReader in) {
        return new Measure(
                in.text(),
                in.text(),
                in.text(),
                Measure.Kind.valueOf(in.text()),
                in.index(),
                in.index(),
                Standing.UNDECLARED);
    }

    private static RunSchema.Months months(PayloadReader in) {
        List<String> months = in.texts();
        int yearly = in.index();
        List<Integer> without = new ArrayList<>();
        for (int i = 0; i < yearly; i++) {
            without.add(in.index());
        }
        return new RunSchema.Months(months, without);
    }

    private static Standing standing(PayloadReader in) {
        return new Standing(in.text(), Sense.valueOf(in.text()), in.index(), in.index() == 1, in.index());
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
