package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.StoppingRule.Goal;
import dev.borderline.text.Nearest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for a target precision of means, instead of a number of replications. */
public final class PrecisionOption {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<measure>[A-Za-z0-9_-]+)=)?(?<number>\\d+(?:\\.\\d+)?)(?<percent>%)?");
    private static final double PERCENT_IN_ONE = 100;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "Make as many replications as it takes to know means with 95 %% confidence: 5%% of itself for"
                    + " every main outcome, arrests=5%% for one, contact_share=0.01 for one in its unit. Repeatable.")
    private List<String> asked = new ArrayList<>();

    @Option(
            names = "--max-replications",
            paramLabel = "N",
            description = "Where --precision gives up (default: " + StoppingRule.MAX_USUAL + ").")
    private @Nullable BigInteger most; // of any size, to be refused in our words

    /** The options as words of a command. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        asked.forEach(precision -> words.addAll(List.of("--precision", precision)));
        if (most != null) {
            words.addAll(List.of("--max-replications", most.toString()));
        }
        return words;
    }

    public boolean isAsked() {
        return !asked.isEmpty();
    }

    /**
     * The rule that is asked for, or {@code present} with the cap that is asked for.
     *
     * @param usual measures that a precision without a name is of
     * @param known all there are
     */
    public Optional<StoppingRule> rule(Optional<StoppingRule> present, List<String> usual, List<String> known) {
        if (asked.isEmpty()) {
            if (most != null && present.isEmpty()) {
                throw new Refusal("--max-replications goes with --precision");
            }
            return present.map(rule -> capped(rule, rule.maxReplications()));
        }
        List<Goal> goals = new ArrayList<>();
        for (String precision : asked) {
            goals.addAll(goals(precision, usual, known));
        }
        return Optional.of(capped(new StoppingRule(goals, StoppingRule.MAX_USUAL), StoppingRule.MAX_USUAL));
    }

    private StoppingRule capped(StoppingRule rule, int usual) {
        return rule.atMost(
                most == null
                        ? usual
                        : ChanceOptions.whole(
                                "--max-replications", most, StoppingRule.FIRST, ChanceOptions.REPLICATIONS_MAX));
    }

    private static List<Goal> goals(String precision, List<String> usual, List<String> known) {
        Matcher parts = FORM.matcher(precision);
        if (!parts.matches() || (parts.group("measure") == null && parts.group("percent") == null)) {
            throw new Refusal("--precision " + precision
                    + " is not understood; it is a percentage such as 5%, or arrests=5%, or contact_share=0.01");
        }
        double number = Double.parseDouble(parts.group("number"));
        boolean relative = parts.group("percent") != null;
        String measure = parts.group("measure");
        if (number == 0 || (relative && number >= PERCENT_IN_ONE)) {
            throw new Refusal("--precision " + precision + " is not allowed; it is above 0"
                    + (relative ? " and below 100 %" : ""));
        }
        if (measure != null && !known.contains(measure)) {
            throw new Refusal("--precision: there is no measure '" + measure + "'"
                    + Nearest.nearest(measure, known)
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse(""));
        }
        List<String> measures = measure == null ? usual : List.of(measure);
        return measures.stream()
                .map(name -> relative ? Goal.relative(name, number / PERCENT_IN_ONE) : Goal.absolute(name, number))
                .toList();
    }
}
