package dev.borderline.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    private static String shown(String text, boolean styled, int step) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VisibleText out = new VisibleText(bytes, styled);
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        for (int place = 0; place < octets.length; place += step) {
            out.write(octets, place, Math.min(step, octets.length - place));
        }
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void controls_inAnyPieces_areShown(int step) throws IOException {
        String text = "a\u0000b\u001B[2J\u001B[1m\u007F\u0085\u009B3m\u202Eé\u20AC\u2029\uD83D\uDE00\tc\r\nd\re\n";

        assertThat(shown(text, false, step))
                .isEqualTo(
                        "a\\u0000b\\u001b[2J\\u001b[1m\\u007f\\u0085\\u009b3m\\u202eé\u20AC\u2029\uD83D\uDE00\tc\r\nd\\u000de\n");
        assertThat(shown(text, true, step)).contains("J\u001B[1m\\u007f").contains("\\u001b[2J");
    }

    @ParameterizedTest
    @CsvSource({
        "'\u001B[', '\\u001b['",
        "'\u001B', '\\u001b'",
        "'\r', '\\u000d'",
        "'\u001B\u001B[1m', '\\u001b\u001B[1m'"
    })
    void sequence_brokenOff_isShown(String text, String expected) throws IOException {
        assertThat(shown("x" + text, true, 1)).isEqualTo("x" + expected);
    }
}
