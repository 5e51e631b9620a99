package dev.borderline.cli.crate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A crate of a sweep with its report: written, read back by the JDK and by the rules of RO-Crate, and made again. */
class CrateTest {
    private static final double OVERHEAD_MAX = 1.05;

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    private static Path folder() {
        return shared.resolve("results");
    }

    private static Path crate() {
        return shared.resolve("small.zip");
    }

    @BeforeAll
    static void exportOnce() {
        Path sweep = Small.sweep(shared, "");
        assertThat(Ran.command("sweep", sweep.toString(), "--quiet", "--out", folder().toString())
                        .code())
                .isZero();
        assertThat(Ran.command("report", folder().toString(), "--quiet").code()).isZero();
        Ran ran = export(folder(), crate());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("borderline reproduce small.zip");
    }

    private static Ran export(Path folder, Path crate) {
        return Ran.command("export", folder.toString(), "--crate", "--out", crate.toString());
    }

    private static Map<String, JsonNode> entities() throws IOException {
        return entities(crate());
    }

    private static Map<String, JsonNode> entities(Path crate) throws IOException {
        try (ZipFile zip = new ZipFile(crate.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("ro-crate-metadata.json"))) {
            Map<String, JsonNode> entities = new HashMap<>();
            JsonMapper.shared()
                    .readTree(in)
                    .get("@graph")
                    .forEach(entity -> entities.put(entity.get("@id").asString(), entity));
            return entities;
        }
    }

    private static JsonNode entity(Map<String, JsonNode> entities, String id) {
        return Objects.requireNonNull(entities.get(id), id);
    }

    /** The JDK's reader finds the folder's files and the crate's own, stored, and no larger than 1.05 times the folder. */
    @Test
    void crate_readByTheJdk_isTheFolder() throws IOException {
        TreeSet<String> expected = new TreeSet<>(List.of("CITATION.cff", "ro-crate-metadata.json"));
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    expected.add(folder().relativize(file).toString().replace('\\', '/'));
                    bytes += Files.size(file);
                }
            }
        }
        TreeSet<String> found = new TreeSet<>();
        try (ZipFile zip = new ZipFile(crate().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                found.add(entry.getName());
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                Path file = folder().resolve(entry.getName());
                if (Files.exists(file)) {
                    assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(Files.readAllBytes(file));
                }
            }
        }
        assertThat(found).isEqualTo(expected).contains("report.html", "runs.csv");
        assertThat((double) Files.size(crate()) / bytes).isLessThanOrEqualTo(OVERHEAD_MAX);
    }

    @Test
    void crate_writtenTwice_hasTheSameBytes() {
        Path again = temporary.resolve("again.zip");

        assertThat(export(folder(), again).code()).isZero();

        assertThat(again).hasSameBinaryContentAs(crate());
    }

    /** RO-Crate 1.1, sections 3 and 5; Process Run Crate 0.5, requirements marked MUST. */
    @Test
    void description_keepsTheRulesOfTheProfile() throws IOException {
        Map<String, JsonNode> entities = entities();
        JsonNode descriptor = entity(entities, "ro-crate-metadata.json");
        JsonNode root = entity(entities, "./");
        assertThat(descriptor.at("/about/@id").asString()).isEqualTo("./");
        assertThat(descriptor.at("/conformsTo/@id").asString()).isEqualTo("https://w3id.org/ro/crate/1.1");
        assertThat(root.get("@type").asString()).isEqualTo("Dataset");
        assertThat(root.get("datePublished").asString()).matches("\\d{4}-\\d{2}-\\d{2}T.*Z");
        assertThat(entities).containsKey(root.at("/license/@id").asString());
        assertThat(root.at("/conformsTo/@id").asString()).isEqualTo("https://w3id.org/ro/wfrun/process/0.5");
        assertThat(entity(entities, "https://w3id.org/ro/wfrun/process/0.5")
                        .get("version")
                        .asString())
                .isEqualTo("0.5");
        root.get("hasPart")
                .forEach(part -> assertThat(entity(entities, part.get("@id").asString())
                                .get("@type")
                                .asString())
                        .isEqualTo("File"));
        assertThat(root.get("mentions")).hasSize(2);
        root.get("mentions")
                .forEach(action -> assertAction(
                        entities, entity(entities, action.get("@id").asString())));
        assertThat(entity(entities, "#runs").get("description").asString()).contains("sweep", "small-sweep.yaml");
        assertThat(entity(entities, "#in-seed").get("value").asString()).isEqualTo("7");
        assertThat(entity(entities, "#in-levers.surveillance.coverage")
                        .get("value")
                        .asString())
                .isEqualTo("[0.03, 0.12]");
        assertThat(entity(entities, "#report").get("result").toString()).contains("report.html", "figures/");
        assertThat(entities.keySet()).noneMatch(id -> id.contains("\\") || id.startsWith("/"));
    }

    private static void assertAction(Map<String, JsonNode> entities, JsonNode action) {
        assertThat(action.get("@type").asString()).isEqualTo("CreateAction");
        assertThat(entity(entities, action.at("/instrument/@id").asString())
                        .get("@type")
                        .asString())
                .isEqualTo("SoftwareApplication");
        assertThat(action.get("result")).isNotEmpty();
        for (String list : List.of("object", "result")) {
            action.get(list)
                    .forEach(one ->
                            assertThat(entities).containsKey(one.get("@id").asString()));
        }
    }

    /** The pair of files that an analysis keeps, by whose names it is known. */
    @Test
    void analysis_isAnActionOfItsOwn() throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("copy"));
        for (String name : List.of("manifest.json", "design.csv", "runs.journal")) {
            Files.copy(folder().resolve(name), copy.resolve(name));
        }
        Files.writeString(copy.resolve("analysis-sobol.json"), "{}");
        Files.writeString(copy.resolve("analysis-sobol.csv"), "factor\n");
        Path crate = temporary.resolve("analysed.zip");

        assertThat(export(copy, crate).code()).isZero();

        JsonNode action = entity(entities(crate), "#analyze-sobol");
        assertThat(action.get("name").asString()).isEqualTo("borderline analyze sobol");
        assertThat(action.get("result").toString()).contains("analysis-sobol.csv", "analysis-sobol.json");
    }

    @Test
    void digests_areThoseOfTheFiles() throws IOException {
        Map<String, JsonNode> entities = entities();
        int files = 0;
        try (ZipFile zip = new ZipFile(crate().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().equals("ro-crate-metadata.json")) {
                    byte[] bytes = zip.getInputStream(entry).readAllBytes();
                    assertThat(entity(entities, entry.getName()).get("sha256").asString())
                            .isEqualTo(Digest.sha256(bytes));
                    files++;
                }
            }
        }
        assertThat(files).isGreaterThan(10);
    }

    @Test
    void reproduce_ofACrate_saysTheSame_andLeavesNothing() {
        Ran ran = Ran.command("reproduce", crate().toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith(crate() + ": Two by two").contains("The same. ", "all 8 runs");
        assertThat(ran.out() + ran.err()).doesNotContain("borderline-crate-");
        assertThat(Ran.command("reproduce", crate().toString(), "--sample", "1", "--json")
                        .out())
                .contains("\"same\": true");
    }

    /** A crate of a crate that was unpacked is the same crate. */
    @Test
    void unpacked_exportedAgain_isTheSame() throws IOException {
        Path unpacked = temporary.resolve("unpacked");
        try (ZipFile zip = new ZipFile(crate().toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = unpacked.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip.getInputStream(entry), file);
            }
        }
        Path again = temporary.resolve("again.zip");

        assertThat(export(unpacked, again).code()).isZero();

        assertThat(again).hasSameBinaryContentAs(crate());
    }

    @Test
    void otherCommands_onACrate_sayToUnpackIt() {
        for (String command : List.of("status", "export", "report")) {
            Ran ran = Ran.command(command, crate().toString());

            assertThat(ran.code()).as(command).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.errLines()).as(command).hasSize(1);
            assertThat(ran.err()).contains(crate() + " is a file");
        }
        assertThat(Ran.command("status", crate().toString()).err()).contains("unpack it first");
    }

    @Test
    void options_thatDoNotGoWithACrate_areRefused() {
        Path inside = folder().resolve("inside.zip");
        Ran table = Ran.command("export", folder().toString(), "--crate", "--shape", "wide", "--out", "x.zip");
        Ran standardOutput = Ran.command("export", folder().toString(), "--crate");
        Ran within = export(folder(), inside);

        assertThat(table.err()).contains("--crate is of the whole folder");
        assertThat(standardOutput.err()).contains("--out FILE.zip");
        assertThat(within.err()).contains("lies in the folder itself");
        assertThat(List.of(table.code(), standardOutput.code(), within.code())).containsOnly(ExitCodes.BAD_INPUT);
        assertThat(inside).doesNotExist();
    }

    @Test
    void unfinishedFolder_isRefused() throws IOException {
        Path copy = Files.createDirectory(temporary.resolve("copy"));
        for (String name : List.of("design.csv", "runs.journal")) {
            Files.copy(folder().resolve(name), copy.resolve(name));
        }
        String manifest = Files.readString(folder().resolve("manifest.json"));
        Files.writeString(
                copy.resolve("manifest.json"), manifest.replaceFirst("\"finished\": \"[^\"]*\"", "\"finished\": null"));

        Ran ran = export(copy, temporary.resolve("x.zip"));

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("is not finished");
        assertThat(temporary.resolve("x.zip")).doesNotExist();
    }
}
