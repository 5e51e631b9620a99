package dev.borderline.report;

import dev.borderline.analysis.sensitivity.GivenData;
import dev.borderline.experiment.table.MemberAnswer;
import dev.borderline.report.Cells.Cell;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.scenario.ensemble.Priors;
import dev.borderline.stat.Likelihood;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Sentences on a change over members. The signs that are settled first, then those that are open and the unknowns they turn on. */
final class Verdict {
    private static final double EVEN = 0.5;
    private static final double PERCENT = 100;
    private static final int MEMBERS_FOR_SHARES = 32;
    private static final double SHARE_NAMED = 0.1;
    private static final int UNKNOWNS_MAX = 2;

    private final Results results;
    private final Members members;

    /** An unknown with its share of the variance of a change. */
    private record Share(String path, double share) {}

    private Verdict(Results results, Members members) {
        this.results = results;
        this.members = members;
    }

    /**
     * Two sentences, or one where nothing is open.
     *
     * @param about what changes, as the beginning of a sentence
     */
    static List<String> of(Results results, String about, Cell from, Cell to, List<String> measures) {
        Verdict verdict = new Verdict(results, results.study().members().orElseThrow());
        List<String> settled = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String name : measures) {
            results.cells().verdict(from, to, name).ifPresent(change -> {
                boolean isSettled = isNone(change)
                        || change.rise()
                                .filter(rise -> rise != Likelihood.ABOUT_AS_LIKELY_AS_NOT)
                                .isPresent();
                (isSettled ? settled : open).add(words(change) + (isSettled ? "" : verdict.turnsOn(from, to, change)));
            });
        }
        List<String> sentences = new ArrayList<>();
        String given = ", given this model and " + verdict.restsOn();
        sentences.add(about
                + (settled.isEmpty()
                        ? ", nothing is settled" + given
                        : ", settled" + given + ": " + String.join("; ", settled))
                + ".");
        if (!open.isEmpty()) {
            sentences.add("Open: " + String.join("; ", open) + ".");
        }
        return sentences;
    }

    private String restsOn() {
        String name = members.ensemble().name();
        return name.equals(Ensemble.PRIOR) ? "the priors of its inputs" : "the members of the ensemble " + name;
    }

    /** Contrast of the poorest fifth with the richest, in a sentence. */
    static String contrast(GroupChanges.Contrast contrast) {
        MemberAnswer apart = contrast.answer();
        String name = PlainNames.withinSentence(apart.measure().name());
        String under = "Under " + contrast.arm() + ": ";
        if (Double.isNaN(apart.sharePositive())) {
            return under + name + " has no value in the poorest or the richest fifth.";
        }
        return isNone(apart)
                ? under + "no difference in " + name + " between the poorest fifth and the richest."
                : under + kind(contrast) + " in " + name + " for the poorest fifth than for the richest,"
                        + howOften(apart, contrast.unit()) + ".";
    }

    private static String kind(GroupChanges.Contrast contrast) {
        boolean above = isRise(contrast.answer());
        if (contrast.poorest() <= 0 && contrast.richest() <= 0) {
            return above ? "a smaller fall" : "a larger fall";
        }
        if (contrast.poorest() >= 0 && contrast.richest() >= 0) {
            return above ? "a larger rise" : "a smaller rise";
        }
        return above ? "a higher change" : "a lower change";
    }

    /** True where nine in ten members have no change at all. */
    private static boolean isNone(MemberAnswer change) {
        return change.p05() == 0 && change.p95() == 0;
    }

    private static boolean isRise(MemberAnswer change) {
        return change.sharePositive() >= EVEN;
    }

    private static String words(MemberAnswer change) {
        String name = PlainNames.withinSentence(change.measure().name());
        if (Double.isNaN(change.sharePositive())) {
            return name + " has no value";
        }
        return isNone(change)
                ? "no change in " + name + " in 90 % of the members"
                : (isRise(change) ? "a rise in " : "a fall in ")
                        + name
                        + howOften(change, change.measure().unit());
    }

    /** In how many members the sign is as said, its likelihood, and the size. */
    private static String howOften(MemberAnswer change, String unit) {
        boolean rises = isRise(change);
        double count = rises ? change.rising() : change.members() - change.rising();
        String likely = change.rise()
                .map(rise -> rises ? rise : rise.opposite())
                .map(word -> ", " + word.words())
                .orElse("");
        double size = Math.max(Math.abs(change.p05()), Math.abs(change.p95()));
        Wording wording = Wording.ofChanges(Double.isFinite(size) ? size : 0, unit);
        return " in " + Numbers.human(count) + " of " + change.members() + " members" + likely + " (median "
                + signed(wording, change.median()) + wording.unit() + ", 90 % of the members "
                + signed(wording, change.p05()) + " to " + signed(wording, change.p95()) + ")";
    }

    private static String signed(Wording wording, double value) {
        String shown = wording.number(value);
        return value > 0 && !shown.matches("[0.,]+") ? "+" + shown : shown;
    }

    /** The unknowns that explain most of the variance of a change over members; nothing where too few members tell. */
    private String turnsOn(Cell from, Cell to, MemberAnswer change) {
        Optional<double[]> changes = results.cells()
                .changesByMember(from, to, change.measure().name())
                .filter(all -> all.length == members.count() && all.length >= MEMBERS_FOR_SHARES);
        if (changes.isEmpty()) {
            return "";
        }
        List<String> named = changes.stream()
                .flatMap(all -> Priors.of(results.study().base()).varying().values().stream()
                        .filter(entry -> !results.study().factors().contains(entry.path()))
                        .map(entry -> new Share(
                                entry.path(),
                                GivenData.firstOrder(members.ensemble().column(entry.path()), all))))
                .filter(share -> share.share() >= SHARE_NAMED)
                .sorted(Comparator.comparingDouble(share -> -share.share()))
                .limit(UNKNOWNS_MAX)
                .map(share -> PlainNames.ofInput(share.path()) + " ("
                        + Numbers.human(StrictMath.rint(PERCENT * share.share())) + " % of the variance)")
                .toList();
        return named.isEmpty()
                ? ", with no single unknown behind it"
                : ", turning most on " + PlainNames.enumerated(named);
    }
}
