package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command explains itself. */
class HelpTest {
    private static final int WIDTH = 80;

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
