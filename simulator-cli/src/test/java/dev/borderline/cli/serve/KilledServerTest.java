package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Browser;
import dev.borderline.cli.Child;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** A server is killed as by {@code kill -9} and started again: the address that the page had shows what it showed. */
class KilledServerTest {
    private static final String COVERAGE = "levers.surveillance.coverage";
    private static final String DONE = "return document.getElementById('answer').dataset.state === 'done'";
    private static final String SHOWN = "return [document.getElementById('verdict').textContent,"
            + " document.querySelector(`[data-path='" + COVERAGE + "']`).getAttribute('aria-valuetext'),"
            + " document.getElementById('command').value,"
            + " ...[...document.querySelectorAll('.change')].map(line => JSON.stringify({...line.dataset}))].join('\\n')";

    @TempDir
    private Path folder = Path.of("");

    private Child start(int port) {
        return Child.start(
                folder,
                "explore",
                "--no-browser",
                "--port",
                Integer.toString(port),
                "--token-file",
                folder.resolve("token").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void moveLever(Browser browser, CharSequence... keys) {
        browser.script("const lever = document.querySelector(`[data-path='" + COVERAGE + "']`);"
                + "lever.closest('details').open = true; lever.focus()");
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    @Test
    @Tag("pages")
    void address_afterAKillAndAStart_showsTheSame() throws IOException, InterruptedException {
        int port = freePort();
        Child first = start(port);
        Child second = null;
        try (Browser browser = Browser.start()) {
            String start = first.firstLine();
            String state = "#members=5&yaml=" + URLEncoder.encode(Village.YAML, StandardCharsets.UTF_8);
            browser.open(start + state);
            browser.await(DONE);
            moveLever(browser, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
            browser.await(DONE);
            String address = browser.driver().getCurrentUrl();
            assertThat(address).contains("set=B%3A" + COVERAGE);
            String shown = browser.script(SHOWN).toString();

            first.kill();
            moveLever(browser, Keys.ARROW_LEFT);
            browser.await("return !document.getElementById('error').hidden");
            assertThat(browser.script("return document.getElementById('error').textContent"))
                    .asString()
                    .startsWith("The server does not answer. Start it again");
            second = start(port);
            assertThat(second.firstLine()).isEqualTo(start);
            moveLever(browser, Keys.ARROW_RIGHT); // the page that stayed open goes on
            browser.await(DONE);
            assertThat(browser.script(SHOWN)).isEqualTo(shown);
            assertThat(browser.script("return document.getElementById('error').hidden"))
                    .isEqualTo(true);

            browser.open("about:blank");
            browser.open(address);
            browser.await(DONE);
            assertThat(browser.script(SHOWN)).isEqualTo(shown);
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(address);
        } finally {
            first.kill();
            if (second != null) {
                second.kill();
            }
        }
    }
}
