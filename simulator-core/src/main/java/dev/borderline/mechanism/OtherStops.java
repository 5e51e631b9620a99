package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Arrests;
import dev.borderline.model.Households;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Sentencing;
import dev.borderline.model.Ports.Settling;
import dev.borderline.model.Ports.Stage;
import dev.borderline.model.Wiring;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.Ints;

/**
 * Stops of households that are not simulated, for the memory of officers. Each is imitated by a simulated household drawn at
 * random, which pays what it would pay at each stage of a case; terms are of mean length. Nobody is taken and nothing counted.
 *
 * <p>Draws: {@code stops.others} by zone: of a day (sub-draw 0) how many; of each other (1 to 6) who, whether framed, whether he
 * settles at each stage, and the sentence.
 */
final class OtherStops {
    /** Officers' memory of a border zone. */
    interface Memory {
        /** A stop. */
        void stopped(int zone);

        /** A bribe over a stop. */
        void paid(int zone, double usd);
    }

    private static final int HOW_MANY = 0; // sub-draws
    private static final int WHO = 1;
    private static final int FRAMED = 2;
    private static final int SENTENCE = 3;
    private static final int SETTLES = 4; // and those after it, by stage
    private static final int MOST_USD = 8_000_000; // an event carries 23 bits

    private final Wiring wiring;
    private final Households households;
    private final Arrests arrests;
    private final Memory memory;
    private final Port<Settling> settling;
    private final Port<Sentencing> sentencing;
    private final Draws draws;
    private final Ints others; // so far, by zone
    private final int later;

    OtherStops(Wiring wiring, Memory memory) {
        this.wiring = wiring;
        this.memory = memory;
        households = wiring.households();
        arrests = wiring.arrests();
        settling = wiring.port(Settling.class);
        sentencing = wiring.port(Sentencing.class);
        draws = wiring.draws("stops.others", SubjectKind.ZONE);
        others = wiring.state().ints("stops.others", wiring.zoneCount(), 0);
        later = wiring.scheduler().kind("stops.other_bribe", Phase.MODEL, this::onPaid);
    }

    /**
     * The stops of a day.
     *
     * @param number of the day
     * @param ratePerYear at which each household of the zone is stopped
     * @param falseAccusation probability that a fruitless stop frames the household
     */
    void onDay(int zone, int number, double ratePerYear, double falseAccusation) {
        int notSimulated = (int) StrictMath.rint(households.size() * (households.peoplePerSimulated() - 1));
        if (notSimulated == 0 || ratePerYear == 0) {
            return;
        }
        double today = -StrictMath.expm1(-ratePerYear / Times.DAYS_PER_YEAR);
        int inAnyZone = Inversion.binomial(draws.uniform(zone, number, HOW_MANY), notSimulated, today);
        for (int i = 0; i < inAnyZone; i++) {
            others.add(zone, 1);
            int other = others.get(zone);
            int household = (int) (draws.uniform(zone, other, WHO) * households.size());
            if (households.zone(household) == zone && arrests.canArrest(household)) {
                memory.stopped(zone);
                if (households.ownsHandset(household) || draws.bernoulli(zone, other, FRAMED, falseAccusation)) {
                    take(zone, household, other);
                }
            }
        }
    }

    private void take(int zone, int household, int other) {
        double pretrial = sentencing.get().pretrialYears();
        if (settles(zone, household, other, Stage.STREET, 0, 0)
                || settles(zone, household, other, Stage.INVESTIGATION, 0, pretrial)) {
            return;
        }
        int kind = sentence(arrests.ownAggravation(household), draws.uniform(zone, other, SENTENCE));
        if (kind < Sentencing.KINDS) {
            double term = sentencing.get().meanYears(kind);
            double served = term * sentencing.get().earlyReleaseAtShare(kind);
            settles(zone, household, other, Stage.EARLY_RELEASE, term - served, pretrial + served);
        }
    }

    private int sentence(int aggravation, double u) {
        double left = u;
        int kind = 0;
        while (kind < Sentencing.KINDS && left >= sentencing.get().share(kind, aggravation)) {
            left -= sentencing.get().share(kind, aggravation);
            kind++;
        }
        return kind;
    }

    /** True if the two come to terms; the bribe is paid in so many years, then in whole dollars. */
    private boolean settles(int zone, int household, int other, Stage stage, double remainingYears, double inYears) {
        int aggravation = arrests.ownAggravation(household);
        double u = draws.uniform(zone, other, SETTLES + stage.ordinal());
        double usd = settling.get().bribeUsd(household, stage, aggravation, remainingYears, u);
        if (inYears == 0) {
            memory.paid(zone, usd);
        } else if (usd > 0) {
            long time = wiring.scheduler().now() + Times.ticks(inYears, Times.YEAR);
            wiring.scheduler().post(time, later, zone, (int) Math.min(MOST_USD, StrictMath.rint(usd)));
        }
        return usd > 0;
    }

    private int onPaid(long time, int zone, int usd) {
        memory.paid(zone, usd);
        return 0;
    }
}
