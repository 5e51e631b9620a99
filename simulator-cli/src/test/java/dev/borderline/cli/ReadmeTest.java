package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.borderline.cli.text.Console;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows exists: its commands, its scenario, its program, its links. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path folder = Path.of("");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    /** Contents of the fenced blocks in a language. */
    private static List<String> blocks(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(readme());
        return matcher.results().map(result -> result.group(1)).toList();
    }

    @Test
    void commands_shown_canBeParsed() throws IOException {
        List<String> commands = blocks("sh").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./borderline "))
                .map(line -> line.replaceAll("( #| >).*", "").strip())
                .toList();

        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            String[] words = command.split(" +", -1);
            String[] args = List.of(words).subList(1, words.length).toArray(new String[0]);
            assertThatCode(() ->
                            CommandTree.of(Console.to(System.out, System.err)).parseArgs(args))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void scenario_shown_isValid() throws IOException {
        Path file = Small.write(folder.resolve("shown.yaml"), blocks("yaml").get(0));

        assertThat(Ran.command("scenarios", "validate", file.toString()).err()).isEmpty();
    }

    @Test
    void program_shown_compiles() throws IOException {
        List<String> lines = blocks("java").get(0).lines().toList();
        String imports =
                lines.stream().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = lines.stream().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        Path source = Small.write(
                folder.resolve("Shown.java"), imports + "\nclass Shown { static void main() {\n" + body + "\n} }\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter faults = new StringWriter();

        boolean compiled = compiler.getTask(
                        faults,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();

        assertThat(compiled).as(faults.toString()).isTrue();
    }

    @Test
    void links_shown_leadToFiles() throws IOException {
        List<String> links = Pattern.compile("\\]\\(([^)#]+)\\)")
                .matcher(readme())
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(8)
                .allSatisfy(link -> assertThat(ROOT.resolve(link)).exists());
    }

    @Test
    void blocks_generated_areFilled() throws IOException {
        assertThat(readme()).contains("crackdown: More detection").contains("Needs and contacts");
    }
}
