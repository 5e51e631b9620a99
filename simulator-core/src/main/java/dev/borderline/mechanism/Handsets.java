package dev.borderline.mechanism;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Arrests;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;

/**
 * M05, handsets. A household without one asks its relatives at a constant rate while its needs go unmet and the last contact is
 * younger than a year. What comes of it is for the border to say. A handset is lost at arrest. Stock and price are outcomes.
 *
 * <p>Draws: {@link dev.borderline.model.ThinnedArrivals} under {@code handsets.ask}.
 */
public final class Handsets {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Rate at which a household with unmet needs asks for a handset",
                    unit = "1/year",
                    max = 20,
                    source = "P90")
            double requestRatePerYear) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("handsets", Params.class, Handsets::new);

    private static final int NO_REASON = 1;

    private final Households households;
    private final Arrests arrests;
    private final Port<ContactView> contacts;
    private final Signal asked;
    private final Count requests;
    private final Count lost;
    private final Count stock;
    private final HouseholdTable.Flags unmet; // whether the last need went unmet, whatever became of it

    private Handsets(Params params, Wiring wiring) {
        households = wiring.households();
        arrests = wiring.arrests();
        contacts = wiring.port(ContactView.class);
        asked = wiring.signal(Signals.HANDSET_ASKED);
        requests = wiring.neutral(MeasureGroup.BROKERS)
                .count("handset_requests", "requests", "Handsets that households asked their relatives for");
        lost = wiring.enforcement(MeasureGroup.BROKERS)
                .count("handsets_seized", "handsets", "Handsets lost by their owners at arrest");
        stock = wiring.neutral(MeasureGroup.BROKERS).level("handsets", "handsets", "Handsets in households");
        unmet = wiring.rows().flags();
        if (params.requestRatePerYear() > 0) {
            new ThinnedArrivals(
                    wiring, "handsets.ask", params.requestRatePerYear(), params::requestRatePerYear, this::onCandidate);
        }
        wiring.signal(Signals.NEED_UNMET).listen((household, unused) -> unmet.set(household, true));
        wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> unmet.set(household, false));
        wiring.signal(Signals.ARRESTED).listen((household, slot) -> onArrest(household));
        wiring.onPeriodEnd(this::countStock);
    }

    private int onCandidate(int household, int occurrence, int layer) {
        boolean asks = unmet.get(household)
                && !households.ownsHandset(household)
                && arrests.atLarge(household)
                && contacts.get().inContact(household);
        if (!asks) {
            return NO_REASON;
        }
        requests.add(household);
        asked.emit(household, occurrence);
        return 0;
    }

    private void onArrest(int household) {
        if (households.ownsHandset(household)) {
            households.takeHandset(household);
            lost.add(household);
        }
    }

    private void countStock() {
        for (int household = 0; household < households.size(); household++) {
            if (households.present(household) && households.ownsHandset(household)) {
                stock.add(household);
            }
        }
    }
}
