package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Browser;
import dev.borderline.cli.Ran;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;

/** The page of a village, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorePageTest {
    private static final String COVERAGE = "levers.surveillance.coverage";
    private static final String DONE = "return document.getElementById('answer').dataset.state === 'done'";
    private static final String LEVER = "document.querySelector(`[data-path='" + COVERAGE + "']`)";

    private final Browser browser = Browser.start();

    @TempDir
    Path folder = Path.of("");

    private final Served served;

    ExplorePageTest() throws IOException {
        served = Served.start();
    }

    @AfterAll
    void end() {
        browser.close();
        served.close();
    }

    private void open(String token, String state) {
        browser.open("about:blank"); // from elsewhere: a change of the part after # alone loads nothing
        browser.open(served.uri("/?token=" + token + "#" + state).toString());
    }

    private void openVillage() {
        open(Village.YAML);
    }

    private void open(String yaml) {
        String encoded = URLEncoder.encode(yaml, StandardCharsets.UTF_8);
        open(Served.TOKEN, "members=5&set=B:" + COVERAGE + "=0.12&yaml=" + encoded);
        browser.await(DONE);
    }

    private String text(String id) {
        return browser.script("return document.getElementById(arguments[0]).textContent", id)
                .toString();
    }

    /** Words of the page's command, with its files in a folder. */
    private List<String> command() throws IOException {
        String line = browser.script("return document.getElementById('command').value")
                .toString();
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.remove(0);
        for (String name : List.of("A", "B")) {
            Path file = Files.writeString(folder.resolve(name + ".yaml"), Village.YAML);
            words.replaceAll(word -> word.equals(name + "=" + name + ".yaml") ? name + "=" + file : word);
        }
        words.addAll(List.of("--json", "--quiet"));
        return words;
    }

    private void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    @Test
    void lever_movedByKeys_isAnsweredWithAPicture_andTheCommandPrintsItsDigits() throws IOException {
        openVillage();
        browser.script(LEVER + ".focus()");
        String before = browser.script("return document.querySelector('#charts .arm-B.arm').innerHTML")
                .toString();
        String address = browser.driver().getCurrentUrl();
        press(Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.END);
        browser.await(DONE);

        assertThat(browser.driver().getCurrentUrl()).isNotEqualTo(address).contains("set=B%3A" + COVERAGE);
        assertThat(browser.script("return document.querySelector('#charts .arm-B.arm').innerHTML"))
                .isNotEqualTo(before);
        Ran ran = Ran.command(command().toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode measures = Served.json(ran.out()).get("arms").get(0).get("measures");
        List<?> shown = (List<?>)
                browser.script("return [...document.querySelectorAll('.change')].map(line => ({...line.dataset}))");
        assertThat(shown).hasSize(4);
        for (Object each : shown) {
            Map<?, ?> line = (Map<?, ?>) each;
            JsonNode printed =
                    measures.get(Objects.requireNonNull(line.get("measure")).toString());
            for (String number : List.of("median", "p05", "p95")) {
                assertThat(number(line, number))
                        .isEqualTo(printed.get("change").get(number).asDouble());
            }
        }
        assertThat(text("verdict"))
                .containsAnyOf("Settled, given this model: ", "Open: ")
                .contains(" of 5 members");
    }

    /** The page's numbers of the change in a measure. */
    private Map<?, ?> shown(String measure) {
        return (Map<?, ?>) browser.script(
                "return {...document.querySelector(`.change[data-measure='${arguments[0]}']`).dataset}", measure);
    }

    /** The file stands alone: both uncertainties, what they are of, and the command. */
    @Test
    @Tag("pages")
    void savedDrawing_hasBothUncertaintiesAndTheCommand() {
        open(Village.YAML.replace("end: 2010", "end: 2011")); // one year alone has no bands
        browser.script("const made = URL.createObjectURL; URL.createObjectURL = blob => {"
                + "blob.text().then(text => { window.saved = text; }); return made.call(URL, blob); }");
        browser.script("document.getElementById('figure-1').click()");
        browser.await("return window.saved !== undefined");
        List<?> drawn =
                (List<?>) browser.script("const file = new DOMParser().parseFromString(window.saved, 'image/svg+xml');"
                        + "const count = which => file.querySelectorAll(which).length;"
                        + "return [file.documentElement.tagName, count('.arm-B .spread'), count('.arm-B .chance'), count('style'),"
                        + "[...file.querySelectorAll('text')].map(line => line.textContent).join(' ')]");

        assertThat(drawn.subList(0, 4)).isEqualTo(List.of("svg", 1L, 1L, 1L));
        assertThat(drawn.get(4).toString())
                .contains("Arrests", "not known, 90 % of the members", "Dark: chance", "borderline answer ")
                .contains(browser.script("return document.querySelector(`.change[data-measure='arrests']`).textContent")
                        .toString());
        assertThat(drawn.get(4).toString().replace(" ", ""))
                .contains(browser.script("return document.getElementById('command').value")
                        .toString()
                        .replace(" ", ""));
    }

    /** A saved sweep gives, when it is run, the numbers of the page. */
    @Test
    @Tag("pages")
    void savedSweep_givesTheNumbersOfThePage() throws IOException {
        openVillage();
        browser.script("const made = URL.createObjectURL; URL.createObjectURL = blob => {"
                + "blob.text().then(text => { window.saved = text; }); return made.call(URL, blob); }");
        browser.script("document.getElementById('save-sweep').click()");
        browser.await("return window.saved !== undefined");
        String yaml = browser.script("return window.saved").toString();
        Files.writeString(folder.resolve("A.yaml"), Village.YAML);
        Path file = Files.writeString(folder.resolve("arms.yaml"), yaml);
        Path results = folder.resolve("results");
        Ran ran = Ran.command("sweep", file.toString(), "--out", results.toString(), "--json", "--quiet");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(text("told")).contains("./borderline sweep arms.yaml", "A.yaml");
        List<JsonNode> changes = Served.json(ran.out())
                .get("cells")
                .valueStream()
                .filter(cell -> cell.has("change_from"))
                .toList();
        assertThat(changes).hasSize(4).allSatisfy(cell -> {
            Map<?, ?> line = shown(cell.get("measure").asString());
            for (String number : List.of("median", "p05", "p95")) {
                assertThat(number(line, number)).isEqualTo(cell.get(number).asDouble());
            }
        });
    }

    /** True if a dot stands for a row of the printed changes. */
    private static boolean isOf(Map<?, ?> dot, JsonNode row) {
        return List.of("arm", "group", "measure").stream()
                        .allMatch(key -> row.get(key).asString().equals(dot.get(key)))
                && List.of("change", "low", "high").stream()
                        .allMatch(key -> row.get(key).asDouble() == number(dot, key));
    }

    private static double number(Map<?, ?> shown, String key) {
        return Double.parseDouble(Objects.requireNonNull(shown.get(key)).toString());
    }

    @ParameterizedTest
    @Tag("pages")
    @CsvSource({"fifth, 5", "zone, 4"})
    void drawings_byGroup_areOfTheNumbersThatCompareByPrints(String by, int groups) throws IOException {
        openVillage();
        browser.script("document.getElementById('by-" + by + "').click()");
        browser.await(DONE);
        Ran ran = Ran.command(command().toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        List<JsonNode> printed =
                Served.json(ran.out()).get("groups").valueStream().toList();
        List<?> drawn = (List<?>)
                browser.script("return [...document.querySelectorAll('#charts .dot')].map(dot => ({...dot.dataset}))");

        assertThat(browser.driver().getCurrentUrl()).contains("by=" + by);
        assertThat(printed).hasSize(4 * groups);
        assertThat(drawn).hasSize(4 * groups);
        for (JsonNode row : printed) {
            assertThat(drawn)
                    .as(row.toString())
                    .anySatisfy(dot -> assertThat(isOf((Map<?, ?>) dot, row)).isTrue());
        }
        assertThat(browser.axe().violations()).isEmpty();
    }

    /** The story is that which explain prints; a moved lever takes it away. */
    @Test
    @Tag("pages")
    void household_foundByItsFate_hasTheStoryThatExplainTells() throws IOException {
        openVillage();
        browser.script("document.getElementById('fate').value = 'taken only in B';"
                + "document.getElementById('find').click()");
        browser.await("return document.getElementById('household').dataset.state === 'done'");
        List<String> words = command().stream().limit(5).collect(Collectors.toCollection(ArrayList::new));
        words.set(0, "explain");
        words.addAll(List.of("--with-fate", "taken only in B", "--json"));
        Ran ran = Ran.command(words.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode story = Served.json(ran.out());

        assertThat(browser.script("return [...document.querySelectorAll('.sentence')].map(each => each.textContent)"))
                .isEqualTo(story.get("summary")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(text("story-of"))
                .contains("Household " + story.get("household").asString())
                .contains("the first event that comes out otherwise");
        for (int side = 0; side < 2; side++) {
            List<String> told = ((List<?>) browser.script(
                            "return [...document.querySelectorAll(`#story-of .lane-0 .event, #story-of .lane-${arguments[0]}"
                                    + " .event`)].map(each => each.textContent)",
                            side + 1))
                    .stream().map(Object::toString).toList();
            assertThat(told)
                    .containsAll(story.get("sides")
                            .get(side)
                            .get("events")
                            .valueStream()
                            .filter(event -> event.get("matters").asBoolean())
                            .map(event -> event.get("story").asString())
                            .toList());
        }
        assertThat(browser.axe().violations()).isEmpty();

        browser.script(LEVER + ".focus()");
        press(Keys.ARROW_LEFT);
        assertThat(text("story-of")).isEmpty();
        browser.await(DONE); // an answer that comes takes away what was refused before
        browser.script(
                "document.getElementById('fate').value = 'found contact';" + "document.getElementById('find').click()");
        browser.await("return !document.getElementById('error').hidden");
        assertThat(text("error")).startsWith("--with-fate \"found contact\": none of ");
    }

    private List<?> counts() {
        return (List<?>) browser.script("return ['calls', 'broker_calls', 'money', 'located', 'taken_over_calls',"
                + "'taken_otherwise', 'settled', 'formal', 'released'].map(name =>"
                + "document.querySelector(`#drawing [data-count=${name}]`).textContent)");
    }

    /** Steps show the days of the run; while it plays days pass and dots move, unless motion is to be reduced. */
    @Test
    @Tag("pages")
    void schematic_showsTheDaysOfOneRun() throws IOException {
        openVillage();
        assertThat(counts()).allMatch(""::equals);
        browser.script("document.getElementById('drawn').value = 'A'; document.getElementById('step').click()");
        browser.await("return document.getElementById('model').dataset.day === '1'");
        browser.script("for (let i = 1; i < 200; i++) document.getElementById('step').click()");
        JsonNode days = Served.json(served.post("/api/days?wait=true", Village.run("")));
        assertThat(browser.script("return document.getElementById('model').dataset.day"))
                .isEqualTo("200");
        assertThat(counts())
                .isEqualTo(days.get("days")
                        .get(199)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(text("date")).startsWith("19 July 2009. Calls: ");
        assertThat(browser.axe().violations()).isEmpty();

        String dots = "return document.querySelectorAll('#drawing .dot').length";
        browser.script("document.getElementById('play').click()");
        browser.await(dots + " > 0 && Number(document.getElementById('model').dataset.day) > 200");
        browser.script("document.getElementById('play').click()");
        assertThat(browser.script(dots)).isEqualTo(0L);
        browser.reducedMotion(true);
        String now = text("date");
        browser.script("document.getElementById('play').click(); window.most = 0; setInterval(() => { window.most ="
                + "Math.max(window.most, document.querySelectorAll('#drawing .dot').length); }, 20)");
        browser.await(
                "return document.getElementById('date').textContent.slice(0, 7) !== arguments[0]", now.substring(0, 7));
        browser.script("document.getElementById('play').click()");
        browser.reducedMotion(false);
        assertThat(browser.script("return window.most")).isEqualTo(0L);
    }

    /** The state stands in the address: loaded anew it gives the same page. */
    @Test
    void page_loadedAnew_isAsItWas() {
        openVillage();
        String verdict = text("verdict");
        String address = browser.driver().getCurrentUrl();
        browser.open("about:blank");
        browser.open(address);
        browser.await(DONE);

        assertThat(text("verdict")).isEqualTo(verdict);
        assertThat(browser.script("return " + LEVER + ".getAttribute('aria-valuetext')"))
                .isEqualTo("0.12");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(address);
    }

    @Test
    void keys_reachEverythingThatCanBeUsed() {
        openVillage();
        browser.script("document.activeElement.blur(); scrollTo(0, 0)");
        List<String> reached = new ArrayList<>();
        List<String> wanted = new ArrayList<>(List.of(
                "scenario",
                "file",
                "arm-B",
                "add",
                "reset",
                "lever-0",
                "members",
                "by-year",
                "command",
                "copy",
                "save-sweep",
                "find",
                "play",
                "step"));
        for (int i = 0; i < 120 && !reached.containsAll(wanted); i++) {
            press(Keys.TAB);
            reached.add(browser.script("return document.activeElement.id").toString());
        }
        assertThat(reached).containsAll(wanted);
    }

    /** Words are buttons that the keyboard reaches, described by their line of the glossary, which a tip shows until Escape. */
    @Test
    @Tag("pages")
    void words_areExplainedToEveryReader() throws IOException {
        openVillage();
        String glossary = Files.readString(Path.of("../docs/glossary.md"));
        List<?> meanings = (List<?>) browser.script("return [...document.querySelectorAll('.word')].map(word =>"
                + "document.getElementById(word.getAttribute('aria-describedby')).textContent)");
        assertThat(meanings)
                .hasSizeGreaterThan(8)
                .allSatisfy(meaning -> assertThat(glossary).contains("| " + meaning + " |"));
        assertThat(browser.script("return document.querySelectorAll('[data-words] i').length"))
                .isEqualTo(0L);

        browser.tabTo(".word");
        assertThat(text("tip")).endsWith(" " + meanings.get(0));
        assertThat(browser.axe().violations()).isEmpty();
        press(Keys.ESCAPE);
        assertThat(browser.script("return document.getElementById('tip').hidden"))
                .isEqualTo(true);
    }

    @Test
    void scenario_thatIsRefused_isToldInTheServersWords() {
        open(Served.TOKEN, "scenario=tightening-2105");
        browser.await("return !document.getElementById('error').hidden");

        String refusal = Served.json(served.get("/api/scenarios/tightening-2105"))
                .get("error")
                .asString();
        assertThat(text("error")).isEqualTo(refusal).contains("tightening-2105");
    }

    @Test
    void token_thatIsWrong_opensNothing() {
        open("0".repeat(32), "");
        browser.await("return !document.getElementById('error').hidden");

        assertThat(text("error")).startsWith("the token is missing or wrong");
        assertThat(browser.script("return document.querySelectorAll('.lever').length"))
                .isEqualTo(0L);
    }

    @Test
    void page_complainsOfNothingAndAsksThisMachineAlone() {
        browser.complaints();
        browser.requests();
        openVillage();

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .hasSizeGreaterThan(10)
                .allMatch(address -> address.startsWith("http://127.0.0.1:" + served.port() + "/")
                        || address.startsWith("data:")
                        || address.startsWith("about:"));
    }

    @ParameterizedTest
    @Tag("pages")
    @CsvSource({"light", "dark"})
    void axe_onThePage_findsNothing(String scheme) throws IOException {
        openVillage();
        browser.dark(scheme.equals("dark"));
        browser.script("for (const part of document.querySelectorAll('details')) part.open = true");
        Browser.Axe found = browser.axe();
        browser.dark(false);

        assertThat(found.passed()).isGreaterThan(20);
        assertThat(found.violations()).isEmpty();
    }

    /** One page looked at again and again: a width changes nothing of it but its looks. */
    @Test
    void page_atAnyWidthAndOnPaper_needsNoSidewaysScrolling() {
        openVillage();
        for (int width : new int[] {390, 800, 1280}) {
            browser.width(width);
            assertThat(sideways()).as(width + " pixels").isEqualTo(0L);
        }
        browser.paper(true);
        assertThat(sideways()).as("paper").isEqualTo(0L);
        browser.paper(false);
    }

    private Object sideways() {
        return browser.script("const page = document.documentElement; return page.scrollWidth - page.clientWidth");
    }
}
