package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Calls;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.Aftermath;
import dev.borderline.model.Ports.Pursuit;
import dev.borderline.model.Rule;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Inversion;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.Ints;

/**
 * M07, teams: each border zone has n teams. A pursuit of a located session holds one for a log-normal time; where none is
 * free there is no pursuit (Erlang's loss system). Less than one team is refused: it would pursue nobody. A free team reaches the caller with probability {@code reach × √(n/n0)}, at
 * most 1. Where a share of the people is simulated a pursuit holds its team as many times longer: the share of pursuits lost
 * depends on load and teams alone.
 *
 * <p>Draws, by household and need: {@code teams.reached}, {@code teams.pursuit}.
 */
final class Teams {
    /** Parameters that a scenario sets. */
    @Rule(
            kind = Rule.Kind.NONE_OR_ONE,
            components = {"teams"})
    public record Params(
            @Input(
                    what = "Response teams per border zone",
                    unit = "teams",
                    max = 1e6,
                    source = "P82",
                    lever = "surveillance.teams")
            Lever teams,

            @Input(
                    what = "Chance that a free team reaches a located caller, at the reference number of teams",
                    unit = "1",
                    max = 1,
                    source = "P33",
                    lever = "surveillance.reach_probability")
            Lever reachProbability,

            @Input(
                    what = "Number of teams at which the reach probability holds as given",
                    unit = "teams",
                    min = 0.1,
                    max = 1e6,
                    source = "P82")
            double referenceTeams,

            @Input(what = "Mean time a pursuit holds a team", unit = "hours", min = 0.001, max = 1e4, source = "P83")
            double pursuitHoursMean,

            @Input(what = "Log standard deviation of that time", unit = "1", max = 3, source = "Q22")
            double pursuitSigma) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("teams", Params.class, Teams::new);

    private static final double UNKNOWN = -1;

    private final Params params;
    private final Wiring wiring;
    private final Calls calls;
    private final Lever teams;
    private final Lever reach;
    private final Port<Aftermath> aftermath;
    private final DrawSite reached;
    private final HouseholdDraws pursuitTimes;
    private final Count pursuits;
    private final Count noTeamFree;
    private final Signal reachedSignal;
    private final Signal missedSignal;
    private final int back;
    private final Ints busy; // teams in pursuit, by zone
    private final double hoursMean; // longer where some people are simulated, so that the load on a team is that of all
    private final DoubleCell reachProbability; // until asked for after a move of its levers

    private Teams(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        calls = wiring.calls();
        teams = params.teams();
        reach = params.reachProbability();
        aftermath = wiring.port(Aftermath.class, call -> 0);
        reached = wiring.chance("teams.reached");
        pursuitTimes = wiring.draws("teams.pursuit");
        pursuits = wiring.enforcement(MeasureGroup.ARRESTS)
                .count("pursuits", "pursuits", "Located sessions pursued by a team");
        noTeamFree = wiring.enforcement(MeasureGroup.ARRESTS)
                .count("no_team_free", "sessions", "Located sessions not pursued because no team was free");
        reachedSignal = wiring.signal(Signals.PURSUIT_REACHED);
        missedSignal = wiring.signal(Signals.PURSUIT_MISSED);
        back = wiring.scheduler().kind("teams.back", Phase.MODEL, this::onBack);
        busy = wiring.state().ints("teams.busy", wiring.zoneCount(), 0);
        hoursMean = params.pursuitHoursMean() * wiring.households().peoplePerSimulated();
        reachProbability = wiring.state().doubleCell("teams.reach_probability", UNKNOWN);
        teams.onMove(() -> reachProbability.set(UNKNOWN));
        reach.onMove(() -> reachProbability.set(UNKNOWN));
        wiring.provide(Pursuit.class, new Reach());
        wiring.signal(Signals.SESSION_LOCATED).listen(this::onLocated);
    }

    private double reachProbability() {
        if (reachProbability.get() == UNKNOWN) {
            reachProbability.set(Math.min(1, reach.value() * StrictMath.sqrt(teams.value() / params.referenceTeams())));
        }
        return reachProbability.get();
    }

    private final class Reach implements Pursuit {
        @Override
        public double reachProbability() {
            return Teams.this.reachProbability();
        }

        @Override
        public double reachProbability(int zone) {
            return isFree(zone) ? reachProbability() : 0;
        }
    }

    private boolean isFree(int zone) {
        return busy.get(zone) + 1 <= teams.value();
    }

    private void onLocated(int household, int call) {
        int zone = calls.zone(call);
        if (!isFree(zone)) {
            noTeamFree.add(household);
            if (wiring.figures().heard()) {
                wiring.figures().tell(household, "teams.busy_teams", busy.get(zone));
            }
            missedSignal.emit(household, call);
            return;
        }
        pursue(household, call, zone);
        double probability = reachProbability();
        boolean isReached = reached.occurs(household, calls.need(call), probability);
        wiring.arrests().expected().drawn(household, aftermath.get().arrestsByReach(call), probability, isReached);
        if (isReached) {
            reachedSignal.emit(household, call);
        } else {
            missedSignal.emit(household, call);
        }
    }

    private void pursue(int household, int call, int zone) {
        busy.add(zone, 1);
        pursuits.add(household);
        double u = pursuitTimes.uniform(household, calls.need(call));
        double hours = Inversion.logNormal(u, hoursMean, params.pursuitSigma());
        wiring.scheduler().post(wiring.scheduler().now() + Times.ticks(hours, Times.HOUR), back, household, zone);
    }

    private int onBack(long time, int household, int zone) {
        busy.add(zone, -1);
        return 0;
    }
}
