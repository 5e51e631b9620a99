package dev.borderline.observe;

import dev.borderline.model.Signals;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.Step.Heard;
import dev.borderline.random.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happens to one household in a run, event by event, with the signals, draws and figures of each. A probe: nothing
 * is stored beforehand, the run is made again and one household listened to.
 */
public final class Diary implements Probe {
    private static final Set<String> OF_NEEDS = Set.of(Signals.NEED_ARISEN, Signals.CONTACT_COMPLETED);
    private static final Set<String> OF_CALLS = Set.of(
            Signals.CALL_PLANNED,
            Signals.SESSION_STARTED,
            Signals.SESSION_ENDED,
            Signals.SESSION_LOCATED,
            Signals.PURSUIT_REACHED,
            Signals.PURSUIT_MISSED);
    private static final Set<String> OF_CASES =
            Set.of(Signals.ARRESTED, Signals.BRIBE_PAID, Signals.CASE_FORMAL, Signals.RELEASED, Signals.CASE_CLOSED);
    private static final int ABSENT = -1;

    private final long id;
    private final List<Step> steps = new ArrayList<>();
    private final List<Hearing.Moved> moves = new ArrayList<>();
    private final List<Heard> pending = new ArrayList<>();
    private @Nullable RunView heard;
    private long begun;
    private int place = ABSENT;
    private @Nullable HouseholdFacts start;

    /** The diary of the household with this lasting number. */
    public Diary(long id) {
        this.id = id;
    }

    @Override
    public void attach(Hearing hearing) {
        RunView run = hearing.run();
        heard = run;
        if (id >= 0 && id < run.households() && run.householdId((int) id) == id) {
            find((int) id, run);
        }
        for (String signal : Signals.NAMES) {
            hearing.onSignal(signal, (household, detail) -> onSignal(run, signal, household, detail));
        }
        hearing.onDraw(draw -> {
            if (draw.kind().equals(SubjectKind.HOUSEHOLD) && draw.subject() == id) {
                pending.add(new Heard.Drawn(draw));
            }
        });
        hearing.onFigure(figure -> {
            if (figure.household() == place) {
                pending.add(new Heard.Weighed(figure));
            }
        });
        hearing.onMove(moves::add);
        Set<String> ofHouseholds = new TreeSet<>(hearing.householdEvents());
        hearing.onEvent(event -> onEvent(run, event, ofHouseholds));
    }

    /** Begins the diary anew, at the present of its run: what was heard so far is forgotten. */
    public void begin() {
        if (heard == null) {
            throw new IllegalStateException("the diary listens to no run yet");
        }
        begun = heard.time();
        steps.clear();
        moves.clear();
        pending.clear();
        for (int household = 0; household < heard.households(); household++) {
            if (heard.householdId(household) == id) {
                find(household, heard);
            }
        }
    }

    private void find(int household, RunView run) {
        place = household;
        start = run.household(household);
    }

    private void onSignal(RunView run, String signal, int household, int detail) {
        if (place == ABSENT && signal.equals(Signals.HOUSEHOLD_BORN) && run.householdId(household) == id) {
            find(household, run);
        }
        if (household == place) {
            pending.add(new Heard.Told(
                    signal,
                    detail,
                    OF_NEEDS.contains(signal) ? run.need(household, detail) : null,
                    OF_CALLS.contains(signal) ? run.call(detail) : null,
                    OF_CASES.contains(signal) ? run.caseFile(detail) : null));
        }
    }

    private void onEvent(RunView run, Hearing.Event event, Set<String> ofHouseholds) {
        boolean own = event.subject() == place && ofHouseholds.contains(event.kind());
        if (place != ABSENT && (own || !pending.isEmpty())) {
            steps.add(new Step(
                    event.time(), event.kind(), event.occurrence(), event.outcome(), run.household(place), pending));
        }
        pending.clear();
    }

    /** The household's lasting number. */
    public long id() {
        return id;
    }

    /** Time at which the diary begins, in ticks since the start of the run. */
    public long begun() {
        return begun;
    }

    /** The household when the diary began, or when it formed; null if it never was there. */
    public @Nullable HouseholdFacts start() {
        return start;
    }

    /** Its events, in their order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** All changes of levers, in their order. */
    public List<Hearing.Moved> moves() {
        return List.copyOf(moves);
    }
}
