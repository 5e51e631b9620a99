package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final TaskSpace TASKS = new TaskSpace(3, 2, 4);
    private static final JournalHead HEAD = new JournalHead("ab".repeat(32), "borderline 1");

    @TempDir
    private Path folder;

    private Path path;
    private final List<Long> ends = new ArrayList<>(); // of the file, after each run

    @BeforeEach
    void fill() throws IOException {
        path = folder.resolve("runs.journal");
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            for (int place = 0; place < TASKS.size(); place++) {
                journal.append(record(TASKS.inRunOrder(place)));
                ends.add(Files.size(path));
            }
        }
    }

    private static RunRecord record(Task task) {
        return task.equals(new Task(1, 1, 2)) ? new FailedRun(task, "broke", "again") : FakeRuns.run(task);
    }

    private static List<RunRecord> all(Journal journal) throws IOException {
        List<RunRecord> all = new ArrayList<>();
        journal.forEach(all::add);
        return all;
    }

    private static List<RunRecord> expected() {
        List<RunRecord> all = new ArrayList<>();
        for (int rank = 0; rank < TASKS.size(); rank++) {
            all.add(record(TASKS.ofRank(rank)));
        }
        return all;
    }

    private static void makeMissing(Journal journal) throws IOException {
        for (int place = 0; place < TASKS.size(); place++) {
            Task task = TASKS.inRunOrder(place);
            if (!journal.contains(task)) {
                journal.append(record(task));
            }
        }
    }

    @Test
    void reopened_showsAllRunsSorted() throws IOException {
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            assertThat(journal.size()).isEqualTo(TASKS.size());
            assertThat(journal.failures()).isEqualTo(1);
            assertThat(journal.failed(new Task(1, 1, 2))).isTrue();
            assertThat(journal.damagedBytes()).isZero();
            assertThat(all(journal)).isEqualTo(expected());
        }
    }

    @Test
    void cutAtEveryByteOfTheLastTwoRuns_isMadeWhole() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        long before = ends.get(ends.size() - 3);
        for (int length = (int) before; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(path, HEAD, TASKS)) {
                boolean oneLeft = length >= ends.get(ends.size() - 2);
                assertThat(journal.size()).isEqualTo(TASKS.size() - (oneLeft ? 1 : 2));
                makeMissing(journal);
                assertThat(all(journal)).isEqualTo(expected());
            }
            assertThat(Files.readAllBytes(path)).isEqualTo(whole);
        }
    }

    @Test
    void tailOfZeros_isCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length + 5000));
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            assertThat(journal.size()).isEqualTo(TASKS.size());
            assertThat(journal.tornBytes()).isEqualTo(5000);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(whole);
    }

    /** One byte in many places behind the head: what it hits is made again, everything else is kept. */
    @Test
    void anyByteDamaged_onlyWhatItHitsIsMadeAgain() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        int start = HEAD.bytes().length;
        int layoutBytes = RecordFile.frame(FakeRuns.LAYOUT.payload()).length;
        long secondLayoutEnd = ends.get(0);
        for (int at = start; at < whole.length; at += 23) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(path, damaged);
            try (Journal journal = Journal.open(path, HEAD, TASKS)) {
                boolean inLayout =
                        at < start + layoutBytes || (at >= secondLayoutEnd - layoutBytes && at < secondLayoutEnd);
                assertThat(journal.size()).isEqualTo(TASKS.size() - (inLayout ? 0 : 1));
                assertThat(journal.damagedBytes() + journal.tornBytes()).isPositive();
                makeMissing(journal);
            }
            try (Journal journal = Journal.open(path, HEAD, TASKS)) {
                assertThat(all(journal)).isEqualTo(expected());
            }
        }
    }

    /** The head stands twice: damage to the one is mended from the other. */
    @Test
    void head_damagedOnce_isReadAndMended() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < HEAD.bytes().length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(path, damaged);
            try (Journal reader = Journal.read(path, HEAD, TASKS)) {
                assertThat(reader.size()).isEqualTo(TASKS.size());
            }
            assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
            Journal.open(path, HEAD, TASKS).close();
            assertThat(Files.readAllBytes(path)).isEqualTo(whole);
        }
    }

    @Test
    void head_damagedTwiceOrForeign_isRefusedAndFileUntouched() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        int once = HEAD.bytes().length / 2;
        for (int at = 0; at < once; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            damaged[at + once] ^= 1;
            Files.write(path, damaged);
            assertThatThrownBy(() -> Journal.open(path, HEAD, TASKS)).isInstanceOf(StoreRefused.class);
            assertThat(Files.readAllBytes(path)).isEqualTo(damaged);
        }
        Files.writeString(path, "point,arm\n");
        assertThatThrownBy(() -> Journal.open(path, HEAD, TASKS)).hasMessageContaining("not a journal");
    }

    /** Format 1 has the head once. */
    @Test
    void journalOfFormat1_isReadAndAddedTo() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        byte[] head = HEAD.bytes(1);
        byte[] old = Arrays.copyOf(head, head.length + whole.length - HEAD.bytes().length);
        System.arraycopy(whole, HEAD.bytes().length, old, head.length, old.length - head.length);
        Files.write(path, Arrays.copyOf(old, old.length - 1));
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            assertThat(journal.size()).isEqualTo(TASKS.size() - 1);
            makeMissing(journal);
            assertThat(all(journal)).isEqualTo(expected());
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(old);
    }

    /** A layout that is found but once, as a process that died leaves it, is written again with the next run. */
    @Test
    void layout_foundOnce_isWrittenAgain() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        int layoutBytes = RecordFile.frame(FakeRuns.LAYOUT.payload()).length;
        Files.write(path, Arrays.copyOf(whole, Math.toIntExact(ends.get(0)) - layoutBytes));
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            makeMissing(journal);
        }
        byte[] damaged = Files.readAllBytes(path);
        damaged[HEAD.bytes().length + layoutBytes / 2] ^= 1;
        Files.write(path, damaged);
        try (Journal journal = Journal.read(path, HEAD, TASKS)) {
            assertThat(all(journal)).isEqualTo(expected());
        }
    }

    private static byte[] withFrame(byte[] before, byte[] payload) {
        byte[] frame = RecordFile.frame(payload);
        byte[] all = Arrays.copyOf(before, before.length + frame.length);
        System.arraycopy(frame, 0, all, before.length, frame.length);
        return all;
    }

    private static byte[] payload(PayloadKind kind, long... numbers) {
        PayloadWriter out = new PayloadWriter();
        out.number(kind.ordinal());
        for (long number : numbers) {
            out.number(number);
        }
        return out.finished();
    }

    private static byte[] ratioOfItself() {
        PayloadWriter out = new PayloadWriter();
        out.number(PayloadKind.LAYOUT.ordinal());
        out.number(1);
        List.of("share", "1", "of itself", "RATIO").forEach(out::text);
        List.of(0, 0, 0, 0, 0).forEach(out::number);
        return out.finished();
    }

    /** A run as it should be but for a number that no sum holds beside itself. */
    private static byte[] overflowing() {
        PayloadWriter out = new PayloadWriter();
        List.of(PayloadKind.FINISHED.ordinal(), 0, 0, 1).forEach(out::number);
        out.word(FakeRuns.LAYOUT.id());
        out.number(1);
        out.word(1);
        out.number(0);
        for (int number = 0; number < 3 * 9; number++) {
            out.number(Long.MAX_VALUE);
        }
        for (int site = 0; site < 2; site++) {
            out.number(1);
            out.number(1);
            out.real(1);
            out.real(1);
        }
        return out.finished();
    }

    /** Records with a good checksum that say nothing a run can say: each counts as damage, and nothing else is lost. */
    @Test
    void wellChecksummedNonsense_isPassedOver() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        PayloadWriter tooShort = new PayloadWriter();
        List.of(PayloadKind.FINISHED.ordinal(), 0, 0, 1).forEach(tooShort::number);
        tooShort.word(FakeRuns.LAYOUT.id());
        List<byte[]> nonsense = List.of(
                new byte[0],
                payload(PayloadKind.FAILED),
                payload(PayloadKind.FAILED, 0, 0, Long.MAX_VALUE),
                payload(PayloadKind.FAILED, 0, 0, -1, 0, 0),
                payload(PayloadKind.LAYOUT, Integer.MAX_VALUE),
                payload(PayloadKind.LAYOUT, Long.MAX_VALUE),
                ratioOfItself(),
                tooShort.finished(),
                overflowing(),
                new byte[] {100, 1, 2, 3});
        for (byte[] payload : nonsense) {
            Files.write(path, withFrame(whole, payload));
            try (Journal journal = Journal.open(path, HEAD, TASKS)) {
                assertThat(all(journal)).isEqualTo(expected());
                assertThat(journal.damagedBytes()).isEqualTo(RecordFile.frameBytes(payload));
            }
        }
    }

    @Test
    void otherExperimentOrProgram_isRefused() {
        JournalHead other = new JournalHead("cd".repeat(32), HEAD.program());
        assertThatThrownBy(() -> Journal.open(path, other, TASKS))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("another experiment (abababababab, this is cdcdcdcdcdcd)");
        JournalHead later = new JournalHead(HEAD.experiment(), "borderline 2");
        assertThatThrownBy(() -> Journal.open(path, later, TASKS))
                .hasMessageContaining("made by borderline 1, this is borderline 2");
    }

    @Test
    void secondWriter_isRefusedUntilTheFirstCloses() throws IOException {
        try (Journal first = Journal.open(path, HEAD, TASKS)) {
            assertThatThrownBy(() -> Journal.open(path, HEAD, TASKS)).hasMessageContaining("in use");
            try (Journal reader = Journal.read(path, HEAD, TASKS)) {
                assertThat(reader.size()).isEqualTo(first.size());
                assertThat(reader.head()).isEqualTo(HEAD);
            }
            assertThatThrownBy(() -> Journal.open(path, HEAD, TASKS)).hasMessageContaining("in use");
        }
        Journal.open(path, HEAD, TASKS).close();
    }

    @Test
    void reader_leavesATornEndAlone() throws IOException {
        byte[] torn = Arrays.copyOf(Files.readAllBytes(path), (int) Files.size(path) - 3);
        Files.write(path, torn);
        try (Journal reader = Journal.read(path, HEAD, TASKS)) {
            assertThat(reader.size()).isEqualTo(TASKS.size() - 1);
            assertThatThrownBy(() -> reader.append(record(TASKS.ofRank(TASKS.size() - 1))))
                    .hasMessageContaining("reading only");
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(torn);
    }

    @Test
    void append_ofAFinishedTask_isRefusedOfAFailedOneTaken() throws IOException {
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            Task failed = new Task(1, 1, 2);
            assertThatThrownBy(() -> journal.append(FakeRuns.run(new Task(0, 0, 0))))
                    .hasMessageContaining("already");
            journal.append(FakeRuns.run(failed));
            assertThat(journal.failures()).isZero();
            assertThat(journal.size()).isEqualTo(TASKS.size());
        }
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            assertThat(journal.failures()).isZero();
            assertThat(all(journal)).contains(FakeRuns.run(new Task(1, 1, 2)));
        }
    }

    @Test
    void moreReplications_useWhatIsThere() throws IOException {
        TaskSpace more = new TaskSpace(3, 2, 6);
        try (Journal journal = Journal.open(path, HEAD, more)) {
            assertThat(journal.size()).isEqualTo(TASKS.size());
            journal.append(FakeRuns.run(new Task(2, 1, 5)));
        }
        try (Journal journal = Journal.open(path, HEAD, TASKS)) {
            assertThat(all(journal)).isEqualTo(expected());
        }
    }
}
