package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --move} and {@code --without}: a policy made on the command line. */
public final class PolicyOptions {
    @Option(
            names = "--move",
            paramLabel = "LEVER=VALUE@DATE",
            description =
                    "Set a lever from a day on, after the scenario's own moves; with DATE..DATE take it there in daily"
                            + " steps. May be repeated. Of several scenarios, ARM: before it means one.")
    private List<DatedMove> moves = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "MECHANISM",
            description = "Switch a mechanism off. May be repeated. Of several scenarios, ARM: before it means one.")
    private List<String> without = new ArrayList<>();

    /** The options as words of a command. */
    public List<String> words() {
        return Stream.concat(
                        without.stream().flatMap(name -> Stream.of("--without", name)),
                        moves.stream().flatMap(move -> Stream.of("--move", move.word())))
                .toList();
    }

    /** Refuses an arm that is none of these. */
    void refuseUnknown(List<String> arms) {
        Stream<String> named = Stream.concat(
                moves.stream().map(DatedMove::arm).filter(arm -> !arm.isEmpty()).map(arm -> "--move " + arm + ":"),
                without.stream().filter(name -> name.contains(":")).map(name -> "--without " + name));
        Optional<String> unknown = named.filter(word -> arms.stream()
                        .noneMatch(arm ->
                                word.startsWith("--move " + arm + ":") || word.startsWith("--without " + arm + ":")))
                .findFirst();
        if (unknown.isPresent()) {
            throw new Refusal(unknown.get() + ": there is no such arm; there are " + String.join(", ", arms));
        }
    }

    /** Mechanisms switched off in an arm. */
    private List<String> without(String arm) {
        return without.stream()
                .filter(name -> name.indexOf(':') < 0 || name.startsWith(arm + ":"))
                .map(name -> name.substring(name.indexOf(':') + 1))
                .distinct()
                .toList();
    }

    private List<DatedMove> moves(String arm) {
        return moves.stream()
                .filter(move -> move.arm().isEmpty() || move.arm().equals(arm))
                .toList();
    }

    /** The scenario of an arm without the mechanisms that are switched off. */
    Scenario switchedOff(Scenario scenario, String arm) {
        List<String> names = without(arm);
        return names.isEmpty() ? scenario : scenario.without(names);
    }

    /** The scenario of an arm with the moves. */
    Scenario moved(Scenario scenario, String arm) {
        List<Move> asked = moves(arm).stream().map(DatedMove::move).toList();
        return asked.isEmpty() ? scenario : scenario.with(new Policy("moves", asked));
    }

    /** The options of one arm as words of a command that runs it alone. */
    List<String> words(String arm) {
        return Stream.concat(
                        without(arm).stream().flatMap(name -> Stream.of("--without", name)),
                        moves(arm).stream()
                                .flatMap(move -> Stream.of(
                                        "--move",
                                        new DatedMove("", move.lever(), move.value(), move.at(), move.until()).word())))
                .toList();
    }

    /** A scenario alone, changed by settings in between. */
    public Scenario applyTo(Scenario scenario, SetOption changes) {
        refuseUnknown(List.of());
        return moved(changes.applyTo(switchedOff(scenario, "")), "");
    }
}
