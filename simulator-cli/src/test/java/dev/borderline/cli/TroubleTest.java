package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.ExitCodes;
import dev.borderline.experiment.folder.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other troubles of sweeps, in processes of their own: Ctrl-C, a second process, a full disk, an unwritable folder. Each gets one
 * clear message, and afterwards the sweep has the bytes of one undisturbed.
 */
class TroubleTest {
    /** Replications of each cell, so many that a child is still at work when a signal reaches it. */
    private static final int MANY = 160;

    /** Those that fill a small disk. */
    private static final int FEW = 60;

    @TempDir
    private static Path shared = Path.of("");

    private static Path undisturbed = Path.of("");
    private static Path few = Path.of("");
    private static Path sweep = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    @BeforeAll
    static void sweepUndisturbed() {
        sweep = Tiny.sweep(shared);
        undisturbed = shared.resolve("undisturbed");
        assertThat(Ran.command(command(undisturbed, MANY)).code()).isZero();
        few = shared.resolve("few");
        assertThat(Ran.command(command(few, FEW)).code()).isZero();
    }

    private static String[] command(Path out, int replications) {
        return new String[] {
            "sweep",
            sweep.toString(),
            "--replications",
            Integer.toString(replications),
            "--threads",
            "1",
            "--out",
            out.toString()
        };
    }

    /** A child that has made some runs and will need a while for the rest. */
    private static Child underWay(Path folder, List<String> words) throws IOException {
        Child child = Child.startWords(shared, words);
        Path journal = folder.resolve(ResultFolder.JOURNAL);
        long some = Files.size(undisturbed.resolve(ResultFolder.JOURNAL)) / 20;
        child.awaitOrEnd(() -> Files.exists(journal) && Files.size(journal) >= some);
        assertThat(child.isAlive()).isTrue();
        return child;
    }

    /** Words of a command with Ctrl-C as a terminal has it: a background job of a script would not hear it. */
    private static List<String> hearingInterrupts(List<String> words) throws IOException {
        List<String> all = new ArrayList<>();
        if (Shells.ignoresInterrupts()) {
            all.addAll(List.of("env", "--default-signal=INT"));
        }
        all.addAll(words);
        return all;
    }

    @Test
    void interrupted_byCtrlC_finishesRunsInHandAndPrintsTheCommandThatGoesOn() throws Exception {
        Path folder = temporary.resolve("r");
        Child child = underWay(folder, hearingInterrupts(Child.words(List.of(), command(folder, MANY))));

        child.signal("INT");
        Ran ran = child.await();

        assertThat(ran.code()).isEqualTo(128 + 2); // as shells report a death by signal 2
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .matches("(?s)borderline: stopped with \\d+ of 640 runs done; to go on: \\./borderline .*");
        String goesOn = ran.err().strip().replaceFirst(".*; to go on: \\./borderline ", "");
        assertThat(goesOn).isEqualTo("sweep " + sweep + " --replications " + MANY + " --out " + folder);
        assertThat(Ran.command("status", folder.toString()).out())
                .contains("  writer     none")
                .doesNotContain("damaged");
        assertThat(Ran.command(goesOn.split(" ")).code()).isZero();
        Tiny.assertSame(undisturbed, folder);
    }

    @Test
    void secondProcess_onAFolderInUse_isRefusedAndTheFirstGoesOn() throws Exception {
        Path folder = temporary.resolve("r");
        Child first = underWay(folder, Child.words(List.of(), command(folder, MANY)));

        first.signal("STOP"); // it stays in the middle of its work, however long the second takes to start
        Ran second = Child.start(temporary, command(folder, MANY)).await();
        Ran status = Ran.command("status", folder.toString());
        first.signal("CONT");

        assertThat(second.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(second.out()).isEmpty();
        assertThat(second.errLines()).hasSize(1);
        assertThat(second.err()).contains("is in use: process " + first.pid());
        assertThat(status.out()).contains("process " + first.pid()).contains("runs/s");
        assertThat(first.await().code()).isZero();
        Tiny.assertSame(undisturbed, folder);
    }

    /** As a full disk does, a limit on the length of files ends a write in the middle of a record. */
    @Test
    void fileSizeLimit_reached_endsWithAMessageAndTheRunsBeforeAreKept() throws Exception {
        Path folder = temporary.resolve("r");
        long kibibytes = Files.size(few.resolve(ResultFolder.JOURNAL)) / 1024 / 3;
        List<String> limited = new ArrayList<>(
                List.of("bash", "-c", "ulimit -f \"$1\"; shift; exec \"$@\"", "limited", Long.toString(kibibytes)));
        limited.addAll(Child.words(List.of(), command(folder, FEW)));

        Ran ran = Child.startWords(temporary, limited).await();

        assertThat(ran.code()).isEqualTo(ExitCodes.FAILED);
        assertNamesTheJournal(ran, folder, "File too large");
        assertThat(Ran.command(command(folder, FEW)).err()).contains("runs already");
        Tiny.assertSame(few, folder);
    }

    private static void assertNamesTheJournal(Ran ran, Path folder, String reason) {
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err())
                .contains(folder.resolve(ResultFolder.JOURNAL) + ": cannot write (" + reason + ")")
                .contains("the runs before are kept");
    }

    @Test
    void disk_full_endsWithAMessageAndGoesOnWhenThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        Path kept = temporary.resolve("kept");

        Ran ran = onDisk(disk, Files.size(few.resolve(ResultFolder.JOURNAL)) / 3, kept);

        Shells.skipUnlessMounted(ran);
        assertThat(ran.errLines()).hasSize(5);
        assertThat(ran.errLines().get(0))
                .contains(disk.resolve("r").resolve(ResultFolder.JOURNAL) + ": cannot write (No space left on device)")
                .contains("the runs before are kept");
        assertThat(ran.errLines().get(1)).isEqualTo("first ended with " + ExitCodes.FAILED);
        assertThat(ran.errLines().get(2)).contains("was cut short; it is made again");
        assertThat(ran.errLines().get(3)).contains("runs already");
        assertThat(ran.errLines().get(4)).isEqualTo("second ended with " + ExitCodes.OK);
        Tiny.assertSame(few, kept);
    }

    /** Runs the sweep on a disk of so many bytes, makes room, runs it again, and copies what is there then. */
    private Ran onDisk(Path disk, long bytes, Path kept) throws Exception {
        String script = """
                mount -t tmpfs -o size=%sk none "$1" || exit 99
                disk=$1; kept=$2; shift 2
                "$@"; echo "first ended with $?" >&2
                ls -A "$disk/r" | grep tmp >&2
                mount -o remount,size=64m "$disk"
                "$@"; echo "second ended with $?" >&2
                cp -a "$disk/r" "$kept"
                """.formatted(bytes / 1024);
        List<String> words = Shells.inNamespace(script, disk.toString(), kept.toString());
        String[] twoAtATime =
                command(disk.resolve("r"), FEW); // the second to fail must not be told of instead of the first
        twoAtATime[List.of(twoAtATime).indexOf("--threads") + 1] = "2";
        words.addAll(Child.words(List.of(), twoAtATime));
        return Child.startWords(temporary, words).await();
    }

    @Test
    void disk_tooSmallForTheTables_keepsAllRunsAndLeavesNoDrafts() throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        Path kept = temporary.resolve("kept");
        long journal = Files.size(few.resolve(ResultFolder.JOURNAL));

        Ran ran = onDisk(disk, journal + journal / 3, kept);

        Shells.skipUnlessMounted(ran);
        assertThat(ran.errLines()).hasSize(4);
        assertThat(ran.errLines().get(0)).contains(".csv: cannot write (No space left on device); all runs are kept");
        assertThat(ran.errLines().get(1)).isEqualTo("first ended with " + ExitCodes.FAILED);
        assertThat(ran.errLines().get(2)).contains("holds 240 of 240 runs already");
        assertThat(ran.errLines().get(3)).isEqualTo("second ended with " + ExitCodes.OK);
        Tiny.assertSame(few, kept);
    }

    @Test
    void folder_readOnly_isRefusedButCanBeLookedAt() throws Exception {
        Path disk = Files.createDirectory(temporary.resolve("disk"));
        String script = """
                mount -t tmpfs -o size=64m none "$1" || exit 99
                disk=$1; old=$2; shift 2
                cp -a "$old" "$disk/r"
                mount -o remount,ro "$disk"
                "$@" status "$disk/r" && "$@" sweep "$0" --out "$disk/r"; echo "old ended with $?" >&2
                "$@" sweep "$0" --out "$disk/new"; echo "new ended with $?" >&2
                """;
        List<String> words =
                Shells.inNamespace(script.replace("$0", sweep.toString()), disk.toString(), few.toString());
        words.addAll(Child.words(List.of()));

        Ran ran = Child.startWords(temporary, words).await();

        Shells.skipUnlessMounted(ran);
        assertThat(ran.out()).contains("240 of 240 runs").contains("  writer     none");
        assertThat(ran.errLines()).hasSize(4);
        for (int line = 0; line < 4; line += 2) {
            assertThat(ran.errLines().get(line))
                    .contains("cannot be written to (")
                    .contains("Read-only file system")
                    .contains("name another folder with --out");
            assertThat(ran.errLines().get(line + 1)).endsWith("ended with " + ExitCodes.BAD_INPUT);
        }
    }
}
