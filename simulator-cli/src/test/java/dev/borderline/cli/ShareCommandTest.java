package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Files that a distribution keeps beside the program. */
class ShareCommandTest {
    private static final Set<String> MACROS = Set.of("TH", "SH", "TP", "PP", "nf", "fi", "nh", "ad");
    private static final Pattern ESCAPES = Pattern.compile("\\\\(-|&|f[BR]|\\((rs|aq|dq|ga|ha|ti)|\\[u[0-9A-F]{4,6}])");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() {
        assertThat(Ran.command("share", folder.toString()).code()).isZero();
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve("man/man1").resolve(name + ".1"));
    }

    private static List<CommandLine> commands() {
        return ManPage.documented(CommandTree.of(Console.to(System.out, System.err)));
    }

    @Test
    void share_everyShownCommand_hasAPage() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("man/man1"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("borderline.1", "borderline-run.1", "borderline-scenarios-list.1")
                    .doesNotContain("borderline-share.1")
                    .containsExactlyInAnyOrderElementsOf(commands().stream()
                            .map(command -> ManPage.name(command) + ".1")
                            .toList());
        }
    }

    @Test
    void page_ofEachCommand_tellsOptionsAndExamples() throws IOException {
        for (CommandLine command : commands()) {
            String page = page(ManPage.name(command)).replace("\\-", "-");
            for (OptionSpec option : command.getCommandSpec().options()) {
                assertThat(page).contains("\n\\fB" + String.join(", ", option.names()));
            }
            assertThat(page)
                    .contains("\n.SH NAME\n" + ManPage.name(command) + " - ")
                    .contains(".SH EXAMPLES\n.nf\n" + command.getCommandSpec().qualifiedName())
                    .doesNotContain("${", "%%", "null");
        }
    }

    /** Each macro and escape is one that man(7) knows, and no line of text is taken for a request. */
    @Test
    void page_ofEachCommand_isWellFormed() throws IOException {
        for (CommandLine command : commands()) {
            String page = page(ManPage.name(command));
            Set<String> used = page.lines()
                    .filter(line -> line.startsWith("."))
                    .map(line -> line.substring(1).split(" ", 2)[0])
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(MACROS).containsAll(used);
            assertThat(ESCAPES.matcher(page).replaceAll("")).doesNotContain("\\");
            assertThat(page.lines()).noneMatch(line -> line.startsWith("'") || line.isEmpty());
            assertThat(page.codePoints()).allMatch(character -> character < 0x7F);
        }
    }

    @Test
    void text_beginningLikeARequest_isGuarded() {
        Roff roff = new Roff();
        roff.line(".csv, 'single' and \\back – dash");

        assertThat(roff.text()).isEqualTo("\\&.csv, \\(aqsingle\\(aq and \\(rsback \\[u2013] dash\n");
    }

    @Test
    void completion_written_isThatOfTheCommand() throws IOException {
        assertThat(Files.readString(folder.resolve("bash-completion/completions/borderline")))
                .isEqualTo(Ran.command("completion").out());
    }
}
