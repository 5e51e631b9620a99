package dev.borderline.cli.serve;

import dev.borderline.cli.text.Refusal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secret of 128 bits that lets in, as 32 hexadecimal digits. */
final class Token {
    private static final int BYTES = 16;

    private Token() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The token of a file; where there is no file, a new one is written that its owner alone can read. */
    static String in(Path file) throws IOException {
        try {
            String token = fresh();
            Files.writeString(Files.createFile(file, ownerOnly()), token + "\n");
            return token;
        } catch (FileAlreadyExistsException e) {
            return read(file);
        }
    }

    private static String read(Path file) throws IOException {
        boolean fits = Files.isRegularFile(file) && Files.size(file) <= 2 * BYTES + 2;
        String token = fits ? Files.readString(file).strip() : "";
        if (!token.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
            throw new Refusal(file + ": a token is " + 2 * BYTES
                    + " digits of 0-9 and a-f and nothing else; remove the file to have a new one written");
        }
        return token;
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
