package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.measure.Measure.Sense;
import dev.borderline.measure.Measure.Standing;
import dev.borderline.model.DrawSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of {@code docs/journal.md}: a journal put together part by part is the file that the program writes. */
class JournalDocumentTest {
    private static final Path PAGE = Path.of("../docs/journal.md");
    private static final String BEGIN = "<!-- begin bytes -->\n```\n";
    private static final String END = "```\n<!-- end bytes -->\n";
    private static final int BYTES_A_LINE = 16;

    private static final JournalHead HEAD = new JournalHead("0".repeat(64), "example 1");
    private static final RunSchema LAYOUT = new RunSchema(
            List.of(Measure.of(
                    "calls",
                    "calls",
                    "Calls made",
                    Measure.Kind.COUNT,
                    new Standing("Calls", Sense.NEUTRAL, 1, false, 0))),
            List.of("2015-01-01"),
            List.of("border"),
            List.of("calls.made"));
    private static final long FINGERPRINT = 0x0123456789ABCDEFL;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder lines = new StringBuilder();

    private void part(String meaning, byte[] part) {
        for (int from = 0; from < part.length; from += BYTES_A_LINE) {
            String hex = HexFormat.ofDelimiter(" ").formatHex(part, from, Math.min(part.length, from + BYTES_A_LINE));
            lines.append(String.format("%04x  %-47s  %s", bytes.size() + from, hex, from == 0 ? meaning : "")
                            .stripTrailing())
                    .append('\n');
        }
        bytes.writeBytes(part);
    }

    private void part(String meaning, Consumer<PayloadWriter> write) {
        part(meaning, written(write));
    }

    private static byte[] written(Consumer<PayloadWriter> write) {
        PayloadWriter out = new PayloadWriter();
        write.accept(out);
        return out.finished();
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private void frame(String name, byte[] payload) {
        byte[] frame = RecordFile.frame(payload);
        lines.append("      record: ").append(name).append('\n');
        part("mark: line end, RUN", int32(0x0A52554E));
        part("length of the payload, " + payload.length, int32(payload.length));
        part("CRC-32C of length and payload", int32(ByteBuffer.wrap(frame).getInt(2 * Integer.BYTES)));
    }

    private void head() {
        part("\"borderline runs\", line end", "borderline runs\n".getBytes(StandardCharsets.US_ASCII));
        part("format 2", int32(2));
        frame("head", written(out -> {
            out.text(HEAD.experiment());
            out.text(HEAD.program());
        }));
        part("text: SHA-256 of the experiment", out -> out.text(HEAD.experiment()));
        part("text: program", out -> out.text(HEAD.program()));
    }

    private void layout() {
        frame("layout", LAYOUT.payload());
        part("kind 0: layout", out -> out.number(0));
        part("1 measure", out -> out.number(1));
        part("name", out -> out.text("calls"));
        part("unit", out -> out.text("calls"));
        part("definition", out -> out.text("Calls made"));
        part("how cells are read", out -> out.text("COUNT"));
        part("numerator and denominator of a ratio: none", out -> {
            out.number(-1);
            out.number(-1);
        });
        part("1 year", out -> out.texts(LAYOUT.years()));
        part("1 zone", out -> out.texts(LAYOUT.zones()));
        part("1 draw site", out -> out.texts(LAYOUT.sites()));
        part("0 months", out -> out.number(0));
        part("0 measures without months that are no ratio", out -> out.number(0));
        part("group of the measure", out -> out.text("Calls"));
        part("its sense", out -> out.text("NEUTRAL"));
        part("line 1, not among the main ones, rank 0", out -> {
            out.number(1);
            out.number(0);
            out.number(0);
        });
    }

    private void finished(byte[] payload) {
        frame("finished run", payload);
        part("kind 1: finished", out -> out.number(1));
        part("point 0, arm 1, replication 300", out -> {
            out.number(0);
            out.number(1);
            out.number(300);
        });
        part("id of the layout: first 8 bytes of its payload's SHA-256", out -> out.word(LAYOUT.id()));
        part("5 events", out -> out.number(5));
        part("fingerprint", out -> out.word(FINGERPRINT));
        part("1 month", out -> out.number(1));
        part("its fingerprint", out -> out.word(FINGERPRINT));
        part("calls: 3 in the year, 3 in the zone, by fifth 1 0 0 0 2", out -> {
            for (int sum : new int[] {3, 3, 1, 0, 0, 0, 2}) {
                out.number(sum);
            }
        });
        part("draw site: 4 draws, 3 accepted", out -> {
            out.number(4);
            out.number(3);
        });
        part("expected number, a double", out -> out.real(2.5));
        part("its variance", out -> out.real(0.5));
    }

    private void failed(byte[] payload) {
        frame("failed run", payload);
        part("kind 2: failed", out -> out.number(2));
        part("point 0, arm 0, replication 1", out -> {
            out.number(0);
            out.number(0);
            out.number(1);
        });
        part("message", out -> out.text("too long"));
        part("command that repeats it", out -> out.text("run"));
    }

    private byte[] file(FinishedRun finished, FailedRun failed) throws IOException {
        Path file = folder.resolve("runs.journal");
        try (Journal journal = Journal.open(file, HEAD, new TaskSpace(1, 2, 301))) {
            journal.append(finished);
            journal.append(failed);
        }
        return Files.readAllBytes(file);
    }

    /** With {@code -Dborderline.write=true} it writes the example instead of complaining. */
    @Test
    void example_isTheFileThatIsWritten() throws IOException {
        FinishedRun finished = new FinishedRun(
                new Task(0, 1, 300),
                LAYOUT,
                new long[][] {{3, 3, 1, 0, 0, 0, 2}},
                new FinishedRun.RunChecks(
                        FINGERPRINT,
                        List.of(FINGERPRINT),
                        5,
                        List.of(new DrawSite.Tested("calls.made", 4, 3, 2.5, 0.5))));
        FailedRun failed = new FailedRun(new Task(0, 0, 1), "too long", "run");
        head();
        lines.append("      all of that once more\n");
        bytes.writeBytes(HEAD.bytes(2));
        layout();
        finished(RunCodec.payload(finished));
        lines.append("      record: layout, once more\n");
        bytes.writeBytes(RecordFile.frame(LAYOUT.payload()));
        failed(RunCodec.payload(failed));

        assertThat(bytes.toByteArray()).isEqualTo(file(finished, failed));
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (Boolean.getBoolean("borderline.write")) {
            page = page.substring(0, from) + lines + page.substring(to);
            Files.writeString(PAGE, page);
            to = page.indexOf(END);
        }
        assertThat(page.substring(from, to)).isEqualTo(lines.toString());
    }

    /** The bytes that the page shows stand where it says that they stand. */
    @Test
    void offsets_ofThePage_areTrue() throws IOException {
        List<String> shown = new ArrayList<>();
        Files.readString(PAGE)
                .lines()
                .filter(line -> line.matches("[0-9a-f]{4}  .*"))
                .forEach(shown::add);
        assertThat(shown).hasSizeGreaterThan(40);
        int end = 0;
        int gaps = 0;
        for (String line : shown) {
            int offset = HexFormat.fromHexDigits(line, 0, 4);
            gaps += offset > end ? 1 : 0;
            assertThat(offset).as(line).isGreaterThanOrEqualTo(end);
            String hex = line.substring(6, Math.min(line.length(), 53)).strip();
            end = offset + (hex.length() + 1) / 3;
        }
        assertThat(gaps)
                .as("head and layout, which stand twice and are shown once")
                .isEqualTo(2);
    }
}
