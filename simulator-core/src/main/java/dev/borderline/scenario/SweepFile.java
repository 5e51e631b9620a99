package dev.borderline.scenario;

import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An experiment as a file describes it: one scenario, what varies over it, policies to compare, replications and random numbers.
 * Immutable and valid; made by {@link SweepReader}.
 *
 * @param heading what it says about itself
 * @param scenario where every design point starts
 * @param design how points are chosen from the factors
 * @param factors what varies, in the order of the file
 * @param arms at least one; the first is what others are compared with
 * @param chance replications and random numbers
 * @param outcomes names of the measures to report first; may be empty
 * @param named where the file names each measure
 * @param varied where the file says what varies
 * @param warnings what a person should know before it runs, such as a range that leaves its evidence
 */
public record SweepFile(
        Heading heading,
        Scenario scenario,
        SweepDesign design,
        List<Factor> factors,
        List<ArmEntry> arms,
        Chance chance,
        List<String> outcomes,
        Map<String, Mark> named,
        Mark varied,
        List<Fault> warnings) {
    /**
     * Name, title and question of a sweep.
     *
     * @param name short name
     * @param title a few words
     * @param question what it is to answer; may be empty
     */
    public record Heading(String name, String title, String question) {}

    /**
     * Replications and random numbers.
     *
     * @param replications runs per point and arm; with a precision, at most
     * @param seed master seed
     * @param designSeed seed of the points, if it is another than the master seed
     * @param independent true if every point and arm has random numbers of its own
     * @param precision what decides how many replications there are, if they are not fixed
     */
    public record Chance(
            int replications, long seed, OptionalLong designSeed, boolean independent, Optional<Precision> precision) {}

    /**
     * Target precision of means.
     *
     * @param relative greatest error as a share of the mean of {@code measures}; 0 if none is asked for
     * @param absolute greatest half-width by measure; where both are given either will do
     * @param measures names, for {@code relative}
     */
    public record Precision(double relative, SortedMap<String, Double> absolute, List<String> measures) {
        public Precision {
            absolute = Collections.unmodifiableSortedMap(new TreeMap<>(absolute));
            measures = List.copyOf(measures);
        }
    }

    /**
     * One of the worlds that are compared at every point.
     *
     * @param name unique in its sweep
     * @param settings inputs that differ from the scenario
     * @param moves that come after those of the scenario
     */
    public record ArmEntry(String name, SortedMap<String, Double> settings, List<Move> moves) {
        /** Name of the arm that changes nothing. */
        public static final String BASE = "base";

        public ArmEntry {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
            moves = List.copyOf(moves);
        }

        /** This arm of a scenario at a design point; throws {@link InvalidInput} when the two do not go together. */
        public Scenario applyTo(Scenario scenario, Map<String, Double> point) {
            Map<String, Double> changes = new TreeMap<>(settings);
            changes.putAll(point);
            Scenario changed = changes.isEmpty() ? scenario : scenario.with(changes);
            return moves.isEmpty() ? changed : changed.with(new Policy(name, moves));
        }
    }

    public SweepFile {
        factors = List.copyOf(factors);
        arms = List.copyOf(arms);
        outcomes = List.copyOf(outcomes);
        named = Map.copyOf(named);
        warnings = List.copyOf(warnings);
    }

    /** This sweep over another scenario, such as the same with an input set. */
    public SweepFile with(Scenario other) {
        return new SweepFile(heading, other, design, factors, arms, chance, outcomes, named, varied, warnings);
    }

    /** A point by path, from its values in the order of factors. */
    Map<String, Double> settings(List<Double> point) {
        Map<String, Double> settings = new TreeMap<>();
        for (int i = 0; i < point.size(); i++) {
            settings.put(factors.get(i).path(), point.get(i));
        }
        return settings;
    }

    /** Runs per point and arm. */
    public int replications() {
        return chance.replications();
    }

    /** Master seed. */
    public long seed() {
        return chance.seed();
    }

    /** Seed of the points, if it is another than the master seed. */
    public OptionalLong designSeed() {
        return chance.designSeed();
    }
}
