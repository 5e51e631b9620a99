package dev.borderline.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text in UTF-8, one at a time. So a file of any length needs the memory of one line. A line that is too long or not
 * UTF-8 is refused with its number. Mutable; one owner.
 */
public final class TextLines implements Closeable {
    /** The longest line: the text of a scenario stands in one line of a manifest. */
    static final int BYTES_MAX = 1 << 24;

    private static final int BYTES_USUAL = 1 << 10;
    private static final int BYTES_AHEAD = 1 << 16;

    private final String file;
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] ahead = new byte[BYTES_AHEAD]; // read from the file and not yet given
    private int position;
    private int filled;
    private byte[] line = new byte[BYTES_USUAL];
    private int number;

    TextLines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Number of the line that {@link #next} gave, from 1. */
    public int number() {
        return number;
    }

    /** The file and the line that {@link #next} gave, as faults call it. */
    public String where() {
        return file + ":" + number;
    }

    /** The next line without its end, or null behind the last. */
    public @Nullable String next() throws IOException {
        int size = 0;
        boolean ascii = true;
        int next = read();
        if (next < 0) {
            return null;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = read()) {
            if (size == BYTES_MAX) {
                throw new FileRefused(where() + ": the line is longer than " + BYTES_MAX + " bytes");
            }
            if (size == line.length) {
                line = Arrays.copyOf(line, 2 * size);
            }
            line[size++] = (byte) next;
            ascii &= next <= Byte.MAX_VALUE;
        }
        if (size > 0 && line[size - 1] == '\r') {
            size--;
        }
        return ascii ? new String(line, 0, size, StandardCharsets.US_ASCII) : decoded(size);
    }

    private int read() throws IOException {
        if (position == filled) {
            fill();
        }
        return filled < 0 ? -1 : Byte.toUnsignedInt(ahead[position++]);
    }

    private void fill() throws IOException {
        try {
            filled = in.read(ahead);
            position = Math.min(filled, 0);
        } catch (IOException e) {
            throw IoMessages.cannotRead(file, e);
        }
    }

    private String decoded(int size) throws FileRefused {
        try {
            return decoder.decode(ByteBuffer.wrap(line, 0, size)).toString();
        } catch (CharacterCodingException e) {
            throw new FileRefused(where() + ": this line is not text in UTF-8: it is damaged, or of another program");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
