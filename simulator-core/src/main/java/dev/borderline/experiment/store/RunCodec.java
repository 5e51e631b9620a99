package dev.borderline.experiment.store;

import dev.borderline.model.DrawSite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Canonical bytes of a {@link RunRecord}. Kind, point, arm, replication; then layout id, events, fingerprint, months, sums and
 * sites of a finished run, or message and command of a failed one. Names stand in the layout.
 */
public final class RunCodec {
    private RunCodec() {}

    /** The bytes of a record; nobody changes them. */
    public static byte[] payload(RunRecord run) {
        if (run instanceof FinishedRun finished) {
            return finished.payload();
        }
        FailedRun failed = (FailedRun) run;
        PayloadWriter out = begun(PayloadKind.FAILED, run.task());
        out.text(failed.message());
        out.text(failed.command());
        return out.finished();
    }

    private static PayloadWriter begun(PayloadKind kind, Task task) {
        PayloadWriter out = new PayloadWriter();
        out.number(kind.ordinal());
        out.number(task.point());
        out.number(task.arm());
        out.number(task.replication());
        return out;
    }

    /** The bytes of a run that reached its end; {@code sums} by measure. */
    public static byte[] payload(Task task, RunSchema layout, long[][] sums, FinishedRun.RunChecks trace) {
        PayloadWriter out = begun(PayloadKind.FINISHED, task);
        out.word(layout.id());
        out.number(trace.events());
        out.word(trace.fingerprint());
        out.number(trace.months().size());
        trace.months().forEach(out::word);
        for (int measure = 0; measure < sums.length; measure++) {
            if (sums[measure].length != layout.count(measure)) {
                throw new IllegalArgumentException(
                        "a measure has " + sums[measure].length + " numbers; its layout has " + layout.count(measure));
            }
            for (long sum : sums[measure]) {
                out.number(sum);
            }
        }
        for (DrawSite.Tested site : trace.sites()) {
            out.number(site.trials());
            out.number(site.accepted());
            out.real(site.expected());
            out.real(site.variance());
        }
        return out.finished();
    }

    /** The bytes of a finished run, as those of another task. */
    static byte[] payload(Task other, byte[] payload) {
        PayloadReader in = new PayloadReader(payload);
        in.index();
        in.skipNumbers(3); // point, arm and replication
        PayloadWriter out = begun(PayloadKind.FINISHED, other);
        for (int place = in.position(); place < payload.length; place++) {
            out.put(payload[place]);
        }
        return out.finished();
    }

    /** Part of a payload that is readable without its schema. */
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
    public static RunRecord run(byte[] payload, LongFunction<RunSchema> layouts) {
        PayloadReader in = new PayloadReader(payload);
        Head head = head(in);
        if (head.kind() == PayloadKind.FINISHED) {
            return new FinishedRun(head.task(), layouts.apply(head.layoutId()), payload);
        }
        RunRecord run = new FailedRun(head.task(), in.text(), in.text());
        in.end();
        return run;
    }

    /**
     * Refuses a payload that no run can have: numbers that are missing or too many, or whose sum goes beyond what a number holds.
     *
     * @throws IllegalArgumentException if it is one
     * @throws ArithmeticException likewise
     */
    static void check(byte[] payload, LongFunction<RunSchema> layouts) {
        RunRecord run = run(payload, layouts);
        if (run instanceof FinishedRun finished) {
            finished.checkSums();
        }
    }

    /**
     * Places of the parts of a finished run's payload: the numbers of each measure, the draw sites, the trace. The trace stands
     * before them all. Checks that nothing is left over.
     */
    static int[] places(byte[] payload, RunSchema layout) {
        PayloadReader in = new PayloadReader(payload);
        head(in);
        int measures = layout.measures().size();
        int[] places = new int[measures + 2];
        places[measures + 1] = in.position();
        in.skipNumbers(1);
        in.skipWords(1);
        in.skipWords(in.index());
        for (int measure = 0; measure < measures; measure++) {
            places[measure] = in.position();
            in.skipNumbers(layout.count(measure));
        }
        places[measures] = in.position();
        for (int site = 0; site < layout.sites().size(); site++) {
            in.skipNumbers(2);
            in.skipWords(2);
        }
        in.end();
        return places;
    }

    /** Checks of a finished run; {@code events} and {@code sites} begin at these places. */
    static FinishedRun.RunChecks trace(byte[] payload, RunSchema layout, int eventsPlace, int sitesPlace) {
        PayloadReader in = new PayloadReader(payload, eventsPlace);
        long events = in.number();
        long fingerprint = in.word();
        int count = in.index();
        List<Long> months = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            months.add(in.word());
        }
        PayloadReader last = new PayloadReader(payload, sitesPlace);
        List<DrawSite.Tested> sites = new ArrayList<>();
        for (String site : layout.sites()) {
            sites.add(new DrawSite.Tested(site, last.number(), last.number(), last.real(), last.real()));
        }
        return new FinishedRun.RunChecks(fingerprint, months, events, sites);
    }
}
