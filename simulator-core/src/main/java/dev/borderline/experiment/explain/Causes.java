package dev.borderline.experiment.explain;

import dev.borderline.experiment.explain.Explanation.FirstDifference.Cause;
import dev.borderline.experiment.explain.Explanation.FirstDifference.Part;
import dev.borderline.experiment.explain.Explanation.FirstDifference.TextLine;
import dev.borderline.observe.Diary;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Step;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Move;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The inputs that make a step of a household come out otherwise, of those in which two worlds differ. Found by
 * running one world again with one input of the other.
 */
final class Causes {
    private static final int TRIED_MAX = 40; // each takes up to two runs

    private final World one;
    private final World other;
    private final long time;
    private final List<Diary> diaries; // of one and other

    Causes(World one, World other, long time, List<Diary> diaries) {
        this.one = one;
        this.other = other;
        this.time = time;
        this.diaries = diaries;
    }

    /** The causes of the step at {@code index} on {@code day}, those found responsible first. */
    List<Cause> tried(RunKey key, LocalDate day, int index) {
        List<Cause> all = differing();
        if (all.size() > TRIED_MAX) {
            return all;
        }
        List<Cause> tried = new ArrayList<>();
        for (Cause cause : all) {
            boolean undone = sameAs(0, other, one, cause.path(), new Trial(key, day, index));
            boolean done = !undone && sameAs(1, one, other, cause.path(), new Trial(key, day, index));
            tried.add(cause.with(undone ? Part.ALONE : done ? Part.SUFFICES : Part.UNDECIDED));
        }
        tried.sort(Comparator.comparing(Cause::part));
        return tried;
    }

    private record Trial(RunKey key, LocalDate day, int index) {}

    /** True if {@code changed}, with one input of {@code giver}, comes to the step of diary {@code like}. */
    private boolean sameAs(int like, World changed, World giver, String path, Trial trial) {
        try {
            Scenario scenario = changed.scenario().withInputOf(giver.scenario(), path);
            Diary diary = changed.with(scenario).diaryUntil(diaries.get(like).id(), trial.key(), trial.day());
            return Explanation.alike(stepOn(trial, diary), stepOn(trial, diaries.get(like)));
        } catch (InvalidInput together) {
            return false; // the input does not go with the rest, so it cannot be responsible alone
        }
    }

    /** The step if it is on the trial's day or before: what comes later says nothing. */
    private Optional<Step> stepOn(Trial trial, Diary diary) {
        long end = one.scenario().period().timeMs(trial.day().plusDays(1));
        return diary.steps().stream().skip(trial.index()).findFirst().filter(step -> step.time() < end);
    }

    private List<Cause> differing() {
        TreeSet<String> paths = new TreeSet<>(one.scenario().values().keySet());
        paths.retainAll(other.scenario().values().keySet());
        List<Cause> causes = new ArrayList<>();
        for (String path : paths) {
            double before = valueThen(one.scenario(), diaries.get(0), path);
            double after = valueThen(other.scenario(), diaries.get(1), path);
            if (before != after || !course(one.scenario(), path).equals(course(other.scenario(), path))) {
                List<TextLine> lines = new ArrayList<>(lines(other, path));
                lines.addAll(lines(one, path));
                causes.add(new Cause(path, before, after, lines, Part.NOT_TRIED));
            }
        }
        return causes;
    }

    /** Value and moves of an input up to the moment: worlds can differ by what a lever was before, too. */
    private List<Object> course(Scenario scenario, String path) {
        List<Object> course = new ArrayList<>(List.of(scenario.value(path)));
        course.addAll(movesSoFar(scenario, path));
        return course;
    }

    private List<Move> movesSoFar(Scenario scenario, String path) {
        return scenario.moves().stream()
                .filter(move -> move.path().equals(path) && scenario.period().timeMs(move.at()) <= time)
                .toList();
    }

    private double valueThen(Scenario scenario, Diary diary, String path) {
        double value = scenario.value(path);
        for (Hearing.Moved moved : diary.moves()) {
            if (moved.time() <= time && path.equals(InputSpec.LEVERS + moved.lever())) {
                value = moved.to();
            }
        }
        return value;
    }

    /** Places in a world's files of its value or, if it has moved by then, of its moves. */
    private List<TextLine> lines(World side, String path) {
        Scenario scenario = side.scenario();
        List<TextLine> lines = new ArrayList<>();
        for (Move move : movesSoFar(scenario, path)) {
            scenario.origin(move).ifPresent(mark -> lines.add(new TextLine(side.name(), text(move), mark)));
        }
        if (movesSoFar(scenario, path).isEmpty()) {
            String text = path + ": " + Numbers.exact(scenario.value(path));
            scenario.origin(path).ifPresent(mark -> lines.add(new TextLine(side.name(), text, mark)));
        }
        return lines;
    }

    private static String text(Move move) {
        return switch (move.action()) {
            case SET -> "from " + move.at() + " " + move.path() + " is " + Numbers.exact(move.value());
            case SCALE -> "from " + move.at() + " " + move.path() + " times " + Numbers.exact(move.value());
            case RAMP ->
                move.path() + " from " + move.at() + " to " + Numbers.exact(move.value()) + " by " + move.until();
        };
    }
}
