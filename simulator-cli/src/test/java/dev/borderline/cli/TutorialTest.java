package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/tutorial.md}, and then {@code docs/cookbook.md} on the results that it leaves, do what they say. */
class TutorialTest {
    private static final Path COOKBOOK = Path.of("..", "docs", "cookbook.md");
    private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(?:python|r)\n(.*?)^```$");
    /** A file; a column or measure in quotes; a column after the name of a table; the columns that R selects. */
    private static final Pattern FILE = Pattern.compile("\"(results/[^\"]+)\"");

    private static final Pattern QUOTED = Pattern.compile("\"([a-z_0-9]+)\"");
    private static final Pattern OF_TABLE = Pattern.compile("\\b(?:summary|runs|a|b)[.$]([a-z_]+)(?!\\w*\\()");
    private static final Pattern SELECTED =
            Pattern.compile("\\bc\\(([a-z_0-9, ]*[a-z_][a-z_0-9, ]*)\\)|subset\\(\\w+, ([a-z_]+) ==");

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Tag("pages")
    void tutorialAndCookbook_everyCommandAndQuery_printsWhatTheySay() throws IOException {
        Path seeds = Files.createSymbolicLink(
                folder.resolve("seeds"), Path.of("..", "seeds").toRealPath());

        assertThat(PlayedPage.play("tutorial.md", folder))
                .contains("sh", "text", "yaml")
                .hasSizeGreaterThan(8);
        assertThat(PlayedPage.play("cookbook.md", folder).stream().filter("sql"::equals))
                .hasSizeGreaterThanOrEqualTo(4);
        snippetsNameWhatIsThere();
        Files.delete(seeds); // or the folder's removal complains of a link that leads out of it
    }

    /** A point estimate is one guess, and intervals of counts from two or three runs reach below zero: no first table. */
    @Test
    void tutorial_answers_areOverMembersOrEnoughRuns() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "tutorial.md")))
                .containsPattern("(?m)^./borderline run ")
                .doesNotContainPattern("(?m)^./borderline (run|compare) .*(-n|--replications) [1-3]\\b");
    }

    /** Neither Python nor R is run: that would need both, with pandas, wherever the project is built. */
    private void snippetsNameWhatIsThere() throws IOException {
        Set<String> known = names();
        Matcher snippets = SNIPPET.matcher(Files.readString(COOKBOOK));
        List<String> files = new ArrayList<>();
        Set<String> named = new TreeSet<>();
        while (snippets.find()) {
            FILE.matcher(snippets.group(1)).results().forEach(match -> files.add(match.group(1)));
            String code = FILE.matcher(snippets.group(1)).replaceAll("");
            QUOTED.matcher(code).results().forEach(match -> named.add(match.group(1)));
            OF_TABLE.matcher(code).results().forEach(match -> named.add(match.group(1)));
            SELECTED.matcher(code)
                    .results()
                    .flatMap(match -> match.group(1) == null
                            ? List.of(match.group(2)).stream()
                            : List.of(match.group(1).split(", *", -1)).stream())
                    .forEach(named::add);
        }
        assertThat(files)
                .hasSize(4)
                .allSatisfy(file -> assertThat(folder.resolve(file)).exists());
        assertThat(named).contains("measure", "p05", "person_years_held", "arrests", "point", "member");
        assertThat(known).containsAll(named);
    }

    /** Columns of the tables; {@code runs.csv} has one for each measure. */
    private Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String table : List.of("summary", "runs", "yearly")) {
            List<String> lines = Files.readAllLines(folder.resolve("results/coverage/" + table + ".csv"));
            names.addAll(List.of(lines.get(0).split(",", -1)));
        }
        return names;
    }
}
