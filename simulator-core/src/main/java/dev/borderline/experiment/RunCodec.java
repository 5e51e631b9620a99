package dev.borderline.experiment;

import dev.borderline.model.Chance;
import dev.borderline.model.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Canonical bytes of a {@link RunRecord}: kind, point, arm, replication; then layout id, events, fingerprint, months, sums and
 * sites of a finished run, or message and command of a failed one. Names stand in the layout.
 */
final class RunCodec {
    private RunCodec() {}

    static byte[] payload(RunRecord run) {
        PayloadWriter out = new PayloadWriter();
        boolean finished = run instanceof FinishedRun;
        out.number((finished ? PayloadKind.FINISHED : PayloadKind.FAILED).ordinal());
        out.number(run.task().point());
        out.number(run.task().arm());
        out.number(run.task().replication());
        if (run instanceof FinishedRun numbers) {
            write(out, numbers);
        } else if (run instanceof FailedRun failed) {
            out.text(failed.message());
            out.text(failed.command());
        }
        return out.finished();
    }

    private static void write(PayloadWriter out, FinishedRun run) {
        out.word(run.layout().id());
        out.number(run.trace().events());
        out.word(run.trace().fingerprint());
        out.number(run.trace().months().size());
        run.trace().months().forEach(out::word);
        for (int measure = 0; measure < run.layout().measures().size(); measure++) {
            for (long sum : run.sums(measure)) {
                out.number(sum);
            }
        }
        for (Chance.Tested site : run.trace().sites()) {
            out.number(site.trials());
            out.number(site.accepted());
            out.real(site.expected());
            out.real(site.variance());
        }
    }

    /** What can be said of a payload without its layout. */
    record Head(PayloadKind kind, Task task, long layoutId) {}

    /** The head of a run's payload. */
    static Head head(byte[] payload) {
        return head(new PayloadReader(payload));
    }

    private static Head head(PayloadReader in) {
        PayloadKind kind = PayloadKind.of(in.index());
        Task task = new Task(in.index(), in.index(), in.index());
        return new Head(kind, task, kind == PayloadKind.FINISHED ? in.word() : 0);
    }

    /** The record of a payload; {@code layouts} gives the layout of an id. */
    static RunRecord run(byte[] payload, LongFunction<Layout> layouts) {
        PayloadReader in = new PayloadReader(payload);
        Head head = head(in);
        RunRecord run = head.kind() == PayloadKind.FINISHED
                ? finished(in, head.task(), layouts.apply(head.layoutId()))
                : new FailedRun(head.task(), in.text(), in.text());
        in.end();
        return run;
    }

    private static FinishedRun finished(PayloadReader in, Task task, Layout layout) {
        long events = in.number();
        long fingerprint = in.word();
        int count = in.index();
        List<Long> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(in.word());
        }
        long[][] sums = new long[layout.measures().size()][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sums(in, layout, i);
        }
        List<Chance.Tested> sites = new ArrayList<>();
        for (String site : layout.sites()) {
            sites.add(new Chance.Tested(site, in.number(), in.number(), in.real(), in.real()));
        }
        return new FinishedRun(task, layout, sums, new FinishedRun.Trace(fingerprint, months, events, sites));
    }

    private static long[] sums(PayloadReader in, Layout layout, int measure) {
        long[] sums = new long[count(layout, layout.measures().get(measure).kind())];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.number();
        }
        return sums;
    }

    /** How many whole numbers stand for a measure. */
    private static int count(Layout layout, Measure.Kind kind) {
        if (kind == Measure.Kind.RATIO) {
            return 0;
        }
        return kind.bySlots() ? layout.slots().count() : layout.slots().whole();
    }
}
