package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to hurt: one clear message each, for work in proportion to their length. */
class HostileTextTest {
    /** A quarter of the length that is read at all. */
    private static final int QUARTER = 1 << 18;

    /**
     * A text whose reading grows with the square of its length would take some 2,500 times as long as a plain one of a quarter of a
     * mebibyte, 10,000 times at a whole one. The slowest of these takes some four times.
     */
    private static final int TIMES_MAX = 50;

    private static final long PLAIN_NS = plain();

    @TempDir
    Path folder;

    private static List<String> faults(String text) {
        Texts.faults(() -> Texts.extending()); // loads classes
        return soon(text.length(), () -> Texts.faults(() -> Texts.scenario(text)));
    }

    /** Processor time of reading a plain text of a quarter of a mebibyte. */
    private static long plain() {
        String text = "# a filler of some words\n".repeat(10_000);
        Texts.faults(() -> Texts.scenario(text));
        long began = processorNs();
        Texts.faults(() -> Texts.scenario(text));
        return processorNs() - began;
    }

    private static long processorNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * A reading that takes no more than so many times a plain one of as many quarters of a mebibyte, of one at least and four at
     * most: of any machine, however fast and busy.
     */
    private static List<String> soon(int length, Supplier<List<String>> reading) {
        int quarters = Math.min(4, Math.max(1, length / QUARTER));
        long began = processorNs();
        List<String> faults = reading.get();
        long took = processorNs() - began;
        assertThat(took / PLAIN_NS).isLessThan((long) TIMES_MAX * quarters);
        return faults;
    }

    @Test
    void tenMegabytes_areRefusedUnread() throws IOException {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, "schema: 1\n" + "# filler\n".repeat(1_200_000));
        List<String> faults = soon(
                4 * QUARTER,
                () -> Texts.faults(() -> ScenarioReader.read(Texts.CATALOG, file.toString(), new ScenarioFiles())));
        assertThat(faults).containsExactly(file + ": is larger than the 1024 KiB that are read");
        assertThat(faults("schema: 1\n" + "# filler\n".repeat(1_200_000)))
                .containsExactly("my.yaml: is larger than the 1024 KiB that are read");
    }

    @Test
    void billionLaughs_isRefusedAtTheFirstAnchor() {
        StringBuilder text = new StringBuilder("schema: 1\na: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            String before = "*" + (char) (c - 1);
            text.append("%s: &%s [%s]\n".formatted(c, c, String.join(", ", Collections.nCopies(9, before))));
        }
        assertThat(faults(text.toString()))
                .containsExactly("my.yaml:2:4: a: the anchor &a is not allowed: write the value out");
    }

    @Test
    void openBracketsByTheThousand_areRefusedAtTheSeventeenth() {
        assertThat(faults("[".repeat(50_000))).containsExactly("my.yaml:1:17: more than 16 levels inside one another");
        assertThat(faults("a: " + "{a: ".repeat(50_000)))
                .hasSize(1)
                .first()
                .asString()
                .contains("more than 16 levels");
        assertThat(faults("- ".repeat(50_000))).hasSize(1);
        assertThat(faults("? ".repeat(50_000))).hasSize(1);
    }

    @Test
    void aMillionValues_areRefused() {
        assertThat(faults("policies: [" + "1,".repeat(500_000) + "1]"))
                .containsExactly("my.yaml:1:40006: policies: more than 20000 values");
    }

    static Stream<String> pieces() {
        return Stream.of(
                "a",
                "a ",
                "a\n",
                "a:",
                "a: ",
                "a: b\n",
                "- ",
                "-\n",
                "?",
                "? a\n",
                "[",
                "]",
                "{",
                "}",
                "[]",
                "{}",
                ",",
                "'",
                "''",
                "\"",
                "\\",
                "\\n",
                "|",
                "|\n",
                ">\n",
                "#",
                "#\n",
                "&a ",
                "&",
                "*",
                "*a ",
                "!",
                "!!",
                "!a ",
                "%",
                "%YAML 1.2\n",
                "---\n",
                "...\n",
                "@",
                "`",
                "\t",
                " ",
                "\n",
                "\r",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "\uD83D\uDE00",
                "\uD83D",
                "0",
                "9",
                ".",
                "<<: ",
                "\n a:",
                "a: [\n",
                "- - a\n",
                "a:\n- ",
                "\0");
    }

    /** Each piece over and over: no scanner state grows with the square of the length. */
    @ParameterizedTest
    @MethodSource("pieces")
    void aQuarterMebibyteOfOnePiece_isRefusedForWorkInProportion(String piece) {
        assertRefused(piece, QUARTER);
    }

    /** The same up to the length that is read at all. */
    @Tag("deep")
    @ParameterizedTest
    @MethodSource("pieces")
    void aMebibyteOfOnePiece_isRefusedForWorkInProportion(String piece) {
        assertRefused(piece, 4 * QUARTER);
    }

    private static void assertRefused(String piece, int bytes) {
        String text = piece.repeat(bytes / piece.getBytes(StandardCharsets.UTF_8).length);
        assertThat(faults(text)).isNotEmpty();
        assertThat(faults("schema: 1\nextends: baseline\ntitle: " + text.substring(100)))
                .hasSizeLessThan(2);
        assertThat(faults("schema: 1\nextends: baseline\ntitle: \"" + text.substring(100)))
                .hasSize(1);
        assertThat(faults("schema: 1\nextends: baseline\npolicies: [" + text.substring(100)))
                .isNotEmpty();
    }

    @Test
    void unknownKeysByTheThousand_areToldUpToAHundred() {
        StringBuilder text = new StringBuilder("schema: 1\n");
        for (int i = 0; i < 9_000; i++) {
            text.append("levers_surveillance_coverage_").append(i).append(": 1\n");
        }
        assertThat(faults(text.toString())).hasSize(100);
    }

    @Test
    void tabs_areNamed() {
        assertThat(faults("schema: 1\nextends: baseline\nlevers:\n\tjamming:\n\t\tfailure_probability: 0.5\n"))
                .containsExactly("my.yaml:4:1: a tab cannot indent YAML: use spaces");
    }

    @Test
    void whatIsNoScenario_isNamed() {
        assertThat(faults("")).containsExactly("my.yaml: is empty");
        assertThat(faults("# nothing\n")).containsExactly("my.yaml: is empty");
        assertThat(faults("just words"))
                .containsExactly("my.yaml:1:1: 'just words' is not a mapping of keys to values");
        assertThat(faults("- a\n- b\n")).containsExactly("my.yaml:1:1: a list is not a mapping of keys to values");
        assertThat(faults("a: 1\n---\nb: 2\n"))
                .containsExactly("my.yaml:2:1: a second document is not allowed: one file, one document");
        assertThat(faults("a: !!java.net.URL x"))
                .containsExactly("my.yaml:1:4: a: the tag 'tag:yaml.org,2002:java.net.URL' is not allowed");
        assertThat(faults("[a]: 1")).containsExactly("my.yaml:1:1: a key must be a plain word");
        assertThat(faults("a: *b")).containsExactly("my.yaml:1:4: a: the alias *b is not allowed: write the value out");
        assertThat(faults("a: \"x")).hasSize(1).first().asString().startsWith("my.yaml:1:6: is not YAML: ");
        assertThat(faults("a: \u0001")).containsExactly("my.yaml: holds the character U+0001");
        assertThat(faults("\uFEFFschema: 2"))
                .first()
                .isEqualTo("my.yaml:1:9: schema: '2' is not known; this version reads 1");
    }

    @Test
    void filesThatCannotBeRead_areNamed() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThat(read(latin.toString())).containsExactly(latin + ": is not text in UTF-8");
        assertThat(read(folder.resolve("none.yaml").toString()))
                .containsExactly("there is no file '" + shortened(folder.resolve("none.yaml")) + "'");
        Path directory = Files.createDirectory(folder.resolve("d.yaml"));
        assertThat(read(directory.toString())).containsExactly(directory + ": is a folder, not a file");
        assertThat(read("tightning-2015"))
                .containsExactly("there is no scenario 'tightning-2015'; did you mean 'tightening-2015'?");
        assertThat(read("\0.yaml")).containsExactly("there is no file '?.yaml'");
    }

    private static String shortened(Path path) {
        String text = path.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static List<String> read(String reference) {
        return Texts.faults(() -> ScenarioReader.read(Texts.CATALOG, reference, new ScenarioFiles()));
    }

    @Test
    void json_isRead() {
        String json =
                "{\n\t\"schema\": 1,\"extends\":\"baseline\",\n\t\"levers\":{\"jamming\":{\"failure_probability\":5e-1}}}";
        assertThat(Texts.scenario(json).value("levers.jamming.failure_probability"))
                .isEqualTo(0.5);
        YamlNode node = YamlNode.read(
                new SourceText("x", "{\"a\":[" + "1,".repeat(100_000) + "2]}"), YamlLimits.MACHINE_WRITTEN);
        assertThat(node)
                .isInstanceOfSatisfying(
                        YamlNode.Mapping.class,
                        mapping -> assertThat(mapping.get("a"))
                                .get()
                                .isInstanceOfSatisfying(
                                        YamlNode.Sequence.class,
                                        list -> assertThat(list.items()).hasSize(100_001)));
    }

    /** The parser trips over these, or makes half a character of them, which no file can hold. */
    @ParameterizedTest
    @ValueSource(strings = {"\\UFFFFFFFF", "\\U00110000", "\\uD800", "\\uDC00\\uD800"})
    void escapeThatNamesNoCharacter_isRefused(String escape) {
        assertThat(faults("title: \"" + escape + "\"\n"))
                .singleElement()
                .asString()
                .startsWith("my.yaml")
                .containsPattern("an escape in quotes names|found unknown escape character");
    }

    @Test
    void textThatEndsInAnEscape_isRefused() {
        assertThat(faults("title: \"\\x")).hasSize(1).first().asString().startsWith("my.yaml");
    }
}
