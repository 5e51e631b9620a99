package dev.borderline.cli.text;

import dev.borderline.experiment.Precision;
import dev.borderline.experiment.Progress;
import dev.borderline.text.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Progress of a sweep: share done, rate, time left, and the precision of one outcome in its worst cell. One line that rewrites
 * itself on a terminal; elsewhere nothing, or on request a line every few seconds. Told by one thread at a time.
 */
public final class ProgressLine {
    /** Ways in which progress shows itself. */
    public enum Style {
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
    private static final int BAR_WIDTH_MAX = 24;
    private static final int BAR_WIDTH_MIN = 4;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private final Console console;
    private final Style style;
    private final Supplier<Optional<Precision.Spread>> precision;
    private final LongSupplier nanoTime;
    private long shown;

    /** Begins now. */
    public ProgressLine(Console console, Style style) {
        this(console, style, Optional::empty);
    }

    /** Begins now, and shows how well an outcome is known. */
    public ProgressLine(Console console, Style style, Supplier<Optional<Precision.Spread>> precision) {
        this(console, style, precision, System::nanoTime);
    }

    public ProgressLine(
            Console console, Style style, Supplier<Optional<Precision.Spread>> precision, LongSupplier nanoTime) {
        this.console = console;
        this.style = style;
        this.precision = precision;
        this.nanoTime = nanoTime;
        shown = nanoTime.getAsLong();
    }

    /** The style for a console: a bar where a person watches, else lines when asked for. */
    public static Style style(Console console, boolean quiet, boolean asked) {
        if (quiet) {
            return Style.NONE;
        }
        if (console.errTerminal()) {
            return Style.BAR;
        }
        return asked ? Style.LINES : Style.NONE;
    }

    /** Something more is done. */
    public void show(Progress progress) {
        long interval = style == Style.BAR ? BAR_INTERVAL : LINES_INTERVAL;
        if (style == Style.NONE || nanoTime.getAsLong() - shown < interval) {
            return;
        }
        shown = nanoTime.getAsLong();
        String text = text(progress);
        String precision = precision();
        if (style == Style.LINES) {
            console.err().println(text + precision);
            return;
        }
        int width = console.lineWidth();
        text += text.length() + precision.length() > width ? "" : precision;
        console.rewrite(bar(progress, width - text.length() - 3) + text);
    }

    private static String bar(Progress progress, int room) {
        int width = Math.min(room, BAR_WIDTH_MAX);
        if (width < BAR_WIDTH_MIN) {
            return "";
        }
        int full = (int) ((long) width * progress.done() / progress.total());
        return "[" + "#".repeat(full) + ".".repeat(width - full) + "] ";
    }

    /** For example {@code , arrests ±2.1 %}. */
    private String precision() {
        return precision
                .get()
                .map(spread -> ", " + spread.measure() + " " + Words.halfWidth(spread.widest()))
                .orElse("");
    }

    /** Takes the line away. */
    public void end() {
        if (style == Style.BAR) {
            console.rewrite("");
        }
    }

    /** For example {@code 37 of 250 runs (14 %), 4.2 runs/s, 51 s left}. */
    static String text(Progress progress) {
        long percent = 100L * progress.done() / progress.total();
        String share =
                Numbers.human(progress.done()) + " of " + Numbers.human(progress.total()) + " runs (" + percent + " %)";
        if (progress.failed() > 0) {
            share += ", " + Numbers.human(progress.failed()) + " failed";
        }
        if (Double.isNaN(progress.secondsLeft())) {
            return share;
        }
        String rate = String.format(Locale.ROOT, "%.1f runs/s", progress.runsPerSecond());
        return share + ", " + rate + ", " + duration(progress.secondsLeft()) + " left";
    }

    /** {@code 51 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(double seconds) {
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
