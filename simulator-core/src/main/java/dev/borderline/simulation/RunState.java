package dev.borderline.simulation;

import dev.borderline.measure.Outcomes;
import dev.borderline.measure.Recorder;
import dev.borderline.model.Assembly;
import dev.borderline.model.Calls;
import dev.borderline.model.Cases;
import dev.borderline.model.Households;
import dev.borderline.model.Port;
import dev.borderline.model.Ports.NeedView;
import dev.borderline.model.Wiring;
import dev.borderline.observe.RunView;
import dev.borderline.observe.RunView.CallFacts;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.RunView.NeedFacts;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Lever;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Nearest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** State of a run that may be looked at. */
final class RunState implements RunView {
    private final Scenario scenario;
    private final Calendar calendar;
    private final Outcomes.Labels labels;
    private final Map<String, Lever> levers;
    private final Recorder recorder;
    private final Wiring wiring;
    private final List<String> zones;
    private final Port<NeedView> needs;

    RunState(Simulation simulation, Calendar calendar, Assembly.Frame frame, Wiring wiring) {
        scenario = simulation.scenario();
        labels = simulation.labels(calendar);
        this.calendar = calendar;
        this.levers = frame.levers();
        this.recorder = frame.recorder();
        this.wiring = wiring;
        zones = scenario.zoneNames();
        needs = wiring.port(NeedView.class);
    }

    @Override
    public String scenario() {
        return scenario.name();
    }

    @Override
    public SimulatedPeriod period() {
        return scenario.period();
    }

    @Override
    public long time() {
        return wiring.scheduler().now();
    }

    @Override
    public LocalDate date() {
        return calendar.date(time());
    }

    @Override
    public double lever(String name) {
        return find(name).value();
    }

    /** The value of an input now: of a lever as it stands, of anything else as the scenario says. */
    double input(String path) {
        Lever lever = path.startsWith(InputSpec.LEVERS) ? levers.get(path.substring(InputSpec.LEVERS.length())) : null;
        return lever == null ? scenario.value(path) : lever.value();
    }

    /** The lever of that name. */
    Lever find(String name) {
        Lever lever = levers.get(name);
        if (lever == null) {
            throw new IllegalArgumentException("there is no lever " + name + nearest(name, levers.keySet()));
        }
        return lever;
    }

    static String nearest(String name, Collection<String> known) {
        return Nearest.nearest(name, known).map(near -> "; nearest is " + near).orElse("");
    }

    @Override
    public Outcomes soFar() {
        return Outcomes.soFar(recorder, labels, zones);
    }

    @Override
    public int households() {
        return wiring.households().size();
    }

    @Override
    public long householdId(int household) {
        return wiring.households().id(household);
    }

    @Override
    public HouseholdFacts household(int household) {
        Households all = wiring.households();
        if (household < 0 || household >= all.size()) {
            throw new IllegalArgumentException(
                    "there is no household " + household + ": they are numbered from 0 to " + (all.size() - 1));
        }
        return HouseholdFacts.of(all, household, zones.get(all.zone(household)));
    }

    @Override
    public NeedFacts need(int household, int need) {
        return new NeedFacts(needs.get().valueUsd(household, need), needs.get().forMoney(household, need));
    }

    @Override
    public CallFacts call(int slot) {
        Calls calls = wiring.calls();
        if (slot < 0 || slot >= calls.slots() || calls.household(slot) == Calls.NONE) {
            throw new IllegalArgumentException("there is no call in slot " + slot + " now");
        }
        return CallFacts.of(calls, slot, zones.get(calls.zone(slot)));
    }

    @Override
    public CaseFacts caseFile(int slot) {
        Cases cases = wiring.cases();
        if (slot < 0 || slot >= cases.slots() || cases.household(slot) < 0) {
            throw new IllegalArgumentException("there is no case in slot " + slot + " now");
        }
        return CaseFacts.of(cases, slot);
    }
}
