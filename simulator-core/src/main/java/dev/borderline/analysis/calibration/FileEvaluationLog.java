package dev.borderline.analysis.calibration;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.experiment.store.FolderLock;
import dev.borderline.text.Csv;
import dev.borderline.text.CsvReader;
import dev.borderline.text.Digest;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * {@link EvaluationLog} in a file of CSV lines, each ending with the CRC-32C of the fields before it. Used by one thread; a lock
 * beside the file keeps other processes out.
 *
 * <pre>
 * evaluations,2,9f86…,…             the format and the SHA-256 of the subject
 * program,borderline 0.1.0 …,…      a line for each part of the {@link EvaluationSubject}
 * at,1.25,80,0.0461,NA,…            an evaluation: values, then statistics, all exact; NA where one is undefined
 * </pre>
 *
 * <p>A file of another subject is refused, with the part that differs. A line that was torn or changed is not believed: its
 * evaluation counts as not made. Each line is on the disk before the next evaluation begins.
 */
public final class FileEvaluationLog implements EvaluationLog, AutoCloseable {
    private static final String UNDEFINED = "NA";
    private static final String FORMAT = "evaluations";
    private static final String VERSION = "2";
    private static final int FORMAT_FIELDS = 3;
    private static final int BYTES_MAX = 1 << 28; // some million evaluations
    private static final String AT = "at";

    private final Map<String, List<Double>> known = new TreeMap<>();
    private final FolderLock lock;
    private final FileChannel channel;
    private int damaged;

    private FileEvaluationLog(FolderLock lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Opens a log, or begins it.
     *
     * @throws AnalysisRefused if the file is no such log, or that of another subject
     * @throws dev.borderline.experiment.store.StoreRefused if another process adds to it
     */
    public static FileEvaluationLog open(Path file, EvaluationSubject subject) throws IOException {
        FolderLock lock = FolderLock.take(file);
        try {
            return opened(lock, file, subject);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FileEvaluationLog opened(FolderLock lock, Path file, EvaluationSubject subject) throws IOException {
        byte[] there = GuardedFiles.isThere(file) ? GuardedFiles.bytes(file, BYTES_MAX) : new byte[0];
        String text = new String(there, StandardCharsets.UTF_8); // what is damaged has no checksum that fits
        String head = head(subject);
        boolean begun = text.length() >= head.length() || !head.startsWith(text); // else the head itself was torn
        if (begun && !text.startsWith(head)) {
            throw other(file, text, subject);
        }
        int whole = begun ? endOfLines(there) : 0;
        FileChannel channel = GuardedFiles.openOrCreate(file).getChannel();
        FileEvaluationLog log = new FileEvaluationLog(lock, channel);
        channel.truncate(whole);
        channel.position(whole);
        if (begun) {
            String lines = new String(there, 0, whole, StandardCharsets.UTF_8);
            lines.substring(head.length()).lines().forEach(line -> log.remember(line, subject));
        } else {
            log.append(head);
        }
        return log;
    }

    private static int endOfLines(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static String head(EvaluationSubject subject) {
        StringBuilder head = new StringBuilder(line(List.of(FORMAT, VERSION, subject.sha256())));
        subject.parts().forEach(part -> head.append(line(List.of(part.name(), part.value()))));
        return head.toString();
    }

    /** Refusal of a file that does not begin with the head of a subject, with the reason. */
    private static AnalysisRefused other(Path file, String text, EvaluationSubject subject) {
        List<EvaluationSubject.Part> parts = new ArrayList<>();
        boolean isLog = false;
        for (String line : text.lines().toList()) {
            List<String> fields = fields(line);
            if (fields.size() == FORMAT_FIELDS && fields.get(0).equals(FORMAT)) {
                isLog = fields.get(1).equals(VERSION);
            } else if (fields.size() == 2) {
                parts.add(new EvaluationSubject.Part(fields.get(0), fields.get(1)));
            } else {
                break;
            }
        }
        if (!isLog || parts.isEmpty()) {
            return new AnalysisRefused(file + " is no log of evaluations of this program, or its head is damaged;"
                    + " move it away or name another folder");
        }
        String difference = subject.difference(new EvaluationSubject(parts, 0, 0));
        return new AnalysisRefused(file + " belongs to another calibration, which differs in " + difference
                + "; name another folder, or move the file away");
    }

    private void remember(String line, EvaluationSubject subject) {
        List<String> fields = fields(line);
        int values = subject.inputs();
        if (fields.size() != 1 + values + subject.statistics() || !fields.get(0).equals(AT)) {
            damaged++;
            return;
        }
        List<Double> numbers = new ArrayList<>();
        for (String field : fields.subList(1, fields.size())) {
            OptionalDouble number = field.equals(UNDEFINED) ? OptionalDouble.of(Double.NaN) : Numbers.parse(field);
            number.ifPresent(numbers::add);
        }
        if (numbers.size() < fields.size() - 1) {
            damaged++;
            return;
        }
        known.put(key(numbers.subList(0, values)), List.copyOf(numbers.subList(values, numbers.size())));
    }

    /** The fields of a line before its checksum; none if that is not theirs. */
    private static List<String> fields(String line) {
        int end = line.lastIndexOf(',');
        if (end < 0 || !line.substring(end + 1).equals(checksum(line.substring(0, end)))) {
            return List.of();
        }
        return CsvReader.read(line.substring(0, end)).get(0).fields();
    }

    private static String line(List<String> fields) {
        String text = Csv.record(fields.toArray(new String[0])).stripTrailing();
        return text + "," + checksum(text) + "\n";
    }

    private static String checksum(String text) {
        return HexFormat.of().toHexDigits((int) Digest.crc32c(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String key(List<Double> values) {
        return String.join(",", texts(values));
    }

    private static List<String> texts(List<Double> numbers) {
        return numbers.stream()
                .map(number -> number.isNaN() ? UNDEFINED : Numbers.exact(number))
                .toList();
    }

    /** Number of evaluations remembered. */
    public int size() {
        return known.size();
    }

    /** Number of lines that are not believed. */
    public int damaged() {
        return damaged;
    }

    @Override
    public Optional<List<Double>> find(List<Double> values) {
        return Optional.ofNullable(known.get(key(values)));
    }

    @Override
    public void add(List<Double> values, List<Double> statistics) {
        List<String> all = new ArrayList<>(List.of(AT));
        all.addAll(texts(values));
        all.addAll(texts(statistics));
        append(line(all));
        known.put(key(values), List.copyOf(statistics));
    }

    private void append(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        lock.close();
    }
}
