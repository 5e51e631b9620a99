package dev.borderline.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Words of a file about ensembles, as far as it says any. Immutable.
 *
 * @param file which ensemble
 * @param members how many members
 * @param year of the values
 * @param keep inputs whose values are the file's own
 * @param people share of the households
 */
record EnsembleKey(
        Optional<String> file, OptionalInt members, OptionalInt year, List<String> keep, OptionalDouble people) {
    /** The key with file, year and keep. */
    static final String KEY = "ensemble";

    /** The key with the number of members. */
    static final String MEMBERS = "members";

    /** Of a file that says nothing. */
    static final EnsembleKey NOTHING_SAID = new EnsembleKey(
            Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), List.of(), OptionalDouble.empty());

    EnsembleKey {
        keep = List.copyOf(keep);
    }

    /** This, with what a parent says and this does not; what any of them keeps is kept. */
    EnsembleKey inherit(EnsembleKey parent) {
        TreeSet<String> all = new TreeSet<>(keep);
        all.addAll(parent.keep);
        return new EnsembleKey(
                file.or(() -> parent.file),
                members.isPresent() ? members : parent.members,
                year.isPresent() ? year : parent.year,
                List.copyOf(all),
                people.isPresent() ? people : parent.people);
    }

    /** Ensemble of a scenario, overridden by the keys that are set here. */
    EnsembleUse over(EnsembleUse scenario) {
        EnsembleUse kept = scenario.keeping(keep);
        return new EnsembleUse(
                file.or(kept::file),
                members.isPresent() ? members : kept.members(),
                year.orElse(kept.year()),
                kept.keep(),
                people.isPresent() ? people : kept.people());
    }

    /** As a scenario has it. */
    EnsembleUse use() {
        return new EnsembleUse(file, members, year.orElse(EnsembleUse.YEAR), new TreeSet<>(keep), people);
    }

    EnsembleKey withFile(Optional<String> other) {
        return new EnsembleKey(other, members, year, keep, people);
    }

    EnsembleKey withMembers(int other) {
        return new EnsembleKey(file, OptionalInt.of(other), year, keep, people);
    }

    EnsembleKey withYear(int other) {
        return new EnsembleKey(file, members, OptionalInt.of(other), keep, people);
    }

    EnsembleKey withKeep(List<String> other) {
        return new EnsembleKey(file, members, year, other, people);
    }

    EnsembleKey withPeople(double other) {
        return new EnsembleKey(file, members, year, keep, OptionalDouble.of(other));
    }
}
