package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Calls;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.Belief;
import dev.borderline.model.ReferenceRisk;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.state.Doubles;
import dev.borderline.state.IntCell;
import dev.borderline.state.Ints;
import dev.borderline.state.StateRegistry;
import dev.borderline.state.Table;

/**
 * M14, beliefs: the risk per reference session as a Beta variable. The prior mean moves with the levers, {@code min(cap,
 * overstatement × π)}; what a household learnt itself and what it hears are added as pseudo-sessions and decay towards the
 * prior: an uneventful session adds 1 to b, an arrest 1 to a; each day the zone's arrests and other sessions of the day before
 * add their number per household times the weight of news. Without decay and news the mean is {@code (a0 + k)/(n0 + n)}.
 *
 * <p>Decay is lazy: a household's own numbers are brought forward when they are touched, the news stand once for a zone. No
 * draws.
 */
final class Beliefs {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Pseudo-sessions in the prior belief",
                    unit = "sessions",
                    min = 0.01,
                    max = 1e6,
                    source = "P62")
            double priorWeight,

            @Input(what = "Weight of news against own experience", unit = "1", max = 10, source = "P63")
            double newsWeight,

            @Input(what = "Decay of what was learnt towards the prior", unit = "1/year", max = 100, source = "P64")
            double decayPerYear,

            @Input(what = "Believed over true risk in the prior", unit = "1", max = 100, source = "P65")
            double overstatement,

            @Input(what = "Greatest prior mean", unit = "1", max = 0.99, source = "Q35")
            double priorCap) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("beliefs", Params.class, Beliefs::new);

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final Calls calls;
    private final ReferenceRisk risk;
    private final Table decay; // factor after so many days
    private final HouseholdTable.Floats ownArrests; // pseudo-sessions as of touchedDay
    private final HouseholdTable.Floats ownQuiet;
    private final HouseholdTable.Shorts touchedDay;
    private final Doubles newsArrests; // pseudo-sessions as of today, by zone
    private final Doubles newsQuiet;
    private final Ints arrestsToday;
    private final Ints sessionsToday;
    private final Ints householdsInZone;
    private final int day;
    private final IntCell today;

    private Beliefs(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        calls = wiring.calls();
        risk = wiring.risk();
        decay = Table.of(
                (int) (wiring.end() / Times.DAY) + 2,
                days -> StrictMath.exp(-params.decayPerYear() * days / Times.DAYS_PER_YEAR));
        ownArrests = wiring.rows().floats();
        ownQuiet = wiring.rows().floats();
        touchedDay = wiring.rows().shorts();
        StateRegistry state = wiring.state();
        newsArrests = state.doubles("beliefs.news_arrests", wiring.zoneCount(), 0);
        newsQuiet = state.doubles("beliefs.news_quiet", wiring.zoneCount(), 0);
        arrestsToday = state.ints("beliefs.arrests_today", wiring.zoneCount(), 0);
        sessionsToday = state.ints("beliefs.sessions_today", wiring.zoneCount(), 0);
        householdsInZone = state.ints("beliefs.households_in_zone", wiring.zoneCount(), 0);
        today = state.intCell("beliefs.today", 0);
        day = wiring.scheduler().kind("beliefs.day", Phase.MODEL, this::onDay);
        wiring.provide(Belief.class, new View());
        wiring.signal(Signals.SESSION_ENDED).listen(this::onSessionEnd);
        wiring.signal(Signals.ARRESTED).listen((household, slot) -> onArrest(household));
        wiring.signal(Signals.HOUSEHOLD_BORN)
                .listen((household, unused) -> householdsInZone.add(households.zone(household), 1));
        wiring.signal(Signals.HOUSEHOLD_GONE)
                .listen((household, unused) -> householdsInZone.add(households.zone(household), -1));
        wiring.onStart(this::start);
    }

    private final class View implements Belief {
        @Override
        public double arrestProbability(int household) {
            double kept = decay.get(today.get() - touchedDay.get(household));
            int zone = households.zone(household);
            double arrests = newsArrests.get(zone) + ownArrests.get(household) * kept;
            double quiet = newsQuiet.get(zone) + ownQuiet.get(household) * kept;
            double weight = params.priorWeight();
            return (weight * priorArrestProbability() + arrests) / (weight + arrests + quiet);
        }

        @Override
        public double priorArrestProbability() {
            return Math.min(params.priorCap(), params.overstatement() * risk.arrestProbability());
        }
    }

    private void start() {
        for (int household = 0; household < households.size(); household++) {
            householdsInZone.add(households.zone(household), 1);
        }
        wiring.scheduler().post(Times.DAY, day, 0, 1);
    }

    private int onDay(long time, int subject, int number) {
        today.set(number);
        for (int zone = 0; zone < newsArrests.length(); zone++) {
            double perEvent = householdsInZone.get(zone) == 0 ? 0 : params.newsWeight() / householdsInZone.get(zone);
            int quiet = Math.max(0, sessionsToday.get(zone) - arrestsToday.get(zone));
            newsArrests.set(zone, newsArrests.get(zone) * decay.get(1) + perEvent * arrestsToday.get(zone));
            newsQuiet.set(zone, newsQuiet.get(zone) * decay.get(1) + perEvent * quiet);
            arrestsToday.set(zone, 0);
            sessionsToday.set(zone, 0);
        }
        wiring.scheduler().post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    private void onSessionEnd(int household, int call) {
        sessionsToday.add(households.zone(household), 1);
        if (!calls.cutOff(call)) {
            bringForward(household);
            ownQuiet.set(household, ownQuiet.get(household) + 1);
        }
    }

    private void onArrest(int household) {
        arrestsToday.add(households.zone(household), 1);
        bringForward(household);
        ownArrests.set(household, ownArrests.get(household) + 1);
    }

    private void bringForward(int household) {
        float kept = (float) decay.get(today.get() - touchedDay.get(household));
        ownArrests.set(household, ownArrests.get(household) * kept);
        ownQuiet.set(household, ownQuiet.get(household) * kept);
        touchedDay.set(household, today.get());
    }
}
