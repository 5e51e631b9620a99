package dev.borderline.cli.text;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.Likelihood;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about answers over members. */
public final class MembersText {
    private static final double PERCENT = 100;
    private static final double EVEN = 0.5;
    private static final String CAUTION =
            "Ranges hold 90 % of the members: they are what is not known of the inputs, as far as the evidence tables"
                    + " say, given this model. Chance is the share of that spread that more replications"
                    + " would take away. These are conditional what-ifs, not estimates of real counts.";

    private MembersText() {}

    /** Share of the people that is simulated, after a comma; nothing where all are. */
    public static String people(Scenario scenario) {
        double share = scenario.population().simulatedShare();
        return share == 1 ? "" : ", " + Numbers.human(share * PERCENT) + " % of the people simulated";
    }

    /** First line above the numbers that says what they are. */
    public static String head(Experiment experiment) {
        Members members = experiment.members().orElseThrow();
        return "Over " + members.count() + (members.count() == 1 ? " member" : " members") + " of the ensemble "
                + members.ensemble().name() + ", " + Words.counted(members.replicationsEach(), "replication")
                + " each" + people(experiment.base());
    }

    /** Caution for every reader of such an answer. */
    public static List<String> caution(int width) {
        return Wrapping.lines(CAUTION, width);
    }

    /** In how many members a measure rises, as in {@code 30 of 64}; ties count half. */
    public static String rises(MemberAnswer change) {
        if (Double.isNaN(change.sharePositive())) {
            return "n/a";
        }
        return counted(change.rising()) + " of " + change.members();
    }

    /**
     * Sentences on the signs of changes: those that a calibrated word bears, and those that stay open. Then the members whose own
     * replications do not agree.
     */
    public static List<String> settledAndOpen(List<MemberAnswer> changes) {
        List<String> settled = new ArrayList<>();
        List<String> unsettled = new ArrayList<>();
        for (MemberAnswer change : changes) {
            Optional<Likelihood> word = change.rise();
            boolean isSettled = word.isPresent() && word.get() != Likelihood.ABOUT_AS_LIKELY_AS_NOT;
            (isSettled ? settled : unsettled).add(sign(change));
        }
        List<String> sentences = new ArrayList<>();
        if (!settled.isEmpty()) {
            sentences.add("Settled, given this model: " + String.join("; ", settled) + ".");
        }
        if (!unsettled.isEmpty()) {
            sentences.add("Open: " + String.join("; ", unsettled) + ".");
        }
        int open = changes.stream().mapToInt(MemberAnswer::open).max().orElse(0);
        if (open > 0) {
            sentences.add("In up to " + Words.counted(open, "member")
                    + " the replications of the member do not agree on the sign.");
        }
        return sentences;
    }

    /** In how many members a measure rises or falls, whichever more do, and the word for it. */
    private static String sign(MemberAnswer change) {
        String name = change.measure().name();
        if (Double.isNaN(change.sharePositive())) {
            return name + " is not defined";
        }
        boolean rises = change.sharePositive() >= EVEN;
        double count = rises ? change.rising() : change.members() - change.rising();
        String direction = rises ? "a rise of " : "a fall of ";
        String word = change.rise()
                .map(rise -> rises ? rise : rise.opposite())
                .map(of -> " (" + of.words() + ")")
                .orElse("");
        return direction + name + " in " + counted(count) + " of " + change.members() + word;
    }

    private static String counted(double count) {
        return count == Math.rint(count) ? Numbers.human((long) count) : String.format(Locale.ROOT, "%.1f", count);
    }

    /** Share of the spread that is Monte Carlo error. */
    public static String chance(MemberAnswer answer) {
        double share = answer.chanceShare();
        if (Double.isNaN(share)) {
            return "-";
        }
        return share > 1 ? ">100 %" : String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
    }
}
