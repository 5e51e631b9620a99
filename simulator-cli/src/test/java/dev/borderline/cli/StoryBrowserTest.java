package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page of a household's story in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryBrowserTest {
    private final Browser browser = Browser.start();
    private Path page = Path.of("");

    @BeforeAll
    void makePage(@TempDir Path folder) {
        Path base = Small.scenario(folder, "");
        Path watched = Small.write(
                folder.resolve("watched.yaml"),
                Small.SCENARIO.replace("name: small", "name: watched")
                        + "levers:\n  surveillance:\n    coverage: 0.6\n");
        page = folder.resolve("story.html");
        Ran ran = Ran.command(
                "explain",
                base.toString(),
                watched.toString(),
                "--with-fate",
                "taken only in B",
                "--html",
                page.toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @Test
    void page_opened_asksForNothingAndFits390Pixels() {
        browser.complaints();
        browser.requests();
        browser.width(390);
        browser.open(page);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .allMatch(address -> address.equals(page.toUri().toString()) || address.startsWith("data:"));
        assertThat((Long) browser.script("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390L);
        assertThat(browser.script("return document.querySelectorAll('details.draws[open]').length"))
                .isEqualTo(0L);
    }

    /** Lanes stand side by side: A to the left of B, wherever both go on. */
    @Test
    void lanes_standSideBySide() {
        browser.width(1000);
        browser.open(page);
        Object right = browser.script("const x = s => document.querySelector(s).getBoundingClientRect().left;"
                + "return x('.lines>.lane-1') < x('.lines>.lane-2')");
        assertThat(right).isEqualTo(true);
    }
}
