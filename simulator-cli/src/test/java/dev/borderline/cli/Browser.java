package dev.borderline.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium for tests. Close it when done. */
public final class Browser implements AutoCloseable {
    /** Set where a machine without a browser must not pass: in {@code .ci/run}. */
    private static final String REQUIRED = "BORDERLINE_REQUIRE_BROWSER";

    private static final List<String> BROWSERS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver");

    private static final Duration PATIENCE = Duration.ofMinutes(10); // on a machine that is busy with other tests

    /** Warns of browsers newer than the driver's library; what is used here does not depend on the version. */
    private static final Logger VERSIONS = Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private static final int PAPER_PIXELS = 680; // 180 mm
    private static final int SCREEN_PIXELS = 1280;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one; skips the test, loudly, where the machine has none. */
    public static Browser start() {
        Optional<String> browser = found(BROWSERS);
        Optional<String> driver = found(DRIVERS);
        if (browser.isEmpty() || driver.isEmpty()) {
            String why = "no Chromium with its driver in /usr/bin (Debian: apt-get install chromium chromium-driver)";
            if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
                fail(REQUIRED + " is set, but there is " + why);
            }
            System.err.println("\n*** BROWSER TESTS SKIPPED: " + why + " ***\n");
            abort(why);
        }
        VERSIONS.setLevel(Level.OFF);
        System.setProperty("webdriver.chrome.driver", driver.orElseThrow());
        ChromeDriver chrome = new ChromeDriver(options(browser.orElseThrow()));
        chrome.manage().timeouts().scriptTimeout(PATIENCE);
        chrome.executeCdpCommand(
                "Emulation.setFocusEmulationEnabled", Map.of("enabled", true)); // as of a window in front
        return new Browser(chrome);
    }

    private static Optional<String> found(List<String> places) {
        return places.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
    }

    private static ChromeOptions options(String browser) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser);
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000");
        options.setCapability("goog:loggingPrefs", logs);
        return options;
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Opens a file and waits for the whole of it; a page of which half is there has been seen on a busy machine. */
    void open(Path page) {
        open(page.toUri().toString());
    }

    /** Opens an address and waits for the whole of its page. */
    public void open(String address) {
        driver.get(address);
        new WebDriverWait(driver, PATIENCE)
                .until(all -> script("return document.readyState").equals("complete"));
    }

    public void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    public void reducedMotion(boolean reduced) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of(
                                "name", "prefers-reduced-motion", "value", reduced ? "reduce" : "no-preference"))));
    }

    /** Allows or forbids scripts of pages; those of tests still run. */
    void scripts(boolean run) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    public void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Shows pages as on A4 paper, within the margins of a report, or on a screen again. */
    public void paper(boolean paper) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : ""));
        width(paper ? PAPER_PIXELS : SCREEN_PIXELS);
    }

    /** Result of a script on the page. */
    public Object script(String text, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(text, arguments), "nothing");
    }

    /** Result that a script on the page passes to the function that is its last argument. */
    private Object answerOf(String text) {
        return Objects.requireNonNullElse(driver.executeAsyncScript(text), "nothing");
    }

    /**
     * Findings of axe-core on the page.
     *
     * @param passed number of rules that hold
     * @param violations impact, rule and first element of each rule that does not
     */
    public record Axe(long passed, List<?> violations) {}

    /** Findings of axe-core on the page as it is shown now. */
    public Axe axe() throws IOException {
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream("/axe-core/axe.min.js"))) {
            script(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        List<?> found = (List<?>) answerOf("const done = arguments[0]; axe.run().then(found => done(["
                + "found.passes.length,"
                + "found.violations.map(v => v.impact + ' ' + v.id + ': ' + v.nodes[0].html)]))");
        return new Axe((Long) found.get(0), (List<?>) found.get(1));
    }

    /** Goes by the Tab key from the top of the page to the first element of a selector; ten steps at most. */
    public void tabTo(String selector) {
        script("document.activeElement.blur(); scrollTo(0, 0)");
        for (int i = 0;
                i < 10
                        && script("return document.activeElement.matches(arguments[0])", selector)
                                .equals(false);
                i++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
        }
    }

    /** Result of a script on the page, as a list. */
    List<?> list(String text, Object... arguments) {
        return (List<?>) script(text, arguments);
    }

    /** Waits until a script on the page answers true; how long that takes is the machine's affair. */
    public void await(String text, Object... arguments) {
        new WebDriverWait(driver, PATIENCE).until(all -> script(text, arguments).equals(true));
    }

    /** Complaints of the browser since it was asked last. */
    public List<String> complaints() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::toString)
                .toList();
    }

    /** Addresses that were asked for since it was asked last. */
    public List<String> requests() {
        return StreamSupport.stream(
                        driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
                .map(entry -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
                .filter(message -> message.path("method").asString().equals("Network.requestWillBeSent"))
                .map(message -> message.path("params").path("request"))
                .map(Browser::address)
                .toList();
    }

    private static String address(JsonNode request) {
        return request.path("url").asString();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
