package dev.borderline.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reasons of the system for refusing a file, in its words, without the path that some exceptions put before it. */
public final class IoMessages {
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]+)\\)$");

    private IoMessages() {}

    /** The reason alone. */
    public static String of(IOException refusal) {
        if (refusal instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (refusal instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (refusal instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = Objects.requireNonNullElse(refusal.getMessage(), refusal.toString());
        Matcher reason = IN_BRACKETS.matcher(message);
        return reason.find() ? reason.group(1) : message;
    }

    /** The failure to write a file, with its path. */
    public static IOException cannotWrite(String path, IOException cause) {
        return new IOException(path + ": cannot write (" + of(cause) + ")", cause);
    }

    /** The failure to read a file, with its path. */
    public static IOException cannotRead(String path, IOException cause) {
        return new IOException(path + ": cannot read (" + of(cause) + ")", cause);
    }
}
