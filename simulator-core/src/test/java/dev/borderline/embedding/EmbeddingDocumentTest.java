package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page {@code docs/embedding.md}: its code is cut from the examples, which are compiled and run. */
class EmbeddingDocumentTest {
    private static final Path PAGE = Path.of("../docs/embedding.md");
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Pattern MARK = Pattern.compile("<!-- snippet: (.+), from (\\S+) -->");
    private static final String FENCE = "```";

    /** With {@code -Dborderline.write=true} it writes the code into the page instead of complaining. */
    @Test
    void code_isThatOfTheExamples() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        List<String> renewed = renewed(page);
        if (Boolean.getBoolean("borderline.write")) {
            Files.write(PAGE, renewed);
        }
        assertThat(Files.readAllLines(PAGE))
                .as("stale: mvn -pl simulator-core test -Dtest=EmbeddingDocumentTest -Dborderline.write=true")
                .isEqualTo(renewed);
    }

    /** No code but what an example compiles, besides the dependency. */
    @Test
    void page_hasNoOtherCode() throws IOException {
        List<String> page = Files.readAllLines(PAGE);
        int marks = 0;
        for (int line = 1; line < page.size(); line++) {
            marks += MARK.matcher(page.get(line)).matches() ? 1 : 0;
            if (page.get(line).equals(FENCE + "java")) {
                assertThat(page.get(line - 1)).matches(MARK);
            }
        }
        assertThat(marks).isGreaterThanOrEqualTo(8);
        assertThat(page.stream().filter(line -> line.startsWith(FENCE)).toList())
                .hasSize(2 * (marks + 1));
    }

    /** The version that the page and the examples depend on is the one that is built. */
    @Test
    void examples_dependOnThisVersion() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        String dependency =
                "<artifactId>simulator-core</artifactId>\\s*<version>" + Pattern.quote(version.group(1)) + "<";
        for (String pom : new String[] {"embed", "controller", "drone-patrols", "amnesty"}) {
            assertThat(Files.readString(EXAMPLES.resolve(pom).resolve("pom.xml")))
                    .containsPattern(dependency);
        }
        assertThat(Files.readString(PAGE)).containsPattern(dependency);
    }

    /** The page with the code of every mark under it. */
    private static List<String> renewed(List<String> page) throws IOException {
        List<String> renewed = new ArrayList<>();
        for (int line = 0; line < page.size(); line++) {
            renewed.add(page.get(line));
            Matcher mark = MARK.matcher(page.get(line));
            if (mark.matches()) {
                renewed.add(FENCE + "java");
                renewed.addAll(snippet(mark.group(1), EXAMPLES.resolve(mark.group(2))));
                renewed.add(FENCE);
                boolean present = line + 1 < page.size() && page.get(line + 1).startsWith(FENCE);
                line = present ? end(page, line + 2) : line;
            }
        }
        return renewed;
    }

    private static int end(List<String> page, int from) {
        int line = from;
        while (!page.get(line).equals(FENCE)) {
            line++;
        }
        return line;
    }

    /** The lines of a file between {@code // snippet: name} and {@code // end}, without their common margin. */
    private static List<String> snippet(String name, Path file) throws IOException {
        List<String> cut = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(file)) {
            if (line.strip().equals("// end")) {
                inside = false;
            }
            if (inside) {
                cut.add(line);
            }
            inside |= line.strip().equals("// snippet: " + name);
        }
        assertThat(cut).as("snippet " + name + " of " + file).isNotEmpty();
        int margin = cut.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return cut.stream()
                .map(line -> line.isBlank() ? "" : line.substring(margin))
                .toList();
    }
}
