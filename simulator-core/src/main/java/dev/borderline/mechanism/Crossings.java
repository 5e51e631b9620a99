package dev.borderline.mechanism;

import dev.borderline.event.Phase;
import dev.borderline.event.Scheduler;
import dev.borderline.event.Times;
import dev.borderline.measure.Recorder;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Arrests;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.DrawSite;
import dev.borderline.model.HouseholdDraws;
import dev.borderline.model.Households;
import dev.borderline.model.Households.State;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.ContactView;
import dev.borderline.model.ThinnedArrivals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.SubjectKind;
import dev.borderline.state.DoubleCell;
import dev.borderline.state.IntCell;

/**
 * M16, crossings: people leave, from households in contact (the chain, arranged by phone) and from the border population. The
 * rate goes with the price ({@link BorderPrice}). Who is stopped becomes a formal case where his household is
 * one of the model's; who is not arrives after a time abroad, and with some probability a kin household forms.
 *
 * <p>Times abroad are those of the {@link Pipeline}. They run while transit is open ({@link Abroad}).
 *
 * <p>What the chain brings across in all grows with the power {@code chainGrowth} of the number of kin households over that of the
 * start, as of midnight: 1 lets each household bring as many as ever, 0 leaves the number of all as it was.
 *
 * <p>Attempts by the chain are thinned from candidates of each household, those of the border population from a
 * policy-free Poisson process whose candidates are numbered over the run, and further layers of it where the price is so low that one
 * does not suffice; a household that forms takes its lasting id from the
 * candidate it goes back to, and so has the same draws in every arm.
 *
 * <p>Draws, by household and candidate: {@link dev.borderline.model.ThinnedArrivals} under {@code crossings.chain}, {@code
 * crossings.chain_leaves}, {@code crossings.chain_stopped}, {@code crossings.caller_leaves}, {@code crossings.chain_lag}
 * (sub-draws 0 time, 1 kind), {@code crossings.chain_forms}; by candidate of the border population and layer, sub-draw 0: {@code
 * crossings.gap}, {@code crossings.leaves}, {@code crossings.stopped}, {@code crossings.lag} (sub-draws 0 time, 1 kind), {@code
 * crossings.forms}, {@code crossings.origin} (sub-draws 0 zone, 1 fifth).
 */
final class Crossings {
    /** Parameters that a scenario sets. */
    public record Params(
            @Input(
                    what = "Attempts to cross a year at the reference price and the contact share of the start",
                    unit = "1/year",
                    max = 1e6,
                    source = "Q37")
            double attemptsPerYear,

            @Input(what = "Crossing price at which that holds", unit = "USD", min = 1, max = 1e6, source = "Q38")
            double referencePriceUsd,

            @Input(what = "Elasticity of attempts to the crossing price", unit = "1", min = -5, max = 0, source = "P70")
            double priceElasticity,

            @Input(what = "Crossing price without fortification", unit = "USD", min = 1, max = 1e6, source = "Q39")
            double basePriceUsd,

            @Input(
                    what = "Rise of the crossing price over its base at full fortification",
                    unit = "1",
                    max = 1000,
                    source = "Q40")
            double priceRise,

            @Input(what = "Share of attempts arranged with help by phone", unit = "1", max = 1, source = "P71")
            double chainShare,

            @Input(
                    what = "Growth of what the chain brings across with the number of kin households, an elasticity",
                    unit = "1",
                    max = 1,
                    source = "Q88")
            double chainGrowth,

            @Input(
                    what = "Mean time from departure to arrival of those who do not leave in order to arrive",
                    unit = "years",
                    min = 0.001,
                    max = 20,
                    source = "P72")
            double lagYearsMean,

            @Input(what = "Share of those who leave in order to arrive", unit = "1", max = 1, source = "Q89")
            double directShare,

            @Input(
                    what = "Mean time from departure to arrival of those who leave in order to arrive",
                    unit = "days",
                    min = 0.1,
                    max = 3650,
                    source = "Q90")
            double directDaysMean,

            @Input(
                    what = "People who live abroad at the start and will go on, besides the pipeline",
                    unit = "people",
                    max = 1e6,
                    source = "Q91")
            double abroadAtStart,

            @Input(
                    what = "Years before the start whose departures are under way",
                    unit = "years",
                    max = 20,
                    source = "Q41")
            double pipelineYears,

            @Input(what = "Kin households that form per arrival", unit = "households/person", max = 10, source = "P06")
            double householdsPerArrival,

            @Input(
                    what = "Chance that the one who leaves is the caller, so that the household is gone",
                    unit = "1",
                    max = 1,
                    source = "Q42")
            double callerLeavesProbability,

            @Input(
                    what = "Greatest attempts over those at the reference price for which candidates are drawn",
                    unit = "1",
                    min = 1,
                    max = 20,
                    source = "Q43")
            double candidateFactor,

            @Input(
                    what = "Share of pairs in contact behind the attempts of the chain",
                    unit = "1",
                    min = 0.01,
                    max = 1,
                    source = "Q72")
            double contactShare,

            @Input(
                    what = "Share of attempts that full fortification makes impossible",
                    unit = "1",
                    max = 1,
                    source = "Q92")
            double closedAtFullFortification,

            @Input(
                    what = "Share of transit to the country of arrival that is open",
                    unit = "1",
                    max = 1,
                    source = "Q93",
                    lever = "transit.open_share")
            Lever openShare,

            @Input(
                    what = "Fortification of the border",
                    unit = "1",
                    max = 1,
                    source = "P73",
                    lever = "border.fortification")
            Lever fortification,

            @Input(
                    what = "Chance that a crossing is stopped",
                    unit = "1",
                    max = 1,
                    source = "P69",
                    lever = "border.interdiction_probability")
            Lever interdictionProbability,

            @Input(
                    what = "Crossing price set by a policy; 0 leaves it to fortification",
                    unit = "USD",
                    max = 1e6,
                    source = "Q44",
                    lever = "border.crossing_price_usd")
            Lever crossingPriceUsd) {}

    public static final Mechanism<Params> MECHANISM = new Mechanism<>("crossings", Params.class, Crossings::new);

    private static final int THINNED = 1;
    private static final int STOPPED = 2;
    private static final int UNDER_WAY = 3;
    private static final int KIND_OF_TIME = 1; // sub-draw
    private static final int MIDDLE_FIFTH = 2; // who is abroad is shown under it
    private static final long BORDER_POPULATION = Mix64.hash("crossings.border_population");

    private final Params params;
    private final Wiring wiring;
    private final Scheduler scheduler;
    private final Households households;
    private final Arrests arrests;
    private final BorderPrice price;
    private final Lever interdiction;
    private final Port<ContactView> contacts;
    private final Pipeline pipeline;
    private final double chainRatePerYear; // of a household in contact at the reference price and the start
    private final ThinnedArrivals chain;
    private final DrawSite chainLeaves;
    private final DrawSite chainStopped;
    private final DrawSite callerLeaves;
    private final HouseholdDraws chainLags;
    private final DrawSite chainForms;
    private final Draws gaps;
    private final DrawSite leaves;
    private final DrawSite stopped;
    private final Draws lags;
    private final Draws origins;
    private final DrawSite forms;
    private final CrossingCounts counts;
    private final Draws simulated; // whether one of the border population is, where a share of the people is
    private final double simulatedShare;
    private final int candidateKind;
    private final int chainArrivalKind;
    private final int arrivalKind;
    private final int day;
    private final DoubleCell attemptsFactor;
    private final DoubleCell chainFactor; // of a household's attempts, over those at the start
    private final IntCell borderLayers; // of candidates of the border population, laid so far

    private Crossings(Params params, Wiring wiring) {
        this.params = params;
        this.wiring = wiring;
        attemptsFactor = wiring.state().doubleCell("crossings.attempts_factor", 0);
        chainFactor = wiring.state().doubleCell("crossings.chain_factor", 1);
        borderLayers = wiring.state().intCell("crossings.border_layers", 0);
        scheduler = wiring.scheduler();
        households = wiring.households();
        arrests = wiring.arrests();
        price = new BorderPrice(borderTerms(params), params.fortification(), params.crossingPriceUsd());
        interdiction = params.interdictionProbability();
        contacts = wiring.port(ContactView.class);
        pipeline = new Pipeline(pipelineTerms(params), wiring, params.openShare());
        chainRatePerYear = params.attemptsPerYear()
                * params.chainShare()
                / (wiring.population().households() * params.contactShare());
        chain = new ThinnedArrivals(
                wiring,
                "crossings.chain",
                Math.min(ThinnedArrivals.RATE_MAX, Math.max(1e-9, chainRatePerYear * params.candidateFactor())),
                this::chainRatePerYear,
                this::onChainCandidate);
        chainLeaves = wiring.chance("crossings.chain_leaves");
        chainStopped = wiring.chance("crossings.chain_stopped");
        callerLeaves = wiring.chance("crossings.caller_leaves");
        chainLags = wiring.draws("crossings.chain_lag");
        chainForms = wiring.chance("crossings.chain_forms");
        gaps = wiring.draws("crossings.gap", SubjectKind.WORLD);
        leaves = wiring.chance("crossings.leaves", SubjectKind.WORLD);
        stopped = wiring.chance("crossings.stopped", SubjectKind.WORLD);
        lags = wiring.draws("crossings.lag", SubjectKind.WORLD);
        origins = wiring.draws("crossings.origin", SubjectKind.WORLD);
        forms = wiring.chance("crossings.forms", SubjectKind.WORLD);
        simulated = wiring.draws("crossings.simulated", SubjectKind.WORLD);
        simulatedShare = 1 / households.peoplePerSimulated();
        counts = new CrossingCounts(wiring);
        wiring.route(Route.STOPPED_AT_BORDER, "People of a kin household stopped at the border");
        candidateKind = scheduler.kind("crossings.candidate", Phase.MODEL, this::onCandidate);
        arrivalKind = scheduler.kind("crossings.arrival", Phase.MODEL, this::onArrival);
        chainArrivalKind = wiring.householdEvent("crossings.chain_arrival", this::onChainArrival);
        day = scheduler.kind("crossings.day", Phase.MODEL, this::onDay);
        wiring.onAnyMove(this::onMove);
        wiring.onStart(this::start);
        wiring.onPeriodEnd(this::countHouseholds);
    }

    private static BorderPrice.Terms borderTerms(Params params) {
        return new BorderPrice.Terms(
                params.referencePriceUsd(),
                params.priceElasticity(),
                params.basePriceUsd(),
                params.priceRise(),
                params.closedAtFullFortification());
    }

    private static Pipeline.Terms pipelineTerms(Params params) {
        return new Pipeline.Terms(
                params.lagYearsMean(),
                params.directShare(),
                params.directDaysMean(),
                params.abroadAtStart(),
                params.pipelineYears());
    }

    private void onMove() {
        attemptsFactor.set(price.attemptsFactor());
        chain.levelMoved();
        if (borderLayers.get() > 0) { // else they are laid when the run starts
            layBorder();
        }
    }

    /** Attempts of a household in contact. */
    private double chainRatePerYear() {
        return chainRatePerYear * chainFactor.get() * attemptsFactor.get();
    }

    private void start() {
        attemptsFactor.set(price.attemptsFactor());
        layBorder();
        double startedPerYear = params.attemptsPerYear() * attemptsFactor.get() * (1 - interdiction.value());
        pipeline.fill(startedPerYear, gaps, number -> isSimulated(number, 0), arrivalKind);
        if (params.chainGrowth() < 1) {
            scheduler.post(Times.DAY, day, 0, 1);
        }
    }

    /** More kin households share what the chain brings across; no household brings more than at the start. */
    private int onDay(long time, int subject, int number) {
        int present = households.size() - households.inState(State.GONE);
        double all = present * households.peoplePerSimulated();
        double growth = Math.max(1, all / wiring.population().households());
        chainFactor.set(StrictMath.pow(growth, params.chainGrowth() - 1));
        scheduler.post(time + Times.DAY, day, 0, number + 1);
        return 0;
    }

    /** Lays the layers of the border population's candidates that the attempts under the levers in force need, from now on. */
    private void layBorder() {
        int needed = (int) StrictMath.ceil(attemptsFactor.get() / params.candidateFactor());
        if (needed > ThinnedArrivals.LAYERS_MAX) {
            throw new IllegalArgumentException("a crossing price of " + price.usd() + " USD needs " + needed
                    + " layers of candidates; at most " + ThinnedArrivals.LAYERS_MAX + " are kept apart");
        }
        for (; borderLayers.get() < Math.max(1, needed); borderLayers.add(1)) {
            layBorder(borderLayers.get());
        }
    }

    private void layBorder(int layer) {
        double perYear = params.attemptsPerYear() * (1 - params.chainShare()) * params.candidateFactor();
        int process = Pipeline.gapsOfLayer(layer);
        double time = 0;
        for (int candidate = 0; perYear > 0 && time < wiring.end(); candidate++) {
            time += gaps.exponential(process, candidate) / perYear * Times.YEAR;
            if (time < wiring.end() && (long) time >= scheduler.now() && isSimulated(candidate, layer)) {
                scheduler.post((long) time, candidateKind, candidate, layer);
            }
        }
    }

    /** Of the border population the same share as of the households. All that a lesser share has are among those of a greater. */
    private boolean isSimulated(int candidate, int layer) {
        return simulatedShare == 1 || simulated.bernoulli(candidate, layer, simulatedShare);
    }

    private int onChainCandidate(int household, int occurrence, int layer) {
        boolean canLeave = households.free(household) && contacts.get().inContact(household);
        if (!canLeave || !leaves(household, occurrence, layer)) {
            return THINNED;
        }
        counts.attempts.add(household);
        counts.pricesUsd.add(household, price.cents());
        double risk = arrestProbability(household);
        boolean isStopped = chainStopped.occurs(household, occurrence, risk);
        arrests.expected().drawn(household, 1, risk, isStopped);
        if (isStopped) {
            counts.stopped.add(household);
            arrests.arrestFormally(
                    household, Route.STOPPED_AT_BORDER, occurrence, arrests.ownAggravation(household) + 1);
            return STOPPED;
        }
        counts.departures.add(household);
        counts.byPhone.add(household);
        double kind = chainLags.uniform(household, occurrence, KIND_OF_TIME);
        long ticks = pipeline.timeAbroad(kind, chainLags.exponential(household, occurrence));
        pipeline.leave(ticks, chainArrivalKind, household, occurrence);
        if (callerLeaves.occurs(household, occurrence, params.callerLeavesProbability())) {
            wiring.loseHousehold(household);
        }
        return UNDER_WAY;
    }

    /** Probability of being arrested at the border. */
    private double arrestProbability(int household) {
        return arrests.isProtected(household) ? 0 : interdiction.value();
    }

    private boolean leaves(int household, int occurrence, int layer) {
        double acceptance = chain.acceptance(chainRatePerYear(), layer);
        boolean tries = chainLeaves.occurs(household, occurrence, acceptance);
        arrests.expected().drawn(household, arrestProbability(household), acceptance, tries);
        return tries;
    }

    private int onChainArrival(long time, int household, int occurrence) {
        pipeline.arrive();
        counts.arrivals.add(household);
        boolean oneMore = chainForms.occurs(household, occurrence, fractionPerArrival());
        return form(Mix64.combine(households.id(household), occurrence), oneMore);
    }

    /** The part of a household per arrival that is left to chance. */
    private double fractionPerArrival() {
        return params.householdsPerArrival() - StrictMath.floor(params.householdsPerArrival());
    }

    /** Forms the whole number of households per arrival, and one more if chance says so. */
    private int form(long arrival, boolean oneMore) {
        int count = (int) params.householdsPerArrival() + (oneMore ? 1 : 0);
        for (int i = 0; i < count; i++) {
            counts.formed.add(wiring.formHousehold(Mix64.combine(arrival, i)));
        }
        return count;
    }

    private int onCandidate(long time, int candidate, int layer) {
        double acceptance = Math.min(1, Math.max(0, attemptsFactor.get() / params.candidateFactor() - layer));
        if (!leaves.occurs(candidate, layer, acceptance)) {
            return THINNED;
        }
        addPerson(counts.attempts, candidate, layer, 1);
        addPerson(counts.pricesUsd, candidate, layer, price.cents());
        if (stopped.occurs(candidate, layer, interdiction.value())) {
            addPerson(counts.stopped, candidate, layer, 1);
            return STOPPED;
        }
        addPerson(counts.departures, candidate, layer, 1);
        double kind = lags.uniform(candidate, layer, KIND_OF_TIME);
        long ticks = pipeline.timeAbroad(kind, lags.exponential(candidate, layer));
        pipeline.leave(ticks, arrivalKind, candidate, layer);
        return UNDER_WAY;
    }

    private int onArrival(long time, int candidate, int layer) {
        pipeline.arrive();
        addPerson(counts.arrivals, candidate, layer, 1);
        boolean oneMore = forms.occurs(candidate, layer, fractionPerArrival());
        long person = Mix64.combine(BORDER_POPULATION, candidate);
        return form(layer == 0 ? person : Mix64.combine(person, layer), oneMore);
    }

    /** Counts for one of the border population, of a border zone by its share of households and of any fifth. */
    private void addPerson(Count count, int candidate, int layer, long amount) {
        int zone = wiring.borderZone(origins.uniform(candidate, layer, 0));
        count.addPerson(zone, (int) (origins.uniform(candidate, layer, 1) * Recorder.FIFTHS), amount);
    }

    private void countHouseholds() {
        counts.peopleAbroad.addPerson(wiring.sessionZone(0), MIDDLE_FIFTH, pipeline.size());
        for (int household = 0; household < households.size(); household++) {
            if (households.present(household)) {
                counts.kinHouseholds.add(household);
            }
        }
    }
}
