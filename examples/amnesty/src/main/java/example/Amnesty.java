package example;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Schedule;
import java.time.LocalDate;
import java.util.List;

// snippet: amnesty
/**
 * An amnesty in dated windows. An owner of a handset decides, once a window, whether to hand it in, and does so on some moment of the
 * window. From then on nobody arrests the household, until it gets another handset.
 *
 * <p>Draws, by household and number of the window: {@code amnesty.hands_in}, {@code amnesty.when}.
 */
final class Amnesty {
    /** Parameters that a scenario sets. */
    record Params(
            @Input(
                    what = "Chance that an owner hands the handset in during a window",
                    unit = "1",
                    max = 1,
                    source = "made up for the example",
                    lever = "amnesty.hand_in_share")
            Lever handInShare) {}

    /**
     * Days on which handsets are taken without questions.
     *
     * @param first first day
     * @param last last day
     */
    record Window(LocalDate first, LocalDate last) {}

    private static final int TOO_LATE = 1;

    private final Wiring wiring;
    private final Households households;
    private final List<Window> windows;
    private final Lever share;
    private final DrawSite handsIn;
    private final HouseholdDraws when;
    private final Count handedIn;
    private final HouseholdTable.Flags leftAlone;
    private final Signal given;
    private final int handing;

    /** The mechanism with these windows. They are part of its version: runs with others are other runs. */
    static Mechanism<Params> in(Window... windows) {
        StringBuilder version = new StringBuilder("1");
        for (Window window : windows) {
            version.append(':').append(window.first()).append('/').append(window.last());
        }
        return new Mechanism<>("amnesty", Params.class, (params, wiring) -> new Amnesty(List.of(windows), params, wiring))
                .version(version.toString());
    }

    private Amnesty(List<Window> windows, Params params, Wiring wiring) {
        this.windows = windows;
        this.wiring = wiring;
        households = wiring.households();
        share = params.handInShare();
        handsIn = wiring.chance("amnesty.hands_in");
        when = wiring.draws("amnesty.when");
        handedIn = wiring.neutral(MeasureGroup.BROKERS)
                .count("amnesty_handsets", "handsets", "Handsets handed in under the amnesty");
        leftAlone = wiring.rows().flags();
        given = wiring.newSignal("amnesty.handed_in");
        handing = wiring.householdEvent("amnesty.hand_in", this::onHandIn);
        LocalDate[] firstDays = windows.stream().map(Window::first).toArray(LocalDate[]::new);
        wiring.onDays("amnesty.window", Schedule.on(firstDays), this::onWindow);
        wiring.arrests().exempt(leftAlone::get);
        wiring.signal(Signals.HANDSET_GOT).listen((household, request) -> leftAlone.set(household, false));
    }

    private void onWindow(int number) {
        Window window = windows.get(number);
        long opens = wiring.scheduler().now();
        long length = wiring.period().timeMs(window.last().plusDays(1)) - opens;
        for (int household = 0; household < households.size(); household++) {
            if (households.ownsHandset(household) && handsIn.occurs(household, number, share.value())) {
                long time = opens + (long) (when.uniform(household, number) * length);
                wiring.scheduler().post(time, handing, household, number);
            }
        }
    }

    private int onHandIn(long time, int household, int number) {
        if (!wiring.arrests().atLarge(household) || !households.ownsHandset(household)) {
            return TOO_LATE;
        }
        households.takeHandset(household);
        leftAlone.set(household, true);
        handedIn.add(household);
        given.emit(household, number);
        return 0;
    }
}
// end
