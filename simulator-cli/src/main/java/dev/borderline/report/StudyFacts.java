package dev.borderline.report;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.StoppingRule;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.policy.Move;
import dev.borderline.random.RunKeys;
import dev.borderline.text.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Facts of a study from its manifest, in words for an appendix. */
final class StudyFacts {
    private static final int MOVES_MAX = 20;
    private static final int PERCENT = 100;

    private final Results results;
    private final StudyPlan study;
    private final Experiment experiment;
    private final SavedSweep.Facts facts;

    StudyFacts(Results results, SavedSweep.Facts facts) {
        this.results = results;
        this.study = results.study();
        this.experiment = study.experiment();
        this.facts = facts;
    }

    /** Each fact by the name that the checklist uses for it. */
    Map<String, String> byName() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("title", study.title());
        named.put("question", study.question().isEmpty() ? "→ State the question." : "Question: " + study.question());
        named.put("outcomes", codes(results.outcomes()));
        named.put("arms", arms());
        named.put("design", design());
        named.put("scenario", study.base().name() + ", \"" + study.base().title() + "\"");
        named.put(
                "story",
                study.base().story().isEmpty() ? "" : study.base().story().strip() + " ");
        named.put("moves", moves());
        named.put("varied", study.factors().isEmpty() ? "nothing." : codes(study.factors()) + ".");
        named.put("period", period());
        inputs(named);
        chance(named);
        machine(named);
        digests(named);
        return named;
    }

    private void inputs(Map<String, String> named) {
        List<Ledger.Line> inputs = Ledger.of(study).lines();
        named.put("inputs", Integer.toString(inputs.size()));
        named.put(
                "grades",
                PlainNames.enumerated(Ledger.GRADES.stream()
                        .map(grade -> Ledger.count(inputs, grade) + " are of grade " + grade)
                        .toList()));
    }

    private void chance(Map<String, String> named) {
        named.put("replications", replications());
        named.put(
                "random numbers",
                study.sharesRandomNumbers()
                        ? "replication k has the same in every setting and arm, so that differences are paired"
                        : "every setting and arm has its own, so that differences are not paired");
        named.put("precision", precision());
        named.put("seed", Long.toString(study.seed()));
        named.put("scheme", Integer.toString(RunKeys.SCHEME_VERSION));
        named.put(
                "runs",
                results.counts().done() - results.counts().failed() + " done, "
                        + results.counts().failed() + " failed");
    }

    private void machine(Map<String, String> named) {
        named.put("version", facts.program().version());
        named.put("commit", facts.program().commit());
        named.put("build", facts.program().build());
        named.put("jvm", facts.jvm());
        named.put("os", facts.os());
        named.put("started", facts.started().truncatedTo(ChronoUnit.SECONDS).toString());
        named.put("elapsed", elapsed());
    }

    private void digests(Map<String, String> named) {
        named.put("command", study.command().stream().map(StudyFacts::word).collect(Collectors.joining(" ")));
        named.put("experiment", experiment.sha256());
        named.put("scenario digest", study.base().sha256());
        named.put("design digest", experiment.designSha256());
    }

    /** A folder may be that of a sweep under way. */
    private String elapsed() {
        Instant finished = facts.finished();
        return finished == null
                ? "has not ended"
                : "took " + words(Duration.between(facts.started(), finished)) + ", interruptions included";
    }

    private static String words(Duration time) {
        String hours = time.toHours() > 0 ? time.toHours() + " h " : "";
        return hours + time.toMinutesPart() + " min " + time.toSecondsPart() + " s";
    }

    private static String word(String word) {
        return word.matches("\\S+") ? word : "'" + word + "'";
    }

    private static String codes(List<String> names) {
        return PlainNames.enumerated(
                names.stream().map(name -> "`" + name + "`").toList());
    }

    private String arms() {
        List<String> arms = IntStream.range(0, study.arms().size())
                .mapToObj(arm -> "\"" + study.arms().get(arm) + "\" (its complete scenario has SHA-256 "
                        + experiment
                                .arms()
                                .get(arm)
                                .applyTo(study.base(), Map.of())
                                .sha256() + ")")
                .toList();
        return PlainNames.enumerated(arms) + ".";
    }

    private String design() {
        if (study.factors().isEmpty()) {
            return "none: one setting.";
        }
        Map<String, String> ranges = experiment.design().info().ranges();
        List<String> factors = study.factors().stream()
                .map(factor -> "`" + factor + "`" + (ranges.containsKey(factor) ? " in " + ranges.get(factor) : ""))
                .toList();
        return study.kind().replace('_', ' ') + ", " + study.size() + (study.size() == 1 ? " setting" : " settings")
                + " of " + PlainNames.enumerated(factors) + ", listed in `design.csv`.";
    }

    private String moves() {
        List<Move> all = study.base().moves();
        if (all.isEmpty()) {
            return "none.";
        }
        String told = all.stream().limit(MOVES_MAX).map(StudyFacts::words).collect(Collectors.joining("; "));
        return told + (all.size() <= MOVES_MAX ? "." : "; and " + (all.size() - MOVES_MAX) + " more.");
    }

    private static String words(Move move) {
        String value = Numbers.file(move.value());
        String what = switch (move.action()) {
            case SET -> "set to " + value + " on " + move.at();
            case SCALE -> "multiplied by " + value + " on " + move.at();
            case RAMP -> "taken to " + value + " in daily steps from " + move.at() + " to " + move.until();
        };
        return "`" + move.lever() + "` " + what;
    }

    private String period() {
        LocalDate start = study.base().start();
        LocalDate end = study.base().end();
        return start + " to " + end.minusDays(1) + ", " + ChronoUnit.DAYS.between(start, end)
                + " days of simulated time";
    }

    private String replications() {
        int cells = study.size() * study.arms().size();
        String each = cells == 1 ? "." : " of each of " + cells + " combinations of setting and arm.";
        int number = experiment.replications();
        String most = experiment.stopping().isEmpty() ? "" : "At most ";
        return most + number + (number == 1 ? " run" : " independent replications") + each;
    }

    private String precision() {
        if (experiment.stopping().isEmpty()) {
            return "The number was fixed in advance.";
        }
        List<String> wanted = experiment.stopping().orElseThrow().goals().stream()
                .map(StudyFacts::goal)
                .toList();
        return "Replications went on until means were known with 95 % confidence: " + String.join("; ", wanted)
                + ". Combinations have " + results.counted().runs()
                + "; `borderline status` tells what is not known so well.";
    }

    private static String goal(StoppingRule.Goal goal) {
        List<String> ways = new ArrayList<>();
        if (goal.relative() > 0) {
            ways.add(Numbers.file(PERCENT * goal.relative()) + " % of itself");
        }
        if (goal.absolute() > 0) {
            ways.add(Numbers.file(goal.absolute()) + " in its unit");
        }
        return "`" + goal.measure() + "` to " + String.join(" or ", ways);
    }
}
