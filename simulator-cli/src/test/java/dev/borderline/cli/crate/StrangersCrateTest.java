package dev.borderline.cli.crate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crates that somebody else made: each is refused in one line or its changed file is named, and nothing of it gets out. */
class StrangersCrateTest {
    private static final int ATTRIBUTES_AT = 38;
    private static final int LINK_MODE = 0xA1;

    @TempDir
    private Path temporary = Path.of("");

    /** A crate's bytes with these names and contents, in this order, as this program would write them. */
    private static byte[] crate(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<CrateEntry> entries = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            byte[] bytes = namesAndTexts[i + 1].getBytes(StandardCharsets.ISO_8859_1);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            CrateEntry entry = new CrateEntry(namesAndTexts[i], bytes.length, crc.getValue(), "");
            entries.add(entry);
            out.write(CrateLayout.local(entry));
            out.write(bytes);
        }
        long at = 0;
        int directoryAt = out.size();
        for (CrateEntry entry : entries) {
            out.write(CrateLayout.central(entry, at));
            at += CrateLayout.bytesOf(entry);
        }
        out.write(CrateLayout.end(entries.size(), (long) out.size() - directoryAt, directoryAt));
        return out.toByteArray();
    }

    private Ran reproduce(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("x.zip"), bytes);
        return Ran.command("reproduce", file.toString());
    }

    private void assertRefused(byte[] bytes, String why) throws IOException {
        Ran ran = reproduce(bytes);

        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).contains("x.zip", why);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../out.txt",
                "/out.txt",
                "a/../../out.txt",
                "C:out.txt",
                "..\\out.txt",
                "a//b",
                ".hidden",
                "a/",
                "a\tb",
                "a\nb",
                "\u202Etxt.exe",
                "a."
            })
    void name_thatLeadsOutOrMisleads_isRefused(String name) throws IOException {
        assertRefused(crate(name, "x"), "its name");
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile).toList()).hasSize(1); // the crate
        }
    }

    @Test
    void names_twiceOrAlikeOrBothFileAndFolder_areRefused() throws IOException {
        assertRefused(crate("a.csv", "1", "a.csv", "2"), "two files named a.csv");
        assertRefused(crate("A.csv", "1", "a.csv", "2"), "two files named a.csv");
        assertRefused(crate("b.csv", "1", "a.csv", "2"), "not in order");
        assertRefused(crate("a", "1", "a/b", "2"), "a file and a folder");
    }

    @Test
    void link_isRefused() throws IOException {
        byte[] bytes = crate("manifest.json", "/etc/passwd");
        int directoryAt = bytes.length - CrateLayout.END_BYTES - CrateLayout.CENTRAL_BYTES - "manifest.json".length();
        bytes[directoryAt + ATTRIBUTES_AT + 3] = (byte) LINK_MODE;

        assertRefused(bytes, "manifest.json is a link");
    }

    /** Ten million zeros in ten thousand bytes, as any tool makes them. */
    @Test
    void bomb_isRefusedBeforeAnythingIsUnpacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("runs.csv"));
            zip.write(new byte[10_000_000]);
            zip.closeEntry();
        }

        assertRefused(out.toByteArray(), "runs.csv is compressed");
    }

    /** Two entries that share their bytes, which is how a small file becomes a large folder without compression. */
    @Test
    void overlap_isRefused() throws IOException {
        byte[] bytes = crate("a.csv", "1234567890", "b.csv", "1234567890");
        int secondOffsetAt = bytes.length - CrateLayout.END_BYTES - "b.csv".length() - 4;
        bytes[secondOffsetAt] = 0;

        assertRefused(bytes, "where it names b.csv");
    }

    @Test
    void sizes_beyondTheFile_areRefused() throws IOException {
        byte[] bytes = crate("a.csv", "1");
        int sizeAt = bytes.length - CrateLayout.END_BYTES - "a.csv".length() - CrateLayout.CENTRAL_BYTES + 24;
        for (int place : List.of(sizeAt - 4 + 3, sizeAt + 3)) {
            bytes[place] = 0x7F;
        }

        assertRefused(bytes, "does not fit");
    }

    @Test
    void otherFiles_areRefused() throws IOException {
        byte[] whole = crate("a.csv", "1", "ro-crate-metadata.json", "{}");
        assertRefused(new byte[0], "its end");
        assertRefused("not a zip file at all, but long enough".getBytes(StandardCharsets.UTF_8), "its end");
        assertRefused(Arrays.copyOf(whole, whole.length - 1), "its end");
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "its end");
        assertRefused(crate("a.csv", "1"), "ro-crate-metadata.json");
        Ran folderless = Ran.command("reproduce", temporary.resolve("none.zip").toString());
        assertThat(folderless.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(folderless.err()).contains("none.zip is missing");
    }

    /** The reader alone, over each place of a small crate and each of some other values: never taken for whole. */
    @Test
    void anyByte_changed_isNoticedAndNamesTheFileOrThePlace() throws IOException {
        byte[] whole =
                crate("design.csv", "point\n0\n", "manifest.json", "{\"schema\": 1}", "ro-crate-metadata.json", "{}");
        SplittableRandom random = new SplittableRandom(20);
        for (int place = 0; place < whole.length; place++) {
            byte[] changed = whole.clone();
            changed[place] ^= (byte) (1 + random.nextInt(255));
            String said = said(changed);
            assertThat(said)
                    .as("byte " + place)
                    .containsPattern("design.csv|manifest.json|ro-crate|end|directory|name");
        }
        assertThat(said(whole)).isEmpty();
    }

    private String said(byte[] bytes) throws IOException {
        Path file = Files.write(temporary.resolve("y.zip"), bytes);
        Path folder = Files.createTempDirectory(temporary, "unpacked");
        try (CrateReader reader = CrateReader.open(file)) {
            reader.unpackInto(folder);
            return "";
        } catch (CrateDamaged e) {
            return e.file();
        } catch (CrateLayout.NotACrate e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A byte that somebody changed, checksum and all, so that only the SHA-256 tells; or the SHA-256 itself, or an input. */
    @Test
    void change_withItsChecksum_isNamed() throws IOException {
        Path sweep = Small.sweep(temporary, "");
        Path results = temporary.resolve("results");
        assertThat(Ran.command("sweep", sweep.toString(), "--quiet", "--out", results.toString())
                        .code())
                .isZero();
        Path made = temporary.resolve("made.zip");
        assertThat(Ran.command("export", results.toString(), "--crate", "--out", made.toString())
                        .code())
                .isZero();

        assertNamed(made, "runs.csv", text -> text.replaceFirst("7(?=\n)", "8").concat("\n"), "runs.csv");
        assertNamed(
                made,
                "ro-crate-metadata.json",
                text -> text.replace("Two by two", "Two by four"),
                "ro-crate-metadata.json");
        assertNamed(
                made,
                "ro-crate-metadata.json",
                text -> text.replaceFirst("\"sha256\":\"[0-9a-f]{2}", "\"sha256\":\"zz"),
                "CITATION.cff");
        assertNamed(made, "CITATION.cff", text -> text + "# mine\n", "CITATION.cff");

        byte[] damaged = Files.readAllBytes(made);
        damaged[damaged.length / 2] ^= 1;
        Ran ran = reproduce(damaged);
        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.out()).contains("Changed file: ", "checksum differs", "Different. Nothing was run");
    }

    private void assertNamed(Path made, String file, UnaryOperator<String> change, String named) throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(made.toFile(), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                parts.add(entry.getName());
                parts.add(entry.getName().equals(file) ? change.apply(text) : text);
            }
        }

        Ran ran = reproduce(crate(parts.toArray(new String[0])));

        assertThat(ran.code()).as(ran.out() + ran.err()).isEqualTo(ExitCodes.FAILED);
        assertThat(ran.out()).contains("Changed file: " + named + "\n", "Different. Nothing was run");
    }
}
