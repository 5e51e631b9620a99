package dev.borderline.mechanism;

import dev.borderline.event.Times;
import dev.borderline.model.Arrests;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Households;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Places;
import dev.borderline.model.Rule;
import dev.borderline.model.Signals;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;

/**
 * M06, informants. They expose a household that called within a year at a rate × the exposure of the place of its last call, by
 * thinning policy-free candidates.
 *
 * <p>Draws, by household: those of {@link dev.borderline.model.ThinnedArrivals} under {@code informants.candidate}; {@code
 * informants.exposed} (candidate number).
 */
final class Informants {
    /** Parameters that a scenario sets. */
    @Rule(
            kind = Rule.Kind.THINNED,
            components = {"informantsPerYear", "candidatesPerYear"})
    public record Params(
            @Input(
                    what = "Rate at which informants expose a household that called within a year",
                    unit = "1/year",
                    max = 1000,
                    source = "P34",
                    lever = "surveillance.informants_per_year")
            Lever informantsPerYear,

            @Input(
                    what = "Time after a call during which informants can expose the household",
                    unit = "days",
                    min = 1,
                    max = 3650,
                    source = "Q21")
            double exposureDays,

            @Input(
                    what = "Call sessions per contacting pair, over which the informant risk is spread in beliefs",
                    unit = "1/year",
                    min = 0.1,
                    max = 100,
                    source = "P14")
            double sessionsPerYear,

            @Input(
                    what = "Rate of policy-free candidates from which exposures are thinned; moves no expected value",
                    unit = "1/year",
                    min = 0.0001,
                    max = 10,
                    source = "Q36")
            double candidatesPerYear) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("informants", Params.class, Informants::new);

    private static final int NOT_EXPOSED = 1;
    private static final int NOT_IN_REACH = 2;

    private final Params params;
    private final Wiring wiring;
    private final Households households;
    private final Places places;
    private final Arrests arrests;
    private final Lever rate;
    private final DrawSite exposed;
    private final ThinnedArrivals candidates;
    private final HouseholdTable.Shorts
            lastSessionDay; // since the day before the start of the run; 0 before any session

    private Informants(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        households = wiring.households();
        places = wiring.places();
        arrests = wiring.arrests();
        rate = params.informantsPerYear();
        exposed = wiring.chance("informants.exposed");
        lastSessionDay = wiring.rows().shorts();
        wiring.route(Route.INFORMED_ON, "People exposed by an informant");
        candidates = new ThinnedArrivals(
                wiring, "informants.candidate", params.candidatesPerYear(), rate::value, this::onCandidate);
        rate.onMove(candidates::levelMoved);
        wiring.signal(Signals.SESSION_STARTED).listen((household, call) -> lastSessionDay.set(household, today()));
        wiring.risk().addOther(() -> -StrictMath.expm1(-rate.value() / params.sessionsPerYear()));
    }

    private int today() {
        return 1 + (int) (wiring.scheduler().now() / Times.DAY);
    }

    private int onCandidate(int household, int occurrence, int layer) {
        boolean called =
                lastSessionDay.get(household) > 0 && today() - lastSessionDay.get(household) <= params.exposureDays();
        if (!called || !arrests.canArrest(household)) {
            return NOT_IN_REACH;
        }
        double hazard = rate.value() * places.exposureFactor(households.calledRemotely(household));
        double acceptance = candidates.acceptance(hazard, layer);
        boolean isExposed = exposed.occurs(household, occurrence, acceptance);
        arrests.expected().drawn(household, 1, acceptance, isExposed);
        if (!isExposed) {
            return NOT_EXPOSED;
        }
        arrests.arrest(household, Route.INFORMED_ON, occurrence, arrests.ownAggravation(household), false);
        return 0;
    }
}
