package dev.borderline.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The one place that opens files of a folder which a stranger may have filled.
 *
 * <p>A name in such a folder may be a link to a file of the reader's, a pipe that never ends, or a text without an end. So no link
 * is followed, on reading or on writing; only regular files are opened; what is read at once has a limit; and a new file is made
 * new, never by writing into one that is there. The folder itself may be reached by links: its name is the user's own. Whoever
 * can change the folder while it is being read is not kept out: see docs/security.md.
 */
public final class GuardedFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private GuardedFiles() {}

    /**
     * True if there is a regular file of this name, false if there is nothing.
     *
     * @throws FileRefused if there is something else
     */
    public static boolean isThere(Path file) throws IOException {
        return attributes(file).isPresent();
    }

    private static Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        BasicFileAttributes found = entry(file);
        if (found != null && !found.isRegularFile()) {
            throw new FileRefused(
                    file + " is " + kind(found) + ", not a file: it is neither read nor written; remove it");
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable BasicFileAttributes entry(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            refuseFileAbove(file); // which newer JDKs tell as missing
            return null;
        } catch (IOException e) {
            refuseFileAbove(file);
            throw IoMessages.cannotRead(file.toString(), e);
        }
    }

    /** Says which part of a path is a file where a folder is wanted. */
    private static void refuseFileAbove(Path file) throws FileRefused {
        Path above = file.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        if (above != null && !Files.isDirectory(above)) {
            String unpack = above.toString().endsWith(".zip") ? "; unpack it first" : "";
            throw new FileRefused(above + " is a file; a folder is wanted" + unpack);
        }
    }

    private static String kind(BasicFileAttributes entry) {
        if (entry.isSymbolicLink()) {
            return "a link";
        }
        return entry.isDirectory() ? "a folder" : "a pipe, socket or device";
    }

    /** The attributes of a regular file that must be there. */
    private static BasicFileAttributes required(Path file) throws IOException {
        return attributes(file).orElseThrow(() -> new FileRefused(file + " is missing"));
    }

    /** Length in bytes of a file that is there. */
    public static long size(Path file) throws IOException {
        return required(file).size();
    }

    /** Time of the last change of a file that is there. */
    public static Instant lastModified(Path file) throws IOException {
        return required(file).lastModifiedTime().toInstant();
    }

    /** The bytes of a file, from its beginning. */
    public static InputStream stream(Path file) throws IOException {
        required(file);
        try {
            return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw IoMessages.cannotRead(file.toString(), e);
        }
    }

    /** The lines of a text. */
    public static TextLines lines(Path file) throws IOException {
        return new TextLines(file.toString(), stream(file));
    }

    /** All bytes of a file; refuses one of more than {@code bytesMax}. */
    public static byte[] bytes(Path file, int bytesMax) throws IOException {
        try (InputStream in = stream(file)) {
            byte[] bytes = in.readNBytes(bytesMax);
            if (in.read() >= 0) {
                throw new FileRefused(file + " is longer than the " + bytesMax + " bytes that are read of it");
            }
            return bytes;
        }
    }

    /** A whole text in UTF-8; refuses one of more than {@code bytesMax}. */
    public static String text(Path file, int bytesMax) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, bytesMax)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FileRefused(file + " is not text in UTF-8: it is damaged, or of another program");
        }
    }

    /**
     * A file that is there, at any place of it. Plain calls, because a channel closes when its thread is interrupted; they cannot be
     * told not to follow a link, so what is there is looked at first.
     */
    public static RandomAccessFile open(Path file, boolean forWriting) throws IOException {
        required(file);
        try {
            return new RandomAccessFile(file.toFile(), forWriting ? "rw" : "r");
        } catch (IOException e) {
            throw forWriting ? IoMessages.cannotWrite(file.toString(), e) : IoMessages.cannotRead(file.toString(), e);
        }
    }

    /** A file for reading and writing, made if it is not there. */
    public static RandomAccessFile openOrCreate(Path file) throws IOException {
        if (!isThere(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // another process was quicker; what it made is looked at again
            } catch (IOException e) {
                throw IoMessages.cannotWrite(file.toString(), e);
            }
        }
        return open(file, true);
    }

    /** A new file, in place of a regular one that is there. */
    public static OutputStream create(Path file) throws IOException {
        delete(file);
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Puts a short text into a new file, in haste: a reader may find none, or half of it. */
    public static void put(Path file, String text) throws IOException {
        try (OutputStream out = create(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileRefused e) {
            throw e;
        } catch (IOException e) {
            throw IoMessages.cannotWrite(file.toString(), e);
        }
    }

    /** Removes a file if it is there. */
    public static void delete(Path file) throws IOException {
        if (isThere(file)) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw IoMessages.cannotWrite(file.toString(), e);
            }
        }
    }

    /** Makes a folder inside one that is there, if it is not there; refuses a link. */
    public static void makeFolder(Path folder) throws IOException {
        BasicFileAttributes found = entry(folder);
        if (found == null) {
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                makeFolder(folder); // another process was quicker
            } catch (IOException e) {
                throw IoMessages.cannotWrite(folder.toString(), e);
            }
        } else if (!found.isDirectory()) {
            throw new FileRefused(folder + " is " + (found.isRegularFile() ? "a file" : kind(found))
                    + ", not a folder: nothing is written into it; remove it");
        }
    }

    /** Moves a finished draft to its place beside it, so that a loss of power leaves the one file or the other. */
    public static void replace(Path draft, Path target) throws IOException {
        required(draft);
        isThere(target);
        try {
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                channel.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw IoMessages.cannotWrite(target.toString(), e);
        }
        syncFolderOf(target);
    }

    /** Has the disk keep the names in a folder. Not every system can: there the name is as safe as the system makes it. */
    private static void syncFolderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders
        }
    }

    /** True if two files that are there have the same bytes. */
    public static boolean haveSameBytes(Path one, Path other) throws IOException {
        if (size(one) != size(other)) {
            return false;
        }
        try (InputStream first = stream(one);
                InputStream second = stream(other)) {
            byte[] here = first.readNBytes(BUFFER_BYTES);
            while (here.length > 0 && Arrays.equals(here, second.readNBytes(BUFFER_BYTES))) {
                here = first.readNBytes(BUFFER_BYTES);
            }
            return here.length == 0 && second.read() < 0;
        }
    }

    /** The CRC-32C of a file that is there. */
    public static long crc32c(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = stream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                crc.update(buffer, 0, got);
            }
        }
        return crc.getValue();
    }
}
