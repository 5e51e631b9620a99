package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hostile result folders from a stranger, tried with every command there is. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StrangersFolderTest {
    private static final String PRECIOUS = "what nobody but its owner writes\n";

    /** Files that a folder begins with. */
    private static final List<String> THERE =
            List.of("manifest.json", "design.csv", "runs.journal", "runs.csv", "summary.csv", "yearly.csv", "_SUCCESS");

    /** Names under which commands make files in a folder, and the drafts of those. */
    private static final List<String> MADE = List.of(
            "report.html",
            "stress-des.md",
            "figures",
            "failures.csv",
            "comparison.csv",
            "fates.csv",
            "analysis-prim.json",
            "analysis-cart.json",
            "analysis-sobol.json",
            "evaluations.csv",
            "targets.csv",
            "parameters.csv",
            "fit.json",
            "fitted.yaml",
            ".runs.journal.lock",
            ".runs.journal.holder",
            ".evaluations.csv.lock");

    @TempDir
    private static Path shared = Path.of("");

    private static Path sweep = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    private Path precious = Path.of("");
    private int folders;

    @BeforeAll
    static void sweepOnce() {
        sweep = OnFolders.inputs(shared);
        assertThat(Ran.command(words("sweep", shared.resolve("r"), shared)).code())
                .isZero();
    }

    @BeforeEach
    void writePrecious() throws IOException {
        precious = Files.writeString(temporary.resolve("precious"), PRECIOUS);
    }

    private static String[] words(String command, Path folder, Path scratch) {
        return Objects.requireNonNull(OnFolders.words(folder, sweep, scratch).get(command))
                .toArray(new String[0]);
    }

    private static Path parent(Path folder) {
        return Objects.requireNonNull(folder.getParent());
    }

    private static Iterable<String> commands() {
        return OnFolders.words(shared, sweep, shared).keySet();
    }

    /** A copy of the folder of the sweep. */
    private Path copy() throws IOException {
        Path copy =
                Files.createDirectories(temporary.resolve("case-" + folders++).resolve("r"));
        try (var files = Files.list(shared.resolve("r"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static Ran command(String command, Path folder) {
        return Ran.command(words(command, folder, parent(folder)));
    }

    /** No stack trace, no fault of the program: right, or refused in a line or two. */
    private static void assertCalm(String what, Ran ran) {
        assertThat(ran.err())
                .as(what)
                .doesNotContain("unexpectedly")
                .doesNotContain("fault of the program")
                .doesNotContain("\tat ");
        if (ran.code() != ExitCodes.OK) {
            assertThat(ran.err()).as(what).isNotBlank();
        }
    }

    /** A file, where a folder is wanted: one line that says so. */
    @Test
    void file_inThePlaceOfTheFolder_isRefused() throws IOException {
        for (String command : commands()) {
            Ran ran = command(command, precious);

            assertThat(ran.code()).as(command + ": " + ran.err()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.errLines()).as(command).hasSize(1);
            assertThat(precious).hasContent(PRECIOUS);
        }
    }

    @Test
    void commands_areAllTried() {
        TreeSet<String> tried = new TreeSet<>(OnFolders.WITHOUT);
        OnFolders.words(shared, sweep, shared).keySet().forEach(tried::add);
        assertThat(tried).isEqualTo(OnFolders.all());
    }

    /** A link in the place of a file that is read: whatever it leads to, it is refused, and named. */
    @Test
    void link_inThePlaceOfAFile_isRefused() throws IOException {
        for (String name : List.of("manifest.json", "design.csv", "runs.journal")) {
            for (String command : commands()) {
                Path folder = copy();
                Path file = folder.resolve(name);
                Path moved = Files.move(file, parent(folder).resolve("moved"));
                byte[] before = Files.readAllBytes(moved);
                Files.createSymbolicLink(file, moved);

                Ran ran = command(command, folder);

                assertCalm(command + " " + name, ran);
                assertThat(Files.readAllBytes(moved)).as(command + " " + name).isEqualTo(before);
                assertThat(file).as(command + " " + name).isSymbolicLink();
                if (OnFolders.READING.contains(command)) {
                    assertThat(ran.code()).as(command + " " + name).isEqualTo(ExitCodes.BAD_INPUT);
                    assertThat(ran.err()).as(command + " " + name).contains(name + " is a link");
                }
            }
        }
    }

    /** Links under all names that a command makes files of: none is followed, none replaced. */
    @Test
    void links_underNamesThatAreMade_areNotFollowed() throws IOException {
        for (String command : commands()) {
            Path folder = copy();
            for (String name : MADE) {
                link(folder.resolve(name));
                link(folder.resolve("." + name + ".tmp"));
            }
            for (String name : THERE) {
                link(folder.resolve("." + name + ".tmp"));
            }
            assertNothingEscapes(command, folder);
        }
    }

    /** As above, one name at a time, so that no refusal of one hides another. */
    @Test
    @Tag("deep")
    void link_underEachNameThatIsMade_isNotFollowed() throws IOException {
        for (String command : commands()) {
            for (String name : MADE) {
                for (String place : List.of(name, "." + name + ".tmp")) {
                    Path folder = copy();
                    Files.deleteIfExists(folder.resolve("_SUCCESS"));
                    link(folder.resolve(place));
                    assertNothingEscapes(command, folder);
                }
            }
            for (String name : THERE) {
                Path folder = copy();
                Files.deleteIfExists(folder.resolve("_SUCCESS"));
                link(folder.resolve("." + name + ".tmp"));
                assertNothingEscapes(command, folder);
            }
        }
    }

    private void link(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createSymbolicLink(path, precious);
    }

    private void assertNothingEscapes(String command, Path folder) throws IOException {
        Ran ran = command(command, folder);
        assertCalm(command, ran);
        assertThat(precious).as(command).hasContent(PRECIOUS);
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    assertThat(file).as(command).hasContent(PRECIOUS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A link that is a folder, in the place of that of the figures. */
    @Test
    void figures_thatAreALink_areNotWrittenInto() throws IOException {
        Path folder = copy();
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("figures"), elsewhere);

        Ran ran = command("report", folder);

        assertThat(ran.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ran.err()).contains("figures is a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    /** A named pipe never ends; so no command opens one. One that did would be waited for until the build gives the tests up. */
    @Test
    void pipe_inThePlaceOfAnyFile_hangsNoCommand() throws IOException, InterruptedException {
        for (String name : List.of("manifest.json", "design.csv", "runs.journal")) {
            for (String command : commands()) {
                Path folder = copy();
                pipe(folder.resolve(name));
                Ran ran = command(command, folder);
                assertCalm(command + " " + name, ran);
                if (OnFolders.READING.contains(command)) {
                    assertThat(ran.code()).as(command + " " + name).isEqualTo(ExitCodes.BAD_INPUT);
                    assertThat(ran.err()).as(command + " " + name).contains(name + " is a pipe");
                }
            }
        }
    }

    @Test
    void pipes_underAllOtherNames_hangNoCommand() throws IOException, InterruptedException {
        for (String command : commands()) {
            Path folder = copy();
            List<Path> pipes = new ArrayList<>();
            MADE.forEach(name -> pipes.add(folder.resolve(name)));
            List.of("runs.csv", "summary.csv", "yearly.csv", "_SUCCESS")
                    .forEach(name -> pipes.add(folder.resolve(name)));
            pipe(pipes.toArray(new Path[0]));
            assertCalm(command, command(command, folder));
        }
    }

    private static void pipe(Path... paths) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("mkfifo"));
        for (Path path : paths) {
            Files.deleteIfExists(path);
            words.add(path.toString());
        }
        assertThat(new ProcessBuilder(words).start().waitFor()).isZero();
    }

    /** A journal of the same scenario with another seed, beside the manifest of this one. */
    @Test
    void journalOfAnotherSeed_isRefusedByEveryCommand() throws IOException {
        Path other = temporary.resolve("other");
        assertThat(Ran.command(
                                "sweep",
                                sweep.toString(),
                                "--replications",
                                "2",
                                "--seed",
                                "8",
                                "--out",
                                other.toString())
                        .code())
                .isZero();
        for (String command : OnFolders.READING) {
            Path folder = copy();
            Files.copy(
                    other.resolve("runs.journal"), folder.resolve("runs.journal"), StandardCopyOption.REPLACE_EXISTING);

            Ran ran = command(command, folder);

            assertThat(ran.code()).as(command).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).as(command).contains("holds the runs of another experiment");
        }
    }

    /** A manifest that says another program made the runs than the journal does. */
    @Test
    void journalOfAnotherProgram_isRefusedByEveryCommand() throws IOException {
        for (String command : OnFolders.READING) {
            Path folder = copy();
            Path manifest = folder.resolve("manifest.json");
            String text = Files.readString(manifest);
            Files.writeString(manifest, text.replaceFirst("\"build\": \"[^\"]*\"", "\"build\": \"another 1\""));
            if (command.equals("sweep")) {
                continue; // makes no use of what the manifest says of the program
            }

            Ran ran = command(command, folder);

            assertThat(ran.code()).as(command).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).as(command).contains("holds runs made by");
        }
    }

    /** Texts in a folder may name any file, and none is opened. */
    @Test
    void scenarioThatExtendsAFile_isRefusedAndTheFileNotQuoted() throws IOException {
        for (String command : OnFolders.READING) {
            Path folder = copy();
            Path manifest = folder.resolve("manifest.json");
            Files.writeString(
                    manifest,
                    Files.readString(manifest)
                            .replaceFirst("\"schema: 1\\\\n", "\"schema: 1\\\\nextends: " + precious + "\\\\n"));
            assertThat(Files.readString(manifest)).contains(precious.toString());
            if (command.equals("sweep")) {
                continue; // reads the scenario of the sweep, and writes the manifest anew
            }

            Ran ran = command(command, folder);

            assertThat(ran.code()).as(command).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(ran.err()).as(command).contains("stands by itself").doesNotContain("nobody but its owner");
        }
    }

    /** A command that a folder gives for people to type is not theirs but a stranger's. */
    @Test
    void commandOfAManifest_isNoAdvice_unlessItIsThisProgram() throws IOException {
        Path folder = copy();
        Path manifest = folder.resolve("manifest.json");
        Files.delete(folder.resolve("_SUCCESS"));
        String text = Files.readString(manifest)
                .replaceFirst("\"replications\": 2", "\"replications\": 3")
                .replaceFirst("(?s)\"command\": \\[.*?\\]", "\"command\": [\"rm\", \"-rf\", \"/\"]");
        Files.writeString(manifest, text);
        for (List<String> words : List.of(List.of("status"), List.of("status", "--json"))) {
            String[] all = words.toArray(new String[words.size() + 1]);
            all[words.size()] = folder.toString();
            Ran ran = Ran.command(all);
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).contains("the command that made it").doesNotContain("rm -rf");
        }
        Files.writeString(
                manifest, text.replace("\"rm\", \"-rf\", \"/\"", "\"/tmp/evil/borderline\", \"sweep\", \"a b;c\""));
        assertThat(Ran.command("status", folder.toString()).out())
                .contains("To go on: ./borderline sweep 'a b;c' --out")
                .doesNotContain("evil");
    }

    @Test
    void options_areTriedOnAFolderThatIsAsItShouldBe() throws IOException {
        for (Map.Entry<String, List<String>> entry :
                OnFolders.words(shared, sweep, shared).entrySet()) {
            if (OnFolders.READING.contains(entry.getKey())) {
                Ran ran = command(entry.getKey(), copy());
                String tells = entry.getKey().equals("analyze prim") ? "nothing to tell apart" : ""; // of two points
                assertThat(ran.code()).as(entry.getKey() + ": " + ran.err()).isEqualTo(tells.isEmpty() ? 0 : 3);
                assertThat(ran.err()).contains(tells);
            }
        }
    }
}
