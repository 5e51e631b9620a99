package dev.borderline.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.Precision;
import dev.borderline.experiment.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Console terminal = Console.watched(out, out, 80);
    private long now;

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private ProgressLine line(ProgressLine.Style style) {
        return new ProgressLine(terminal, style, Optional::empty, () -> now);
    }

    @Test
    void text_midway_hasShareRateAndTimeLeft() {
        assertThat(ProgressLine.text(new Progress(37, 250, 0, 4.2, 50.7)))
                .isEqualTo("37 of 250 runs (14 %), 4.2 runs/s, 51 s left");
        assertThat(ProgressLine.text(new Progress(1, 2000, 3, 0, Double.NaN)))
                .isEqualTo("1 of 2,000 runs (0 %), 3 failed");
    }

    @Test
    void duration_ofEachSize_isReadable() {
        assertThat(ProgressLine.duration(0.2)).isEqualTo("1 s");
        assertThat(ProgressLine.duration(200)).isEqualTo("3 min 20 s");
        assertThat(ProgressLine.duration(7500)).isEqualTo("2 h 5 min");
    }

    @Test
    void lines_everyFiveSeconds_noMore() {
        ProgressLine line = line(ProgressLine.Style.LINES);
        for (int second = 1; second <= 12; second++) {
            now = second * SECOND;
            line.show(new Progress(second, 20, 0, 1, 20 - second));
        }
        line.end();

        assertThat(shown().lines()).hasSize(2).allMatch(text -> text.endsWith("left"));
    }

    @Test
    void bar_onATerminal_rewritesItselfAndGoes() {
        ProgressLine line = line(ProgressLine.Style.BAR);
        now = SECOND;
        line.show(new Progress(5, 10, 0, 5, 1));
        line.end();

        assertThat(shown()).contains("[############............] 5 of 10 runs").endsWith("\r\u001B[K");
        assertThat(shown()).doesNotContain("\n");
    }

    @Test
    void line_withAPrecision_showsTheWidestAndFitsATerminal() {
        Precision.Spread spread = new Precision.Spread("contact_share", 25, 0.004, 0.0123, 3, 0);
        ProgressLine line = new ProgressLine(terminal, ProgressLine.Style.BAR, () -> Optional.of(spread), () -> now);
        now = SECOND;
        line.show(new Progress(37, 250, 0, 4.2, 50.7));
        assertThat(shown()).contains("] 37 of 250 runs (14 %), 4.2 runs/s, 51 s left, contact_share ±1.2 %");
        now += SECOND;
        line.show(new Progress(12_345, 100_000, 17, 1234.5, 71.5));

        assertThat(shown().split("\r\u001B\\[K", -1)).hasSize(3).allMatch(text -> text.length() < 80);
        assertThat(shown()).endsWith("1 min 12 s left");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 40, 79, 80, 200})
    void line_onATerminalOfAnyWidth_isNotWrapped(int columns) {
        Console narrow = Console.watched(out, out, columns);
        ProgressLine line = new ProgressLine(narrow, ProgressLine.Style.BAR, Optional::empty, () -> now);
        now = SECOND;
        line.show(new Progress(12_345, 100_000, 17, 1234.5, 71.5));

        assertThat(shown().replace("\r\u001B[K", "").length()).isLessThan(columns);
    }

    @Test
    void style_ofConsole_isNoneWithoutATerminal() {
        Console script = Console.to(out, out);

        assertThat(ProgressLine.style(script, false, false)).isEqualTo(ProgressLine.Style.NONE);
        assertThat(ProgressLine.style(script, false, true)).isEqualTo(ProgressLine.Style.LINES);
        assertThat(ProgressLine.style(terminal, false, false)).isEqualTo(ProgressLine.Style.BAR);
        assertThat(ProgressLine.style(terminal, true, true)).isEqualTo(ProgressLine.Style.NONE);
        line(ProgressLine.Style.NONE).show(new Progress(1, 2, 0, 1, 1));
        assertThat(shown()).isEmpty();
    }
}
