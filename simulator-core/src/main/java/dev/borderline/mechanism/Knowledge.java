package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Cases;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;

/**
 * M03, knowledge: the relative abroad knows the household as of the last completed contact. Once that is older than
 * {@code darkAfterDays} the pair is in the dark; while a household is held and nobody told, it is uninformed. Both are
 * weighted by time. Who was taken with the relative on the line is known to be held.
 *
 * <p>Ages of last contact at the start are exponential with the rate −ln(1 − s) at which a share s of pairs is in contact within a
 * year. Draws: {@code knowledge.start} by household.
 */
final class Knowledge {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Age of the last contact from which the relative is in the dark",
                    unit = "days",
                    min = 1,
                    max = 36500,
                    source = "Q13")
            double darkAfterDays,

            @Input(
                    what =
                            "Share of pairs in contact in a year, from which ages of last contact at the start are drawn",
                    unit = "1",
                    min = 0.01,
                    max = 1,
                    source = "P12")
            double contactShareAtStart) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("knowledge", Params.class, Knowledge::new);

    private final Wiring wiring;
    private final Households households;
    private final Cases cases;
    private final Recorder.Count pairs;
    private final Count inContact;
    private final Count dark;
    private final Count uninformed;
    private final HouseholdTable.Ints lastContact; // minutes since the start of the run, negative before it
    private final HouseholdTable.Bytes contactedIn; // calendar year of the last contact, counted from 1; 0 before any
    private final long darkAfter;

    private Knowledge(Params params, Wiring wiring) {
        this.wiring = wiring;
        cases = wiring.cases();
        households = wiring.households();
        darkAfter = Times.ticks(params.darkAfterDays(), Times.DAY);
        lastContact = wiring.rows().ints();
        contactedIn = wiring.rows().bytes();
        pairs = wiring.neutral(MeasureGroup.CONTACTS)
                .sharedCount(
                        "pairs",
                        "pairs",
                        "Pairs of a household and its relatives abroad, counted once in each calendar year")
                .perYear();
        inContact = wiring.good(MeasureGroup.CONTACTS)
                .count(
                        "pairs_in_contact",
                        "pairs",
                        "Pairs with a completed contact in the calendar year, once in each year")
                .perYear();
        dark = wiring.harm(MeasureGroup.KNOWLEDGE)
                .key(1, 5)
                .titled("Pair-years in the dark")
                .years(
                        "pair_years_dark",
                        "Pair-years in which the last completed contact was older than dark_after_days");
        uninformed = wiring.harm(MeasureGroup.KNOWLEDGE)
                .key(2, 7)
                .titled("Years held, family not told")
                .years("uninformed_years", "Person-years held with the relatives not told");
        wiring.good(MeasureGroup.CONTACTS)
                .key(8, 1)
                .titled("Families in contact")
                .byFifth(1)
                .ratio(
                        "contact_share",
                        "1",
                        "Pairs with a completed contact in the calendar year over all pairs",
                        inContact,
                        pairs);
        wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> onContact(household));
        wiring.signal(Signals.RELEASED).listen(this::onRelease);
        wiring.signal(Signals.HOUSEHOLD_BORN).listen((household, unused) -> onBirth(household));
        wiring.signal(Signals.HOUSEHOLD_GONE)
                .listen((household, unused) ->
                        addDark(household, wiring.scheduler().now()));
        HouseholdDraws ages = wiring.draws("knowledge.start");
        wiring.onStart(() -> drawAges(ages, params.contactShareAtStart()));
        wiring.provide(ContactView.class, this::inContact);
        wiring.onYear(this::onYear);
        wiring.onEnd(this::close);
    }

    private void drawAges(HouseholdDraws ages, double contactShare) {
        // A pair in contact with probability s in a year has contacts at rate −ln(1 − s).
        double ratePerYear = -StrictMath.log1p(-Math.min(contactShare, 0.999));
        for (int household = 0; household < households.size(); household++) {
            double ageYears = ages.exponential(household, 0) / ratePerYear;
            lastContact.set(household, -1 - (int) (ageYears * Times.YEAR / Times.MINUTE));
        }
    }

    private void onYear() {
        for (int household = 0; household < households.size(); household++) {
            if (households.present(household)) {
                pairs.add(household);
            }
        }
    }

    /** A household forms by a crossing: its relative abroad left just now. */
    private void onBirth(int household) {
        lastContact.set(household, (int) (wiring.scheduler().now() / Times.MINUTE));
        pairs.add(household);
    }

    private boolean inContact(int household) {
        return wiring.scheduler().now() - lastContact.get(household) * Times.MINUTE < Times.YEAR;
    }

    private void onContact(int household) {
        long now = wiring.scheduler().now();
        addDark(household, now);
        int year = 1 + wiring.year();
        if (contactedIn.get(household) != year) {
            contactedIn.set(household, year);
            inContact.add(household);
        }
        lastContact.set(household, (int) (now / Times.MINUTE));
    }

    private void addDark(int household, long now) {
        long onset = lastContact.get(household) * Times.MINUTE + darkAfter;
        if (now > onset) {
            dark.addSpell(household, onset, now);
        }
    }

    private void onRelease(int household, int slot) {
        if (!cases.told(slot)) {
            uninformed.addSpell(
                    household, cases.arrestedAt(slot), wiring.scheduler().now());
        }
    }

    private void close() {
        for (int household = 0; household < households.size(); household++) {
            if (households.present(household)) {
                addDark(household, wiring.end());
            }
        }
        for (int slot = 0; slot < cases.slots(); slot++) {
            if (cases.household(slot) >= 0 && !cases.told(slot)) {
                uninformed.addSpell(cases.household(slot), cases.arrestedAt(slot), wiring.end());
            }
        }
    }
}
