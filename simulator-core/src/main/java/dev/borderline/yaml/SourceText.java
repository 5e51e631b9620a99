package dev.borderline.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A text with the name that faults call it by.
 *
 * @param name path or label, as shown to people
 * @param text its contents
 */
public record SourceText(String name, String text) {

    /** The text of a file; refuses one that is missing, longer than {@code maxBytes} or not UTF-8. */
    public static SourceText ofFile(Path file, int maxBytes) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new InvalidInput(Mark.whole(name), "", "is a folder, not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return ofStream(name, in, maxBytes);
        } catch (NoSuchFileException e) {
            throw new InvalidInput(Mark.whole(name), "", "there is no such file");
        } catch (IOException e) {
            throw new InvalidInput(Mark.whole(name), "", "cannot be read: " + e.getMessage());
        }
    }

    /** The rest of a stream, with the same limits. */
    public static SourceText ofStream(String name, InputStream in, int maxBytes) throws IOException {
        byte[] bytes = in.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new InvalidInput(Mark.whole(name), "", tooLarge(maxBytes));
        }
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return new SourceText(name, text);
        } catch (CharacterCodingException e) {
            throw new InvalidInput(Mark.whole(name), "", "is not text in UTF-8");
        }
    }

    /** The fault of a text that is longer than {@code maxBytes}. */
    static String tooLarge(int maxBytes) {
        return "is larger than the " + maxBytes / 1024 + " KiB that are read";
    }
}
