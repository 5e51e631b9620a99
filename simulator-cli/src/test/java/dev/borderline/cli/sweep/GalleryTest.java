package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Browser;
import dev.borderline.cli.Ran;
import dev.borderline.cli.options.RunsOptions;
import dev.borderline.cli.options.SetOption;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.SweepFile;
import dev.borderline.scenario.SweepReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions of {@code seeds/gallery} and the page that shows them; that it shows what is printed is for {@code .ci/gallery}. */
class GalleryTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SEEDS = ROOT.resolve("seeds/gallery");
    private static final Path FIGURES = ROOT.resolve("docs/gallery");
    private static final Pattern FIRST_LINE = Pattern.compile("# (.+) asks\\. Shown: [a-z-]+(:[a-z])?\\.");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

    static List<String> names() throws IOException {
        return stems(SEEDS, ".yaml");
    }

    private static List<String> stems(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(end))
                    .map(file -> file.substring(0, file.length() - end.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/gallery.md"));
    }

    /** The part of the page on a question. */
    private static String entry(String name) throws IOException {
        String page = page();
        int number = Integer.parseInt(name.substring(0, 2));
        int from = page.indexOf("\n## " + number + ". ");
        assertThat(from).as(name).isPositive();
        int to = page.indexOf("\n## ", from + 1);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    @Test
    void questions_areTenAndNumbered() throws IOException {
        List<String> numbers =
                names().stream().map(name -> name.substring(0, 3)).toList();

        assertThat(numbers).containsExactly("01-", "02-", "03-", "04-", "05-", "06-", "07-", "08-", "09-", "10-");
    }

    @ParameterizedTest
    @MethodSource("names")
    void question_isASweep_ofWhichARunCanBeMade(String name) throws IOException {
        Path file = SEEDS.resolve(name + ".yaml");
        SweepFile sweep = SweepReader.read(StandardCatalog.standard(), file);

        assertThat(sweep.heading().name()).isEqualTo(name);
        assertThat(sweep.heading().question()).endsWith("?");
        assertThat(sweep.outcomes()).hasSizeBetween(1, 3);
        assertThat(sweep.warnings()).isEmpty();
        for (SweepFile.ArmEntry arm : sweep.arms()) {
            Ran ran = Ran.command("sweep", file.toString(), "--people", "1%", "--only", "0/" + arm.name() + "/0");
            assertThat(ran.code()).as(ran.err()).isZero();
            assertThat(ran.out()).contains(sweep.outcomes());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void question_hasItsEntry_withWhoAsksAFigureAWordOfLikelihoodAndGrades(String name) throws IOException {
        Path file = SEEDS.resolve(name + ".yaml");
        SweepFile sweep = SweepReader.read(StandardCatalog.standard(), file);
        Matcher first = FIRST_LINE.matcher(Files.readAllLines(file).get(0));
        assertThat(first.matches()).as("first line of " + file).isTrue();

        assertThat(entry(name))
                .contains(". " + sweep.heading().title() + "\n")
                .contains("**" + first.group(1) + " asks:** " + sweep.heading().question())
                .contains("(gallery/" + name + ".svg)", "(../seeds/gallery/" + name + ".yaml)")
                .contains("./borderline sweep seeds/gallery/" + name + ".yaml\n./borderline report results/" + name)
                .containsPattern("(?m)^> .*(members|member)")
                .containsPattern("of grade C: \\d+ % are assumptions");
    }

    @Test
    void page_showsEachQuestionAndFigure_andNoOther() throws IOException {
        List<String> links =
                LINK.matcher(page()).results().map(link -> link.group(1)).toList();
        List<String> expected = new ArrayList<>();
        for (String name : names()) {
            expected.add("gallery/" + name + ".svg");
            expected.add("../seeds/gallery/" + name + ".yaml");
        }

        assertThat(links)
                .allSatisfy(
                        link -> assertThat(ROOT.resolve("docs").resolve(link)).exists());
        assertThat(links.stream().filter(link -> link.contains("gallery/")).toList())
                .isEqualTo(expected);
        assertThat(stems(FIGURES, ".svg")).isEqualTo(names());
        assertThat(page().split("\n## ", -1)).hasSize(names().size() + 1);
    }

    /** A figure of other inputs than the file and the shipped scenarios have now is out of date, whatever it shows. */
    @ParameterizedTest
    @MethodSource("names")
    void figure_isAnImage_ofThisExperiment(String name) throws Exception {
        Path figure = FIGURES.resolve(name + ".svg");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(figure.toFile());
        RunsOptions unasked = new RunsOptions();
        String digest = SweepPlan.read(SEEDS.resolve(name + ".yaml"))
                .with(new SetOption(), unasked)
                .overMembers(unasked)
                .experiment()
                .sha256();

        assertThat(Files.readString(figure))
                .as("renewed by .ci/gallery --renew")
                .contains("experiment " + digest.substring(0, 16));
    }

    @Test
    @Tag("pages")
    void figures_inABrowser_haveNoTextThatRunsOut() throws IOException {
        try (Browser browser = Browser.start()) {
            for (String name : names()) {
                browser.open(FIGURES.resolve(name + ".svg").toUri().toString());
                assertThat(browser.script("const page = document.documentElement.getBoundingClientRect();"
                                + "return [...document.querySelectorAll('text')].filter(text => {"
                                + "const box = text.getBoundingClientRect(); return box.left < page.left || box.right > page.right;})"
                                + ".map(text => text.textContent)"))
                        .as(name)
                        .isEqualTo(List.of());
                assertThat(browser.script("return document.querySelectorAll('text').length > 5"))
                        .isEqualTo(true);
            }
        }
    }
}
