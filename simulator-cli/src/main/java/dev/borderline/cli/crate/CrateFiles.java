package dev.borderline.cli.crate;

import dev.borderline.cli.text.Refusal;
import dev.borderline.text.GuardedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/** Files of a folder as a crate has them. These are all but hidden ones, whose names begin with a point, and a crate's own description. */
final class CrateFiles {
    private static final int BUFFER_BYTES = 1 << 16;

    private CrateFiles() {}

    /** Names of the files, sorted; refuses links, pipes, and names that have no place in a crate. */
    static List<String> in(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        collect(folder, "", names);
        names.remove(CrateMetadata.FILE);
        names.sort(null);
        return names;
    }

    private static void collect(Path folder, String prefix, List<String> names) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                String name = prefix + path.getFileName();
                if (path.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    refuseUnfit(path, name);
                    collect(path, name + "/", names);
                } else if (GuardedFiles.isThere(path)) {
                    refuseUnfit(path, name);
                    names.add(name);
                }
                if (names.size() >= CrateLayout.FILES_MAX) {
                    throw new Refusal(
                            "a crate has fewer than " + CrateLayout.FILES_MAX + " files, and " + folder + " has more");
                }
            }
        }
    }

    private static void refuseUnfit(Path path, String name) {
        String fault = CrateNames.fault(name);
        if (!fault.isEmpty()) {
            throw new Refusal(path + " has no place in a crate: " + fault);
        }
    }

    /** The entry of a file that is there. */
    static CrateEntry entry(Path folder, String name) throws IOException {
        try (InputStream in = GuardedFiles.stream(folder.resolve(name))) {
            return copied(name, in, Long.MAX_VALUE, OutputStream.nullOutputStream());
        }
    }

    /** Copies at most so many bytes; the entry is of what was copied. */
    static CrateEntry copied(String name, InputStream in, long bytesMost, OutputStream out) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        while (size < bytesMost) {
            int got = in.read(buffer, 0, (int) Math.min(buffer.length, bytesMost - size));
            if (got < 0) {
                break;
            }
            crc.update(buffer, 0, got);
            digest.update(buffer, 0, got);
            out.write(buffer, 0, got);
            size += got;
        }
        return new CrateEntry(name, size, crc.getValue(), HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
