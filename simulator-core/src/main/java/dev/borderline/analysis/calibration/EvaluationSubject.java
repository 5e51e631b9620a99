package dev.borderline.analysis.calibration;

import dev.borderline.scenario.Scenario;
import dev.borderline.text.Digest;
import java.util.ArrayList;
import java.util.List;

/**
 * Identity of an evaluation: everything but the values of the inputs that its statistics depend on. Two evaluations of one subject at
 * the same values are the same; the figures of the targets and their tolerances are no part of it, so these can be corrected and
 * the work be kept. Immutable.
 *
 * <pre>{@code
 * EvaluationSubject.of(program.build(), scenario, 42, 3).inputs(paths).targets(targets)
 * }</pre>
 *
 * @param parts what it consists of, in order
 * @param inputs number of inputs that vary
 * @param statistics number of statistics that an evaluation has
 */
public record EvaluationSubject(List<Part> parts, int inputs, int statistics) {
    /**
     * One thing that evaluations depend on.
     *
     * @param name a word for messages
     * @param value it, on one line
     */
    public record Part(String name, String value) {
        public Part {
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the " + name + " '" + value + "' is not on one line");
            }
        }
    }

    public EvaluationSubject {
        parts = List.copyOf(parts);
    }

    /**
     * Runs of a scenario; no inputs, no statistics yet.
     *
     * @param program build that makes the runs, see {@link dev.borderline.experiment.store.Program#build}
     */
    public static EvaluationSubject of(String program, Scenario scenario, long seed, int replications) {
        return new EvaluationSubject(
                List.of(
                        new Part("program", program),
                        new Part("scenario", scenario.sha256()),
                        new Part("seed", Long.toString(seed)),
                        new Part("replications", Integer.toString(replications))),
                0,
                0);
    }

    /** This with inputs more that vary, in the order of their values. */
    public EvaluationSubject inputs(List<String> paths) {
        return new EvaluationSubject(with("input", paths), inputs + paths.size(), statistics);
    }

    /** This with the statistics of targets more: measures, years and units. */
    public EvaluationSubject targets(List<Target> targets) {
        List<String> keys =
                targets.stream().map(target -> target.statistic().key()).toList();
        return new EvaluationSubject(with("target", keys), inputs, statistics + keys.size());
    }

    private List<Part> with(String name, List<String> values) {
        List<Part> all = new ArrayList<>(parts);
        values.forEach(value -> all.add(new Part(name, value)));
        return all;
    }

    /** SHA-256 of all parts. */
    public String sha256() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part ->
                text.append(part.name()).append('\n').append(part.value()).append('\n'));
        return Digest.sha256(text.toString());
    }

    /** The first part in which another subject differs, in words; empty if none does. */
    String difference(EvaluationSubject other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            if (i >= parts.size() || i >= other.parts.size()) {
                return "the number of inputs or targets";
            }
            if (!parts.get(i).equals(other.parts.get(i))) {
                return "the " + parts.get(i).name() + ": there "
                        + other.parts.get(i).value() + ", here " + parts.get(i).value();
            }
        }
        return "";
    }
}
