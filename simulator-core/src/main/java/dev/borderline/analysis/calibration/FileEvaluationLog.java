package dev.borderline.analysis.calibration;

import dev.borderline.text.CsvReader;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An {@link EvaluationLog} in a file: a line an evaluation, values then statistics, all exact. A last line that was cut off is
 * dropped. The first line says what the numbers belong to, and a file that belongs to something else is refused.
 */
public final class FileEvaluationLog implements EvaluationLog, AutoCloseable {
    private static final String UNDEFINED = "NA";

    private final Map<String, List<Double>> known = new TreeMap<>();
    private final FileChannel channel;
    private final int values;

    private FileEvaluationLog(FileChannel channel, int values) {
        this.channel = channel;
        this.values = values;
    }

    /**
     * Opens a log, or begins it.
     *
     * @param subject what the numbers belong to, one line: a digest of scenario, parameters, targets, seed and program
     * @param values number of parameters
     * @throws IllegalArgumentException if the file belongs to another subject
     */
    public static FileEvaluationLog open(Path file, String subject, int values) throws IOException {
        String head = "evaluations of " + subject + "\n";
        String text = Files.exists(file) ? Files.readString(file) : "";
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.isEmpty() && !whole.startsWith(head)) {
            throw new IllegalArgumentException(file + " belongs to another calibration; name another folder");
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        FileEvaluationLog log = new FileEvaluationLog(channel, values);
        if (whole.isEmpty()) {
            log.append(head);
        } else {
            CsvReader.read(whole.substring(head.length())).forEach(row -> log.remember(row.fields()));
        }
        return log;
    }

    private void remember(List<String> fields) {
        List<Double> numbers = fields.stream()
                .map(field -> field.equals(UNDEFINED) ? Double.NaN : Double.parseDouble(field))
                .toList();
        known.put(key(numbers.subList(0, values)), List.copyOf(numbers.subList(values, numbers.size())));
    }

    private static String key(List<Double> values) {
        return line(values);
    }

    private static String line(List<Double> numbers) {
        return String.join(
                ",",
                numbers.stream()
                        .map(number -> number.isNaN() ? UNDEFINED : Numbers.exact(number))
                        .toList());
    }

    /** Number of evaluations remembered. */
    public int size() {
        return known.size();
    }

    @Override
    public Optional<List<Double>> find(List<Double> values) {
        return Optional.ofNullable(known.get(key(values)));
    }

    @Override
    public void add(List<Double> values, List<Double> statistics) {
        List<Double> all = new ArrayList<>(values);
        all.addAll(statistics);
        append(line(all) + "\n");
        known.put(key(values), List.copyOf(statistics));
    }

    private void append(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
