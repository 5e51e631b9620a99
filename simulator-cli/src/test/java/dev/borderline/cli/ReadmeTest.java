package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.borderline.cli.text.Console;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, scenario, program and links that the README shows exist. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final String CRACKDOWN = "seeds/sweeps/crackdown.yaml";

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

    /** Text between the marks of a block that {@code .ci/readme} writes, without its fence. */
    private static String printed(String name) throws IOException {
        Matcher block = Pattern.compile("(?s)<!-- begin " + name + " -->\n```\n(.*?)```\n<!-- end " + name + " -->")
                .matcher(readme());
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }

    @Test
    void run_shown_printsThoseBytes() throws IOException {
        assertThat(Ran.command("run", "tightening-2015").out())
                .as("renewed by .ci/readme")
                .isEqualTo(printed("run"));
    }

    /** All 3,200 runs are for the deep tests; of the tables' corners the same runs are made here, for members are shared. */
    @Test
    void sweep_shown_hasThoseNumbersInItsCorners() throws IOException {
        String sweep = Files.readString(ROOT.resolve(CRACKDOWN))
                .replace("[0.0075, 0.015, 0.03, 0.06, 0.12]", "[0.0075, 0.12]")
                .replace("[0, 0.05, 0.1, 0.2, 0.4]", "[0, 0.4]");
        Path file = Small.write(folder.resolve("corners.yaml"), sweep);

        Ran ran = Ran.command(
                "sweep", file.toString(), "--out", folder.resolve("r").toString());

        Map<String, List<String>> shown = new TreeMap<>();
        medians(printed("sweep")).forEach((row, cells) -> {
            if (row.endsWith(" 0.0075") || row.endsWith(" 0.12")) {
                shown.put(row, List.of(cells.get(0), cells.get(cells.size() - 1)));
            }
        });
        assertThat(shown).as("renewed by .ci/readme").hasSize(2 * 6).isEqualTo(medians(ran.out()));
    }

    /** Medians of the tables by outcome and coverage; a wide table stands in several blocks. */
    private static Map<String, List<String>> medians(String text) {
        Pattern heading = Pattern.compile("([a-z_]+), .*");
        Pattern row = Pattern.compile(" +(0[.]\\d+)((?: +[\\d.,]+)+)");
        Map<String, List<String>> medians = new TreeMap<>();
        String outcome = "";
        for (String line : text.lines().toList()) {
            Matcher named = heading.matcher(line);
            Matcher cells = row.matcher(line);
            outcome = named.matches() ? named.group(1) : outcome;
            if (cells.matches()) {
                medians.computeIfAbsent(outcome + " " + cells.group(1), absent -> new ArrayList<>())
                        .addAll(List.of(cells.group(2).strip().split(" +", -1)));
            }
        }
        return medians;
    }

    @Test
    @Tag("deep")
    void sweep_shown_printsThoseBytes() throws IOException {
        Path out = folder.resolve("results").resolve("crackdown");

        Ran ran = Ran.command("sweep", ROOT.resolve(CRACKDOWN).toString(), "--out", out.toString());

        assertThat(ran.out().replace(folder + "/", ""))
                .as("renewed by .ci/readme")
                .isEqualTo(printed("sweep"));
    }
}
