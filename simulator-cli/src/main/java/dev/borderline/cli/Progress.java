package dev.borderline.cli;

import dev.borderline.text.Numbers;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a number of runs has got: share done, rate and time left. One line that rewrites itself on a terminal; elsewhere
 * nothing, or on request a line every few seconds. Thread-safe.
 */
final class Progress {
    /** How it shows itself. */
    enum Style {
        /** Not at all. */
        NONE,
        /** One line, rewritten. */
        BAR,
        /** A line every few seconds. */
        LINES
    }

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long BAR_INTERVAL = NANOS_PER_SECOND / 5;
    private static final long LINES_INTERVAL = 5 * NANOS_PER_SECOND;
    private static final int BAR_WIDTH = 24;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private final Style style;
    private final LongSupplier nanoTime;
    private final long begun;
    private final int total;
    private final int before;
    private int done;
    private long shown;

    /**
     * Begins now.
     *
     * @param out where it shows itself
     * @param style how
     * @param total runs in all
     * @param before those that an earlier command has done
     */
    Progress(PrintStream out, Style style, int total, int before) {
        this(out, style, total, before, System::nanoTime);
    }

    Progress(PrintStream out, Style style, int total, int before, LongSupplier nanoTime) {
        this.out = out;
        this.style = style;
        this.total = total;
        this.before = before;
        this.nanoTime = nanoTime;
        begun = nanoTime.getAsLong();
        shown = begun;
        done = before;
    }

    /** The style for a console: a bar where a person watches, else lines when asked for. */
    static Style style(Console console, boolean quiet, boolean asked) {
        if (quiet) {
            return Style.NONE;
        }
        if (console.errTerminal()) {
            return Style.BAR;
        }
        return asked ? Style.LINES : Style.NONE;
    }

    /** One run more is done. */
    synchronized void step() {
        done++;
        long interval = style == Style.BAR ? BAR_INTERVAL : LINES_INTERVAL;
        if (style != Style.NONE && nanoTime.getAsLong() - shown >= interval) {
            shown = nanoTime.getAsLong();
            show();
        }
    }

    /** Takes the line away. */
    synchronized void end() {
        if (style == Style.BAR) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private void show() {
        if (style == Style.BAR) {
            int full = (int) ((long) BAR_WIDTH * done / total);
            out.print(CLEAR_LINE + "[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + text());
            out.flush();
        } else {
            out.println(text());
        }
    }

    /** For example {@code 37 of 250 runs (14 %), 4.2 runs/s, 51 s left}. */
    String text() {
        double seconds = (double) (nanoTime.getAsLong() - begun) / NANOS_PER_SECOND;
        double perSecond = seconds > 0 ? (done - before) / seconds : 0;
        String share = Numbers.human(done) + " of " + Numbers.human(total) + " runs (" + 100L * done / total + " %)";
        if (perSecond == 0) {
            return share;
        }
        String rate = String.format(Locale.ROOT, "%.1f runs/s", perSecond);
        return share + ", " + rate + ", " + duration((total - done) / perSecond) + " left";
    }

    /** {@code 51 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String duration(double seconds) {
        long whole = (long) Math.ceil(seconds);
        long minutes = whole / SECONDS_PER_MINUTE;
        if (minutes == 0) {
            return whole + " s";
        }
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + " min " + whole % SECONDS_PER_MINUTE + " s";
        }
        return minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
    }
}
