package dev.borderline.measure;

import dev.borderline.measure.Recorder.Membership;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;

/**
 * Number at once, and the greatest number so far (peak). The peak is kept of everyone in each calendar year, each month where
 * they are asked for and over the run, of each zone and of each wealth fifth over the run. Who moves to another zone is taken out
 * before and put in again afterwards.
 */
public final class Peak implements Recorder.Row {
    private final Membership households;
    private final Margins slots;
    private final long[] now; // by slot; that of a year is not used
    private final long[] greatest; // by slot
    private final long[] greatestByMonth;
    private int year;
    private int month;

    Peak(Membership households, Margins slots, int months) {
        this.households = households;
        this.slots = slots;
        greatestByMonth = new long[months];
        now = new long[slots.count()];
        greatest = new long[slots.count()];
    }

    /** One more, of this household. */
    public void add(int household) {
        rise(slots.zone(households.zone(household)));
        rise(slots.fifth(households.fifth(household)));
        rise(slots.whole());
        greatest[year] = Math.max(greatest[year], now[slots.whole()]);
        if (greatestByMonth.length > 0) {
            greatestByMonth[month] = Math.max(greatestByMonth[month], now[slots.whole()]);
        }
    }

    private void rise(int slot) {
        now[slot]++;
        greatest[slot] = Math.max(greatest[slot], now[slot]);
    }

    /** One less. */
    public void remove(int household) {
        now[slots.zone(households.zone(household))]--;
        now[slots.fifth(households.fifth(household))]--;
        now[slots.whole()]--;
    }

    /** Number now. */
    public long now() {
        return now[slots.whole()];
    }

    @Override
    public void enterYear(int entered) {
        year = slots.year(entered);
        greatest[year] = now();
    }

    @Override
    public void enterMonth(int entered) {
        month = entered;
        greatestByMonth[month] = now();
    }

    @Override
    public long[] cells() {
        return greatest.clone();
    }

    @Override
    public long[] months() {
        return greatestByMonth.clone();
    }

    @Override
    public void save(StateWriter out) {
        out.int32(year);
        out.int32(month);
        out.int64s(now, now.length);
        out.int64s(greatest, greatest.length);
        out.int64s(greatestByMonth, greatestByMonth.length);
    }

    @Override
    public void load(StateReader in) {
        year = in.int32();
        month = in.int32();
        in.int64s(now, now.length);
        in.int64s(greatest, greatest.length);
        in.int64s(greatestByMonth, greatestByMonth.length);
    }
}
