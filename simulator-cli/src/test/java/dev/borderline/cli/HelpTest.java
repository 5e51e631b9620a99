package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command explains itself. */
class HelpTest {
    private static final int WIDTH = 80;
    private static final Scenario DEFAULT = Scenarios.named("historical"); // with every mechanism
    private static final Set<String> INPUTS = Set.copyOf(DEFAULT.values().keySet());
    private static final Set<String> MEASURES =
            Simulation.of(DEFAULT).measures().stream().map(Measure::name).collect(Collectors.toUnmodifiableSet());

    /** The words of every command, also of those that only group others. */
    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(CommandTree.of(Console.to(System.out, System.err)), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> all) {
        all.add(words);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(sub, longer, all);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void help_ofEachCommand_hasExamplesWithin80Columns(List<String> words) {
        List<String> args = new ArrayList<>(words);
        args.add("--help");
        Ran ran = Ran.command(args.toArray(new String[0]));

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .containsPattern("(?m)^Usage: borderline" + said(words))
                .doesNotContain("%%");
        assertThat(ran.out()).containsPattern("Examples:\\n +borderline" + said(words));
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.out())
                .as("no path is broken, no example wrapped where a shell would not go on")
                .doesNotContainPattern("[a-z]\\.\n {8,}[a-z]")
                .doesNotContainPattern("(?s)Examples:\n.*[^\\\\\n]\n--");
    }

    /** Commands under {@code Examples:}, without the programs of others around them. */
    private static List<String> examples(CommandLine command) {
        String footer =
                String.join("\n", command.getCommandSpec().usageMessage().footer());
        return Pattern.compile("\\bborderline (?:[^\\n\\\\]|\\\\\n)*")
                .matcher(footer)
                .results()
                .map(match -> match.group()
                        .replace("\\\n", " ")
                        .replace("%%", "%")
                        .replaceAll("[|>)].*", "")
                        .strip())
                .toList();
    }

    private static CommandLine at(List<String> words) {
        CommandLine command = CommandTree.of(Console.to(System.out, System.err));
        for (String word : words) {
            command = Objects.requireNonNull(command.getSubcommands().get(word));
        }
        return command;
    }

    /** Names in an example exist: options, inputs, measures, shipped scenarios, and files of the repository. */
    @ParameterizedTest
    @MethodSource("commands")
    void examples_ofEachCommand_nameWhatExists(List<String> words) {
        List<String> examples = examples(at(words));

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            List<String> named = List.of(example.split(" +", -1));
            String[] args = named.subList(1, named.size()).toArray(new String[0]);
            assertThatCode(() -> CommandTree.of(Console.to(System.out, System.err), args)
                            .parseArgs(args))
                    .as(example)
                    .doesNotThrowAnyException();
            for (int place = 1; place < named.size(); place++) {
                assertExists(example, named.get(place - 1), named.get(place));
            }
        }
    }

    private static void assertExists(String example, String option, String word) {
        if (option.equals("--set") || option.equals("--vary")) {
            String path = word.replaceFirst("=.*", "").replaceFirst("^policies[.]", "levers.");
            assertThat(INPUTS).as(example).contains(path.replaceFirst("^[^.:]*:", ""));
        } else if (option.equals("--measure") || option.equals("--outcomes")) {
            assertThat(MEASURES).as(example).contains(word.split(",", -1));
        } else if (word.startsWith("seeds/")) {
            assertThat(Path.of("..", word)).as(example).exists();
        } else if (option.matches("run|compare|trace|explain|show|validate|check|--extends")
                && word.matches("[a-z][a-z0-9-]*")) {
            assertThat(new ShippedScenarios().names()).as(example).contains(word);
        }
    }

    private static String said(List<String> words) {
        return words.isEmpty() ? "" : " " + String.join(" ", words);
    }

    @Test
    void commands_found_areMoreThanAFew() {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void version_asked_namesProgramAndJava() {
        Ran ran = Ran.command("--version");

        assertThat(ran.code()).isZero();
        assertThat(ran.outLines()).hasSize(2);
        assertThat(ran.outLines().get(0)).matches("borderline \\d+\\.\\d+\\.\\d+.* \\(.+\\)");
        assertThat(ran.outLines().get(1)).startsWith("Java ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void unknownOption_anyCommand_isWrongUsage(List<String> words) {
        List<String> args = new ArrayList<>(words);
        args.add("--no-such-option");
        Ran ran = Ran.command(args.toArray(new String[0]));

        assertThat(ran.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("borderline: ").doesNotContain("\tat ");
    }
}
