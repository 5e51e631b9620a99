package dev.borderline.model;

import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.policy.Lever;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.Doubles;
import dev.borderline.state.Ints;
import dev.borderline.state.LongCell;
import dev.borderline.state.Longs;
import dev.borderline.state.StateRegistry;

/**
 * Things that come to each zone as a Poisson process whose rate is a lever. The k-th of a zone spends a unit-mean exponential of
 * its own along the integrated rate (time change of a Poisson process: Çinlar 1975), so a move of the lever changes when it comes,
 * not its draws, and is exact at whatever moment it falls.
 *
 * <p>Draws: {@code <name>.gap} by zone; occurrence is the number of the thing, from 0.
 */
public final class PoissonClock {
    /** Told of each. */
    @FunctionalInterface
    public interface Handler {
        /**
         * It comes now.
         *
         * @param number which of this zone it is, from 0
         * @return outcome code for the fingerprint
         */
        int on(int zone, int number);
    }

    private static final long NEVER = 0; // no event has this handle

    private final Scheduler scheduler;
    private final long end;
    private final Draws gaps;
    private final Lever lever;
    private final double leverTicks; // of the unit in which the lever counts
    private final Handler handler;
    private final int kind;
    private final Doubles left; // of the exponential, by zone
    private final Longs handles;
    private final Ints numbers;
    private final DoubleCell ratePerTick;
    private final LongCell since; // when what is left was last reckoned

    private PoissonClock(Wiring wiring, String name, Lever lever, Handler handler) {
        scheduler = wiring.scheduler();
        end = wiring.end();
        gaps = wiring.draws(name + ".gap", SubjectKind.ZONE);
        this.lever = lever;
        this.handler = handler;
        leverTicks = ticksOf(lever);
        kind = scheduler.kind(name, Phase.MODEL, this::onEvent);
        StateRegistry state = wiring.state();
        left = state.doubles(name + " left", wiring.zoneCount(), 0);
        handles = state.longs(name + " handles", left.length());
        numbers = state.ints(name + " numbers", left.length(), 0);
        ratePerTick = state.doubleCell(name + " rate", 0);
        since = state.longCell(name + " since", 0);
        wiring.onStart(this::start);
        lever.onMove(this::onMove);
    }

    /**
     * Starts a clock in every zone, while the run is put together.
     *
     * @param name of the kind of event, and prefix of its draws
     * @param lever its rate, in {@code 1/min}, {@code 1/hour}, {@code 1/day} or {@code 1/year}
     */
    public static void start(Wiring wiring, String name, Lever lever, Handler handler) {
        var unused = new PoissonClock(wiring, name, lever, handler);
    }

    private static long ticksOf(Lever lever) {
        return switch (lever.unit()) {
            case "1/min" -> Times.MINUTE;
            case "1/hour" -> Times.HOUR;
            case "1/day" -> Times.DAY;
            case "1/year" -> Times.YEAR;
            default ->
                throw new IllegalArgumentException(
                        "lever " + lever.name() + " is in " + lever.unit() + ", which is no rate of a clock");
        };
    }

    private void start() {
        for (int zone = 0; zone < left.length(); zone++) {
            left.set(zone, gaps.exponential(zone, 0));
        }
        scheduleAll();
    }

    private void scheduleAll() {
        ratePerTick.set(lever.value() / leverTicks);
        since.set(scheduler.now());
        for (int zone = 0; zone < left.length(); zone++) {
            schedule(zone);
        }
    }

    private void schedule(int zone) {
        double ticks = left.get(zone) / ratePerTick.get(); // infinite at rate 0
        boolean comes = ticks < end - scheduler.now();
        long handle = comes
                ? scheduler.schedule(scheduler.now() + Times.ticks(ticks, 1), kind, zone, numbers.get(zone))
                : NEVER;
        handles.set(zone, handle);
    }

    /** Updates the remainder of each exponential; rounding to ticks may have spent a little too much. */
    private void reckon() {
        double spent = ratePerTick.get() * (scheduler.now() - since.get());
        for (int zone = 0; zone < left.length(); zone++) {
            left.set(zone, Math.max(0, left.get(zone) - spent));
        }
        since.set(scheduler.now());
    }

    private void onMove() {
        reckon();
        for (int zone = 0; zone < handles.length(); zone++) {
            scheduler.cancel(handles.get(zone));
        }
        scheduleAll();
    }

    private int onEvent(long time, int zone, int number) {
        reckon();
        numbers.set(zone, number + 1);
        left.set(zone, gaps.exponential(zone, number + 1));
        schedule(zone);
        return handler.on(zone, number);
    }
}
