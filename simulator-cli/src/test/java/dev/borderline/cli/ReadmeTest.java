package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.borderline.cli.text.Console;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
            assertThatCode(() -> CommandTree.of(Console.to(System.out, System.err), args)
                            .parseArgs(args))
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

    /** {@link TutorialTest} runs the same command and holds what it prints against the tutorial. */
    @Test
    void run_shown_isWhatTheTutorialShowsOfTheSameCommand() throws IOException {
        String tutorial = Files.readString(ROOT.resolve("docs").resolve("tutorial.md"));

        assertThat(readme()).contains("\n./borderline run tightening-2015\n");
        assertThat(tutorial)
                .as("renewed by .ci/readme")
                .contains("```sh\n./borderline run tightening-2015\n```\n\n```text\n" + printed("run") + "```\n");
    }

    /** All 3,200 runs are for the deep tests and {@code .ci/readme --check}; here those of the first cell of each table are made. */
    @Test
    @Tag("pages")
    void sweep_shown_hasThoseNumbersInItsFirstCells() throws IOException {
        String sweep = Files.readString(ROOT.resolve(CRACKDOWN))
                .replace("[0.0075, 0.015, 0.03, 0.06, 0.12]", "[0.0075]")
                .replace("[0, 0.05, 0.1, 0.2, 0.4]", "[0]");
        Path file = Small.write(folder.resolve("corner.yaml"), sweep);
        Path out = folder.resolve("r");

        Ran ran = Ran.command("sweep", file.toString(), "--quiet", "--out", out.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        List<Map<String, String>> summary = Tables.read(out.resolve("summary.csv"));
        Map<String, String> shown = firstCells(printed("sweep"));
        assertThat(shown).hasSize(6);
        shown.forEach((heading, cell) -> {
            String measure = heading.substring(0, heading.indexOf(','));
            double median = summary.stream()
                    .filter(line -> Tables.cell(line, "measure").equals(measure))
                    .mapToDouble(line -> Double.parseDouble(Tables.cell(line, "median")))
                    .findFirst()
                    .orElseThrow();
            assertThat(Math.abs(Double.parseDouble(cell.replace(",", "")) - median * multiple(heading)))
                    .as(heading + ", renewed by .ci/readme")
                    .isLessThanOrEqualTo(0.5001 * place(cell));
        });
    }

    /** Least median of each table, by its heading. */
    private static Map<String, String> firstCells(String text) {
        Map<String, String> cells = new TreeMap<>();
        Pattern first =
                Pattern.compile("(?m)^([a-z_]+, [^\n]+)\n +bribe_detection\n +coverage [^\n]*\n +0[.]0075 +([\\d.,]+)");
        first.matcher(text).results().forEach(found -> cells.put(found.group(1), found.group(2)));
        return cells;
    }

    private static double multiple(String heading) {
        return heading.endsWith(", %")
                ? 100
                : heading.contains(", thousand ") ? 1e-3 : heading.contains(", million ") ? 1e-6 : 1;
    }

    /** Value of the last digit. */
    private static double place(String cell) {
        int point = cell.indexOf('.');
        return point < 0 ? 1 : Math.pow(10, point + 1 - cell.length());
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
