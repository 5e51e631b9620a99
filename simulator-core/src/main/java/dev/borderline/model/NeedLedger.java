package dev.borderline.model;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;

/** Ledger of needs: each ends in exactly one of these ways, or is still open. */
public final class NeedLedger {
    private final Count arisen;
    private final Count completed;
    private final Count interrupted;
    private final Count jammedOut;
    private final Count deterred;
    private final Count pricedOut;
    private final Count lapsed;
    private final Count gaveUp;
    private final Signal unmet;

    NeedLedger(Assembly wiring) {
        unmet = wiring.signal(Signals.NEED_UNMET);
        arisen = wiring.neutral(MeasureGroup.CONTACTS).line(1).count("needs", "needs", "Wishes for contact that arose");
        completed = wiring.good(MeasureGroup.CONTACTS)
                .main(7)
                .count("completed_contacts", "contacts", "Needs met by a contact completed over any channel");
        interrupted = wiring.harm(MeasureGroup.CONTACTS)
                .count("interrupted", "needs", "Needs ended by an officer who cut the call off");
        jammedOut = wiring.harm(MeasureGroup.CONTACTS)
                .line(4)
                .count("jammed_out", "needs", "Needs given up after the last try failed to connect");
        deterred = wiring.harm(MeasureGroup.CONTACTS)
                .main(5)
                .byFifth(2)
                .count("deterred", "needs", "Needs not acted on that would have been, had the believed risk been zero");
        pricedOut = wiring.harm(MeasureGroup.CONTACTS)
                .line(6)
                .byFifth(3)
                .count("priced_out", "needs", "Needs not acted on whose best channel was not worth its price");
        lapsed = wiring.harm(MeasureGroup.CONTACTS)
                .count("lapsed", "needs", "Needs of households that were held or gone");
        gaveUp = wiring.harm(MeasureGroup.CONTACTS)
                .count("gave_up_waiting", "needs", "Needs given up while waiting for a broker who was busy");
    }

    public void arisen(int household) {
        arisen.add(household);
    }

    public void completed(int household) {
        completed.add(household);
    }

    public void interrupted(int household) {
        interrupted.add(household);
        unmet.emit(household, 0);
    }

    public void jammedOut(int household) {
        jammedOut.add(household);
        unmet.emit(household, 0);
    }

    public void deterred(int household) {
        deterred.add(household);
        unmet.emit(household, 0);
    }

    public void pricedOut(int household) {
        pricedOut.add(household);
        unmet.emit(household, 0);
    }

    public void gaveUp(int household) {
        gaveUp.add(household);
        unmet.emit(household, 0);
    }

    public void lapsed(int household) {
        lapsed.add(household);
        unmet.emit(household, 0);
    }

    /** Needs that have not ended yet. */
    public long open() {
        return arisen.total()
                - completed.total()
                - interrupted.total()
                - jammedOut.total()
                - deterred.total()
                - pricedOut.total()
                - lapsed.total()
                - gaveUp.total();
    }
}
