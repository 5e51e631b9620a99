package dev.borderline.experiment.folder;

import dev.borderline.policy.Move;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Differences of two scenarios in words: inputs with both values, simulated time, moves. */
final class ScenarioChanges {
    private ScenarioChanges() {}

    /** One phrase for each difference: what is now, and what was. */
    static List<String> between(Scenario was, Scenario is) {
        List<String> changes = new ArrayList<>();
        was.values().forEach((path, value) -> {
            Double now = is.values().get(path);
            if (!value.equals(now)) {
                changes.add(path + " is " + (now == null ? "missing" : Numbers.exact(now)) + ", it was "
                        + Numbers.exact(value));
            }
        });
        if (!was.period().equals(is.period())) {
            changes.add("the simulated time is " + is.start() + " to before " + is.end() + ", it was " + was.start()
                    + " to before " + was.end());
        }
        was.moves().stream()
                .filter(move -> !is.moves().contains(move))
                .forEach(move -> changes.add("a move is missing: " + shown(move)));
        is.moves().stream()
                .filter(move -> !was.moves().contains(move))
                .forEach(move -> changes.add("a move is new: " + shown(move)));
        return changes;
    }

    private static String shown(Move move) {
        return move.at() + " " + move.lever() + " " + move.action().toString().toLowerCase(Locale.ROOT) + " "
                + Numbers.exact(move.value());
    }
}
