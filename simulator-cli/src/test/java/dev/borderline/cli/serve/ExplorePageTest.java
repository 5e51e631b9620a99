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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void openVillage() {
        String yaml = URLEncoder.encode(Village.YAML, StandardCharsets.UTF_8);
        open(Served.TOKEN, "members=5&set=B:" + COVERAGE + "=0.12&yaml=" + yaml);
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
                assertThat(Double.parseDouble(
                                Objects.requireNonNull(line.get(number)).toString()))
                        .isEqualTo(printed.get("change").get(number).asDouble());
            }
        }
        assertThat(text("verdict"))
                .containsAnyOf("Settled, given this model: ", "Open: ")
                .contains(" of 5 members");
    }

    /** The state stands in the address: loaded anew it gives the same page. */
    @Test
    void page_loadedAnew_isAsItWas() {
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
        browser.script("document.activeElement.blur(); scrollTo(0, 0)");
        List<String> reached = new ArrayList<>();
        List<String> wanted = new ArrayList<>(
                List.of("scenario", "file", "arm-B", "add", "reset", "lever-0", "members", "command", "copy"));
        for (int i = 0; i < 120 && !reached.containsAll(wanted); i++) {
            press(Keys.TAB);
            reached.add(browser.script("return document.activeElement.id").toString());
        }
        assertThat(reached).containsAll(wanted);
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
    @CsvSource({"light", "dark"})
    void axe_onThePage_findsNothing(String scheme) throws IOException {
        browser.dark(scheme.equals("dark"));
        browser.script("for (const part of document.querySelectorAll('details')) part.open = true");
        Browser.Axe found = browser.axe();
        browser.dark(false);

        assertThat(found.passed()).isGreaterThan(20);
        assertThat(found.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"390", "800", "1280"})
    void page_atAnyWidth_needsNoSidewaysScrolling(int width) {
        browser.width(width);

        assertThat(browser.script("const page = document.documentElement; return page.scrollWidth - page.clientWidth"))
                .isEqualTo(0L);
        browser.width(1280);
    }
}
