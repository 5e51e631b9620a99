package dev.borderline.scenario;

import dev.borderline.policy.SimulatedPeriod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Description that a scenario gives of itself.
 *
 * @param name by which it is run
 * @param title a few words
 * @param story what it is, in one sentence; may be empty
 * @param source where its numbers come from; may be empty
 * @param limits what it does not say, for readers of its results; may be empty
 * @param grade A (counted), B (reported) or C (assumed)
 * @param period the simulated days
 * @param without names of mechanisms that are switched off
 * @param signature what its runs show; may be empty
 * @param ensemble which ensemble it is run over, and what of it is its own
 */
record ScenarioHeader(
        String name,
        String title,
        String story,
        String source,
        String limits,
        String grade,
        SimulatedPeriod period,
        List<String> without,
        List<Claim> signature,
        EnsembleUse ensemble) {
    public ScenarioHeader {
        without = List.copyOf(without);
        signature = List.copyOf(signature);
    }

    /** The same over other days. */
    ScenarioHeader with(SimulatedPeriod otherPeriod) {
        return new ScenarioHeader(name, title, story, source, limits, grade, otherPeriod, without, signature, ensemble);
    }

    /** The same with these mechanisms switched off as well. */
    ScenarioHeader without(Collection<String> names) {
        List<String> all = new ArrayList<>(without);
        all.addAll(new TreeSet<>(names));
        return new ScenarioHeader(name, title, story, source, limits, grade, period, all, signature, ensemble);
    }

    /** The same with another use of ensembles. */
    ScenarioHeader with(EnsembleUse use) {
        return new ScenarioHeader(name, title, story, source, limits, grade, period, without, signature, use);
    }
}
