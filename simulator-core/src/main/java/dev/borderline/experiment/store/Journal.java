package dev.borderline.experiment.store;

import dev.borderline.text.GuardedFiles;
import dev.borderline.text.IoMessages;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The truth about an experiment: an append-only file of checksummed records.
 *
 * <p>A head names the format, the experiment and the program; another's file is refused. Each record is written with one call
 * when its run ends, so the death of the process loses nothing; the disk is told to keep it every {@value
 * #SECONDS_BETWEEN_SYNCS} seconds and on closing, so a loss of power costs the runs of that time. What then lacks a good
 * checksum does not count: a torn end is cut off on opening, a damaged stretch is passed over, and the runs are made again; so are
 * those of a record that says nothing a run can say, whatever its checksum. Head and layouts, which all runs need, stand twice. A
 * lock file beside it keeps a second process away. Plain file calls, not channels: those close when a thread is interrupted.
 */
public final class Journal implements RunStore {
    private static final int SECONDS_BETWEEN_SYNCS = 2;
    private static final long NANOS_BETWEEN_SYNCS = TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_SYNCS);
    private static final long ABSENT = -1;

    private final Path path;
    private final RandomAccessFile file;
    private final FileWindow window;
    private final @Nullable FolderLock lock; // null: only read
    private final JournalHead.Found head;
    private final TaskSpace tasks;
    private final long[] offsets; // by rank
    private final RunCounts counts = new RunCounts();
    private final Layouts layouts = new Layouts();
    private long end;
    private long damagedBytes;
    private long tornBytes;
    private long lastSync = System.nanoTime();
    private boolean dirty;
    private @Nullable IOException broken; // the first write that failed

    private Journal(Path path, JournalHead.Found head, TaskSpace tasks, @Nullable FolderLock lock) throws IOException {
        this.path = path;
        this.head = head;
        this.tasks = tasks;
        this.lock = lock;
        offsets = new long[tasks.size()];
        Arrays.fill(offsets, ABSENT);
        file = GuardedFiles.open(path, lock != null);
        window = new FileWindow(file);
    }

    /**
     * Opens the journal of an experiment for adding to it, or begins one. Tasks outside {@code tasks} stay in the file and are
     * not shown.
     *
     * @throws StoreRefused if the file is no journal, or of another experiment or program, or open in another process
     */
    public static Journal open(Path path, JournalHead head, TaskSpace tasks) throws IOException {
        FolderLock lock = FolderLock.take(path);
        try {
            JournalHead.writeIfAbsent(path, head);
            return opened(new Journal(path, found(path, head), tasks, lock));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a journal to look at it, also while another process adds to it: what it holds at this moment.
     *
     * @throws StoreRefused if the file is no journal, or of another experiment or program than {@code head} says
     */
    public static Journal read(Path path, JournalHead head, TaskSpace tasks) throws IOException {
        return opened(new Journal(path, found(path, head), tasks, null));
    }

    /** The head of the file, which must say what is expected. */
    private static JournalHead.Found found(Path path, JournalHead expected) throws IOException {
        JournalHead.Found found = JournalHead.read(path);
        expected.checkSame(path, found.head());
        return found;
    }

    private static Journal opened(Journal journal) throws IOException {
        try {
            journal.scan();
            if (journal.lock != null) {
                WriterInfo.here(journal.size()).write(journal.path);
            }
            return journal;
        } catch (IOException | RuntimeException e) {
            journal.file.close();
            throw e;
        }
    }

    private void scan() throws IOException {
        RecordFile frames = new RecordFile(file, head.bytes());
        List<Long> early = new ArrayList<>(); // records of runs before any good layout of theirs
        for (byte[] payload = frames.next(); payload != null; payload = frames.next()) {
            index(payload, frames.offset(), early);
        }
        for (long offset : early) {
            index(RecordFile.read(window, offset), offset, new ArrayList<>());
        }
        end = frames.goodEnd();
        damagedBytes += frames.damagedBytes();
        tornBytes = file.length() - end;
        if (lock != null) {
            mend();
        }
    }

    /** Cuts a torn end off, and writes a head that stands only once again. */
    private void mend() throws IOException {
        if (tornBytes > 0) {
            file.setLength(end);
        }
        if (!head.isWhole()) {
            file.seek(0);
            file.write(head.head().bytes());
            dirty = true;
        }
    }

    /** Payloads under a good checksum may still be no record: they count as damaged, as if they had none. */
    private void index(byte[] payload, long offset, List<Long> early) {
        try {
            if (PayloadKind.of(new PayloadReader(payload).index()) == PayloadKind.LAYOUT) {
                layouts.found(LayoutCodec.layout(payload));
            } else {
                indexRun(payload, offset, early);
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            damagedBytes += RecordFile.frameBytes(payload);
        }
    }

    private void indexRun(byte[] payload, long offset, List<Long> early) {
        RunCodec.Head run = RunCodec.head(payload);
        if (!tasks.contains(run.task())) {
            return;
        }
        boolean failed = run.kind() == PayloadKind.FAILED;
        if (!failed && !layouts.has(run.layoutId())) {
            early.add(offset);
            return;
        }
        RunCodec.check(payload, layouts::get);
        int rank = tasks.rank(run.task());
        if (offset > offsets[rank]) {
            offsets[rank] = offset;
            counts.put(rank, failed);
        }
    }

    /** Experiment and program of the journal. */
    public JournalHead head() {
        return head.head();
    }

    /** Bytes found between good records on opening, whose runs are made again. */
    public synchronized long damagedBytes() {
        return damagedBytes;
    }

    /**
     * Bytes found at the end on opening that are no whole record. Of a run that was cut short, or, if only read, of one that
     * another process is writing just then.
     */
    public synchronized long tornBytes() {
        return tornBytes;
    }

    @Override
    public TaskSpace tasks() {
        return tasks;
    }

    @Override
    public synchronized boolean contains(Task task) {
        return counts.contains(tasks.rank(task));
    }

    @Override
    public synchronized boolean failed(Task task) {
        return counts.failed(tasks.rank(task));
    }

    @Override
    public synchronized int size() {
        return counts.size();
    }

    @Override
    public synchronized int failures() {
        return counts.failures();
    }

    @Override
    public synchronized @Nullable RunSchema layout() {
        return layouts.any();
    }

    @Override
    public void append(RunRecord run) throws IOException {
        byte[] frame = RecordFile.frame(RunCodec.payload(run));
        synchronized (this) {
            int rank = tasks.rank(run.task());
            counts.checkNew(rank, run.task());
            if (run instanceof FinishedRun finished) {
                writeIfAbsent(finished.layout());
            }
            offsets[rank] = write(frame);
            counts.put(rank, run instanceof FailedRun);
            if (run instanceof FinishedRun finished && layouts.copies(finished.layout()) == 1) {
                write(finished.layout());
            }
            if (System.nanoTime() - lastSync > NANOS_BETWEEN_SYNCS) {
                flush();
            }
        }
    }

    private void writeIfAbsent(RunSchema layout) throws IOException {
        if (layouts.copies(layout) == 0) {
            write(layout);
        }
    }

    private void write(RunSchema layout) throws IOException {
        write(RecordFile.frame(layout.payload()));
        layouts.found(layout);
    }

    /** Writes a frame and gives its offset. After a failure nothing more is written: what follows a torn frame is hard to find. */
    private long write(byte[] frame) throws IOException {
        if (lock == null) {
            throw new IOException(path + " is open for reading only");
        }
        if (broken != null) { // told again, for of several threads the first to be heard may be the second to fail
            throw new IOException(broken.getMessage(), broken);
        }
        try {
            file.seek(end);
            file.write(frame);
        } catch (IOException e) {
            broken = new IOException(
                    path + ": cannot write (" + IoMessages.of(e)
                            + "); the runs before are kept: make room, then the same" + " command goes on",
                    e);
            throw broken;
        }
        long offset = end;
        end += frame.length;
        dirty = true;
        return offset;
    }

    @Override
    public @Nullable RunRecord find(Task task) throws IOException {
        return at(tasks.rank(task));
    }

    @Override
    public void forEach(RunStore.Visitor visitor) throws IOException {
        for (int rank = 0; rank < offsets.length; rank++) {
            RunRecord run = at(rank);
            if (run != null) {
                visitor.accept(run);
            }
        }
    }

    private synchronized @Nullable RunRecord at(int rank) throws IOException {
        if (offsets[rank] == ABSENT) {
            return null;
        }
        byte[] payload = RecordFile.read(window, offsets[rank]);
        return RunCodec.run(payload, layouts::get);
    }

    @Override
    public synchronized void flush() throws IOException {
        if (dirty) {
            file.getFD().sync();
            dirty = false;
        }
        lastSync = System.nanoTime();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            if (broken == null) {
                flush();
            }
        } finally {
            file.close();
            if (lock != null) {
                GuardedFiles.delete(WriterInfo.file(path));
                lock.close();
            }
        }
    }
}
