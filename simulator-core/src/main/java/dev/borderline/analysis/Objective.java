package dev.borderline.analysis;

import dev.borderline.measure.Measure;
import dev.borderline.text.Nearest;
import java.util.List;

/**
 * Criterion that policies are ranked by: a measure, and the direction that is better. The sense that the measure declares decides.
 *
 * <p>Policies are never ranked by arrests (decision 0007), in either direction. To want more of them is what this program must be of
 * no use for; and fewer is no good sign, since arrests fall when people give up calling. The same goes for whatever else counts the
 * work of those who catch. What people suffer or lose, such as years held or bribes paid, may only be made less of, what they gain
 * only more of.
 *
 * @param measure with its declared sense
 * @param largest true when more is better
 */
public record Objective(Measure measure, boolean largest) {
    public Objective {
        String name = measure.name();
        switch (measure.standing().sense()) {
            case ENFORCEMENT ->
                throw new AnalysisRefused(
                        name + " counts what those who catch people do: policies are never ranked by it, "
                                + "neither by more nor by less, since it also falls when people give up calling. Take what people gain or "
                                + "suffer, such as contact_share or person_years_held");
            case UNDECLARED ->
                throw new AnalysisRefused(
                        name
                                + " comes from runs of a program whose measures did not declare their sense: policies are never ranked by it");
            case HARM -> refuse(largest, name + " is a harm: a policy cannot be the best for having more of it");
            case GOOD ->
                refuse(!largest, name + " is good for people: a policy cannot be the best for having less of it");
            case NEUTRAL -> {}
        }
    }

    private static void refuse(boolean refused, String reason) {
        if (refused) {
            throw new AnalysisRefused(reason);
        }
    }

    /**
     * The objective of the measure of this name.
     *
     * @param known measures that there are
     */
    public static Objective of(List<Measure> known, String name, boolean largest) {
        return known.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .map(measure -> new Objective(measure, largest))
                .orElseThrow(() -> {
                    List<String> names = known.stream().map(Measure::name).toList();
                    String hint = Nearest.nearest(name, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("");
                    return new AnalysisRefused("no arm, or not every arm, reports " + name + hint);
                });
    }

    /** Advantage of {@code one} over {@code other}; negative if it is worse. */
    public double advantage(double one, double other) {
        return largest ? one - other : other - one;
    }

    /** {@code most} or {@code least}, for sentences. */
    public String word() {
        return largest ? "most" : "least";
    }
}
