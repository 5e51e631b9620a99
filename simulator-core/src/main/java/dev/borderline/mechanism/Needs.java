package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Households;
import dev.borderline.model.Input;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Times;
import dev.borderline.model.Wiring;
import dev.borderline.random.Inversion;
import dev.borderline.random.QuantileTable;
import java.util.Arrays;

/**
 * M03, needs: wishes for contact come to household i as a Poisson process of rate ν_i, gamma over households. No policy
 * shifts them: they are the unit of pairing between arms, and their number goes on through detention, so that two arms meet
 * again after a release. A need of a household that is held or gone lapses.
 *
 * <p>Only the needs of the next month are pending; a column holds the time of each household's next one. The value of a need
 * is log-normal with the mean of {@link dev.borderline.model.Calling#valueMeanUsd}.
 *
 * <p>Draws, by household: {@code needs.rate} (0), {@code needs.gap}, {@code needs.value}, {@code needs.money} (need number).
 */
public final class Needs {
    /** What a scenario sets. */
    public record Params(
            @Input(what = "Mean need rate over households", unit = "1/year", min = 0, max = 100, source = "P74")
            double rateMeanPerYear,

            @Input(what = "Gamma shape of need rates over households", unit = "1", min = 0.05, max = 50, source = "P75")
            double rateShape,

            @Input(what = "Log standard deviation of the value of a need", unit = "1", max = 4, source = "P76")
            double valueSigma,

            @Input(what = "Probability that a need is for money", unit = "1", max = 1, source = "P77")
            double moneyProbability) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("needs", Params.class, Needs::new);

    private static final int MET_OR_WEIGHED = 0;
    private static final int LAPSED = 1;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final NeedLedger ledger;
    private final Signal arisen;
    private final HouseholdDraws rates;
    private final HouseholdDraws gaps;
    private final HouseholdDraws values;
    private final HouseholdDraws money;
    private final QuantileTable frailty;
    private final double valueMeanUsd;
    private final int arise;
    private final int window;
    private long[] nextTime; // ticks
    private int[] nextNumber;
    private long windowEnd;

    private Needs(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        ledger = wiring.needs();
        arisen = wiring.signal(Signals.NEED_ARISEN);
        rates = wiring.draws("needs.rate");
        gaps = wiring.draws("needs.gap");
        values = wiring.draws("needs.value");
        money = wiring.draws("needs.money");
        frailty = wiring.gammaOfMeanOne(params.rateShape());
        valueMeanUsd = wiring.calling().valueMeanUsd();
        window = wiring.loop().kind("needs.window", Phase.MODEL, this::onWindow);
        arise = wiring.loop().kind("needs.arise", Phase.MODEL, this::onNeed);
        nextTime = new long[wiring.column(length -> nextTime = Arrays.copyOf(nextTime, length))];
        nextNumber = new int[wiring.column(length -> nextNumber = Arrays.copyOf(nextNumber, length))];
        wiring.provide(NeedView.class, new View());
        wiring.signal(Signals.HOUSEHOLD_BORN)
                .listen((household, unused) -> prepareNext(wiring.loop().now(), household, 0));
        wiring.onStart(this::start);
        wiring.invariant("needs = their ends + those still open", () -> ledger.open() >= 0);
    }

    /** What a need is about, from its draws. */
    private final class View implements NeedView {
        @Override
        public double valueUsd(int household, int need) {
            return Inversion.logNormal(values.uniform(household, need), valueMeanUsd, params.valueSigma());
        }

        @Override
        public boolean forMoney(int household, int need) {
            return money.bernoulli(household, need, params.moneyProbability());
        }
    }

    private void start() {
        for (int household = 0; household < households.size(); household++) {
            nextTime[household] = gap(household, 0);
        }
        wiring.loop().post(0, window, 0, 0);
    }

    /** Ticks from one need to the next; beyond the end of any run where the rate is next to nothing. */
    private long gap(int household, int number) {
        double ratePerYear = params.rateMeanPerYear() * frailty.value(rates.uniform(household, 0));
        double ticks = gaps.exponential(household, number) / ratePerYear * Times.YEAR;
        return ticks < wiring.end() ? Times.ticks(ticks, 1) : NEVER;
    }

    private int onWindow(long time, int subject, int number) {
        windowEnd = time + Times.MONTH;
        for (int household = 0; household < households.size(); household++) {
            if (nextTime[household] < windowEnd) {
                wiring.loop().post(nextTime[household], arise, household, nextNumber[household]);
            }
        }
        if (windowEnd < wiring.end()) {
            wiring.loop().post(windowEnd, window, 0, number + 1);
        }
        return 0;
    }

    private int onNeed(long time, int household, int number) {
        prepareNext(time, household, number + 1);
        ledger.arisen(household);
        if (!wiring.arrests().canArrest(household)) {
            ledger.lapsed(household);
            return LAPSED;
        }
        arisen.emit(household, number);
        return MET_OR_WEIGHED;
    }

    private void prepareNext(long time, int household, int number) {
        nextNumber[household] = number;
        nextTime[household] = time + gap(household, number);
        if (nextTime[household] < windowEnd) {
            wiring.loop().post(nextTime[household], arise, household, number);
        }
    }
}
