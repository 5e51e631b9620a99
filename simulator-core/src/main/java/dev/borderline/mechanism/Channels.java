package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.DrawSite;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.NeedLedger;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;

/**
 * M01, channels that carry no risk. They are the domestic line, whose calls abroad are blocked unless the ban is lifted; the
 * closed intranet, which never leaves the country; the licensed line of a select few. Each costs the caller nothing, so it is
 * tried before any other; an attempt that leads nowhere is counted, not hidden.
 *
 * <p>Draws: {@code channels.domestic} by household and need.
 */
final class Channels {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Chance that an attempt on a domestic line does not leave the country",
                    unit = "1",
                    max = 1,
                    source = "Q12",
                    lever = "network.domestic_blocked")
            Lever domesticBlocked) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("channels", Params.class, Channels::new);

    private final Households households;
    private final NeedLedger ledger;
    private final Signal completed;
    private final Lever domesticBlocked;
    private final DrawSite connects;
    private final Count attempts;
    private final Count blocked;
    private final Count deadEnds;
    private final Count minutes;
    private final long callTicks;

    private Channels(Params params, Wiring wiring) {
        households = wiring.households();
        ledger = wiring.needs();
        completed = wiring.signal(Signals.CONTACT_COMPLETED);
        domesticBlocked = params.domesticBlocked();
        connects = wiring.chance("channels.domestic");
        attempts = wiring.neutral(MeasureGroup.CONTACTS)
                .line(2)
                .sharedCount(
                        "attempts",
                        "attempts",
                        "Attempts to connect over any channel, retries and blocked ones included");
        blocked = wiring.harm(MeasureGroup.CONTACTS)
                .line(3)
                .count(
                        "blocked",
                        "attempts",
                        "Attempts on a domestic line or the intranet that did not leave the country");
        deadEnds = wiring.harm(MeasureGroup.CONTACTS)
                .count(
                        "intranet_dead_ends",
                        "attempts",
                        "Those of the blocked attempts that were made on the closed intranet");
        minutes = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedMinutes("minutes", "Air time of completed and interrupted calls over any channel");
        callTicks = Times.ticks(wiring.calling().longestMinutes(), Times.MINUTE);
        wiring.openChannel(this::meets);
    }

    /** A call without price and risk lasts as long as calls do. */
    private boolean meets(int household, int need) {
        if (licensed(household) || overDomesticLine(household, need)) {
            minutes.add(household, callTicks);
            ledger.completed(household);
            completed.emit(household, need);
            return true;
        }
        if (households.hasIntranet(household)) {
            attempts.add(household);
            blocked.add(household);
            deadEnds.add(household);
        }
        return false;
    }

    private boolean licensed(int household) {
        if (households.licensed(household)) {
            attempts.add(household);
            return true;
        }
        return false;
    }

    private boolean overDomesticLine(int household, int need) {
        if (!households.ownsLine(household)) {
            return false;
        }
        attempts.add(household);
        if (connects.occurs(household, need, 1 - domesticBlocked.value())) {
            return true;
        }
        blocked.add(household);
        return false;
    }
}
