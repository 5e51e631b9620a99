package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands from start to end. Their input is at its end, so a lease is over at once. */
class ServingTest {
    @TempDir
    Path folder;

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "explore"})
    void address_isTheSameWithItsPortAndToken(String command) throws IOException {
        String port = Integer.toString(freePort());
        String file = folder.resolve("token").toString();
        String[] words = {command, "--lease", "--port", port, "--token-file", file};
        Ran first = Ran.command(command.equals("serve") ? words : withoutBrowser(words));
        Ran again = Ran.command(command.equals("serve") ? words : withoutBrowser(words));
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).matches("http://127\\.0\\.0\\.1:" + port + "/\\?token=[0-9a-f]{32}\\R");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(Files.getPosixFilePermissions(Path.of(file))).hasSize(2);
    }

    private static String[] withoutBrowser(String... words) {
        String[] more = Arrays.copyOf(words, words.length + 1);
        more[words.length] = "--no-browser";
        return more;
    }

    @Test
    void exploreAScenario_addressTellsItsNameOrItsText() throws IOException {
        Path file = Files.writeString(folder.resolve("village.yaml"), Village.YAML);
        Ran shipped = Ran.command("explore", "historical", "--lease", "--no-browser");
        assertThat(shipped.out().strip()).endsWith("#scenario=historical");
        String address = Ran.command("explore", file.toString(), "--lease", "--no-browser")
                .out()
                .strip();
        String state = address.substring(address.indexOf('#'));
        assertThat(state).startsWith("#yaml=");
        String yaml = URLDecoder.decode(state.substring("#yaml=".length()), StandardCharsets.UTF_8);
        assertThat(Texts.scenario("told.yaml", yaml).sha256())
                .isEqualTo(Texts.scenario("village.yaml", Village.YAML).sha256());
        Ran misspelt = Ran.command("explore", "historic", "--lease", "--no-browser");
        assertThat(misspelt.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(misspelt.err()).contains("did you mean 'historical'?");
        assertThat(misspelt.out()).isEmpty();
    }

    @Test
    void token_isNewAtEachStart() {
        String first = Ran.command("serve", "--lease").out();
        assertThat(Ran.command("serve", "--lease").out()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "--port, 70000, '--port is 70000; it must be 0 to 65,535'",
        "--idle, -1, '--idle is -1; it must be 0 to 1,000,000'",
        "--threads, 0, '--threads is 0; it must be 1 to 1,024'"
    })
    void option_outOfRange_isRefused(String option, String value, String message) {
        Ran ran = Ran.command("serve", "--lease", option, value);
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains(message);
    }

    @Test
    void tokenFile_thatHoldsNone_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "secret\n");
        Ran ran = Ran.command("serve", "--lease", "--token-file", file.toString());
        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("a token is 32 digits of 0-9 and a-f").doesNotContain("secret");
    }

    @Test
    void port_thatIsTaken_isToldInALine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = Ran.command("serve", "--lease", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).contains("--port " + taken.getLocalPort() + ": it is in use");
        }
    }
}
