package dev.borderline.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.figure.Axis;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The picture of a sweep. */
class PictureTest {
    private static final double CLOSE = 1e-9;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void picture_ofASweep_isWellFormedWithAPanelPerOutcome() throws Exception {
        String results = folder.resolve("r").toString();
        Ran.command("sweep", Small.sweep(folder, "").toString(), "--out", results);
        Path out = folder.resolve("r.svg");

        Ran ran = Ran.command(
                "picture",
                results,
                "--title",
                "<1 & \"2\"",
                "--outcomes",
                "arrests,contact_share",
                "--out",
                out.toString());

        assertThat(ran.err()).isEqualTo("borderline: wrote " + out + "\n");
        String svg = Files.readString(out);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("aria-label")).isEqualTo("<1 & \"2\"");
        assertThat(svg).contains(">arrests, people<", ">contact_share, %<", "prefers-color-scheme:dark");
        assertThat(svg).doesNotContain("NaN").doesNotContain("http://www.w3.org/1999");
    }

    @Test
    void picture_ofNoSweep_isRefused() {
        Ran ran = Ran.command("picture", folder.toString(), "--title", "x", "--outcomes", "arrests", "--out", "x.svg");

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("holds no summary.csv");
    }

    @Test
    void axis_aroundLargeCounts_endsOnTicksAtRoundValues() {
        Axis axis = Axis.around(900, 4430, 100, 0);

        assertThat(axis.ticks()).containsExactly(0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0);
        assertThat(axis.place(5000)).isCloseTo(0, within(CLOSE));
        assertThat(axis.place(0)).isCloseTo(100, within(CLOSE));
    }

    @Test
    void axis_aroundNearbyShares_doesNotStartAtZero() {
        assertThat(Axis.around(0.42, 0.503, 0, 1).low()).isCloseTo(0.42, within(0.021));
    }

    @Test
    void axis_ofDoublings_isEvenlySpaced() {
        Axis axis = Axis.ofLevels(List.of(0.0075, 0.015, 0.03, 0.06, 0.12), 0, 100);

        assertThat(axis.logarithmic()).isTrue();
        assertThat(axis.place(0.03)).isCloseTo(50, within(CLOSE));
    }

    @Test
    void axis_ofOneLevel_hasAPlaceForIt() {
        assertThat(Axis.ofLevels(List.of(3.0), 10, 20).place(3)).isEqualTo(10);
    }
}
