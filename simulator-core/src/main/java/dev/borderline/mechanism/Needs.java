package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.AttributeCache;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.random.Inversion;
import dev.borderline.random.QuantileBounds;
import dev.borderline.random.QuantileTable;
import dev.borderline.state.IntLists;
import dev.borderline.state.LongCell;
import dev.borderline.state.Longs;
import dev.borderline.text.Numbers;

/**
 * M03, needs: wishes for contact come to household i as a Poisson process of rate ν_i, gamma over households. No policy
 * shifts them: they are the unit of pairing between arms, and their number goes on through detention, so that two arms meet
 * again after a release. A need of a household that is held or gone lapses.
 *
 * <p>A column holds the time of each household's next need. Once a month all are looked through, and those of the month put
 * down in a diary; every two hours those of the page are made pending. So the agenda stays small, whatever the number of
 * households, and the rows of those who are next lie in the processor's cache.
 * The value of a need is log-normal with the mean of {@link dev.borderline.model.Calling#valueMeanUsd}.
 *
 * <p>Draws, by household: {@code needs.rate} (0), {@code needs.gap}, {@code needs.value}, {@code needs.money} (need number).
 */
final class Needs {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(what = "Mean need rate over households", unit = "1/year", min = 0, max = 100, source = "P74")
            double rateMeanPerYear,

            @Input(what = "Gamma shape of need rates over households", unit = "1", min = 0.1, max = 50, source = "P75")
            double rateShape,

            @Input(what = "Log standard deviation of the value of a need", unit = "1", max = 4, source = "P76")
            double valueSigma,

            @Input(what = "Probability that a need is for money", unit = "1", max = 1, source = "P77")
            double moneyProbability,

            @Input(
                    what = "Needs over which money lasts: so many after one for money, none is",
                    unit = "needs",
                    max = 50,
                    source = "Q96")
            int moneyLastsNeeds) {
        public Params {
            if (moneyProbability * (1 + moneyLastsNeeds) > 1) {
                throw new IllegalArgumentException("money_probability is " + Numbers.file(moneyProbability)
                        + " and money_lasts_needs " + moneyLastsNeeds + ": at most one need in " + (1 + moneyLastsNeeds)
                        + " can be for money");
            }
        }
    }

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("needs", Params.class, Needs::new);

    private static final int MET_OR_WEIGHED = 0;
    private static final int LAPSED = 1;
    private static final int NUMBER_BITS = 23; // as many as an event's occurrence has
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final long NEVER = -1L >>> NUMBER_BITS; // 69 years, beyond the end of any run

    private static final long PAGE_TICKS = 2 * Times.HOUR;
    private static final int PAGES = 30 * 12; // of the diary: a month

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final NeedLedger ledger;
    private final Signal arisen;
    private final HouseholdDraws rates;
    private final HouseholdDraws gaps;
    private final HouseholdDraws values;
    private final MoneyNeeds moneyNeeds;
    private final QuantileTable frailty;
    private final double valueMeanUsd;
    private final QuantileBounds valueBounds;
    private final int arise;
    private final int page;
    private final HouseholdTable.Longs next; // time of the next need in ticks, and its number
    private final AttributeCache.Attribute ratePerYear;
    private final IntLists diary; // who has a need in which two hours of the month
    private final Longs coming; // needs of the page in hand
    private final LongCell pageEnd;
    private final LongCell windowEnd;

    private Needs(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        ledger = wiring.needs();
        arisen = wiring.signal(Signals.NEED_ARISEN);
        rates = wiring.draws("needs.rate");
        gaps = wiring.draws("needs.gap");
        values = wiring.draws("needs.value");
        moneyNeeds = new MoneyNeeds(wiring.draws("needs.money"), params.moneyProbability(), params.moneyLastsNeeds());
        frailty = wiring.gammaOfMeanOne(params.rateShape());
        valueMeanUsd = wiring.calling().valueMeanUsd();
        valueBounds = QuantileBounds.of(this::valueUsd);
        page = wiring.scheduler().kind("needs.page", Phase.MODEL, this::onPage);
        arise = wiring.householdEvent("needs.arise", this::onNeed);
        next = wiring.rows().longs();
        diary = wiring.state().intLists("needs.diary", PAGES);
        coming = wiring.state().longs("needs.coming", 0);
        pageEnd = wiring.state().longCell("needs.page_end", 0);
        windowEnd = wiring.state().longCell("needs.window_end", 0);
        ratePerYear = wiring.remembered().attribute(this::drawRatePerYear);
        wiring.provide(NeedView.class, new View());
        wiring.signal(Signals.HOUSEHOLD_BORN)
                .listen((household, unused) -> prepareNext(wiring.scheduler().now(), household, 0));
        wiring.onStart(this::start);
        wiring.invariant("needs = their ends + those still open", () -> ledger.open() >= 0);
    }

    /** Content of a need, from its draws. */
    private final class View implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return Needs.this.valueUsd(values.uniform(household, need));
        }

        @Override
        public double valueAtLeastUsd(int household, int need) {
            return valueBounds.atLeast(values.uniform(household, need));
        }

        @Override
        public boolean forMoney(int household, int need) {
            return moneyNeeds.isOne(household, need);
        }
    }

    private double valueUsd(double u) {
        return Inversion.logNormal(u, valueMeanUsd, params.valueSigma());
    }

    private void start() {
        for (int household = 0; household < households.size(); household++) {
            next.set(household, packed(gap(household, 0), 0));
        }
        wiring.scheduler().post(0, page, 0, 0);
    }

    /** Ticks from one need to the next; beyond the end of any run where the rate is next to nothing. */
    private long gap(int household, int number) {
        double ticks = gaps.exponential(household, number) / ratePerYear.of(household) * Times.YEAR;
        return ticks < wiring.end() ? Times.ticks(ticks, 1) : NEVER;
    }

    private double drawRatePerYear(int household) {
        return params.rateMeanPerYear() * frailty.value(rates.uniform(household, 0));
    }

    private int onPage(long time, int subject, int number) {
        if (time == windowEnd.get()) {
            windowEnd.set(time + PAGES * PAGE_TICKS);
            for (int household = 0; household < households.size(); household++) {
                note(household, time(next.get(household)));
            }
        }
        pageEnd.set(time + PAGE_TICKS);
        postPage(number % PAGES);
        if (pageEnd.get() < wiring.end()) {
            wiring.scheduler().post(pageEnd.get(), page, 0, number + 1);
        }
        return 0;
    }

    /** Looks all of them up first. Of a country's rows none is in the cache, and many are so fetched at a time. */
    private void postPage(int today) {
        int size = diary.size(today);
        coming.grow(size, 0);
        for (int i = 0; i < size; i++) {
            coming.set(i, next.get(diary.get(today, i)));
        }
        for (int i = 0; i < size; i++) {
            long need = coming.get(i);
            wiring.scheduler().post(time(need), arise, diary.get(today, i), (int) (need & NUMBER_MASK));
        }
        diary.clear(today);
    }

    private void note(int household, long time) {
        if (time < windowEnd.get()) {
            diary.add((int) (time / PAGE_TICKS % PAGES), household);
        }
    }

    private int onNeed(long time, int household, int number) {
        prepareNext(time, household, number + 1);
        ledger.arisen(household);
        if (!wiring.arrests().atLarge(household)) {
            ledger.lapsed(household);
            return LAPSED;
        }
        arisen.emit(household, number);
        return MET_OR_WEIGHED;
    }

    private void prepareNext(long time, int household, int number) {
        long nextTime = Math.min(NEVER, time + gap(household, number));
        next.set(household, packed(nextTime, number));
        if (nextTime < pageEnd.get()) {
            wiring.scheduler().post(nextTime, arise, household, number);
        } else {
            note(household, nextTime);
        }
    }

    private static long packed(long time, int number) {
        return time << NUMBER_BITS | number;
    }

    private static long time(long packed) {
        return packed >>> NUMBER_BITS;
    }
}
