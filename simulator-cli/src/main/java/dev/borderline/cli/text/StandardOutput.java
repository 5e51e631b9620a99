package dev.borderline.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Stream of results whose failed writes break the command off, at once and from within a run as well. A {@link java.io.PrintStream} alone
 * keeps such failures to itself: a full disk would leave half a table and exit code 0.
 */
public final class StandardOutput extends OutputStream {
    private static final String NO_READER = "broken pipe"; // EPIPE in the C locale
    private static final String CLOSED = "Bad file descriptor"; // EBADF in the C locale
    private static final Path OWN_OUTPUT = Path.of("/proc/self/fd/1");

    private final OutputStream target;
    private final boolean toReader;

    /**
     * Stream in front of another.
     *
     * @param target where the bytes go
     * @param toReader true when the target is a pipe or a socket, whose writes fail for one reason only: nobody reads any more
     */
    StandardOutput(OutputStream target, boolean toReader) {
        this.target = target;
        this.toReader = toReader;
    }

    /** Standard output of the process. */
    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), leadsToReader());
    }

    /** The kind of file that the kernel names; where it names none, the words of the failure have to do. */
    private static boolean leadsToReader() {
        try {
            String target = Files.readSymbolicLink(OWN_OUTPUT).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            target.write(bytes, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public void flush() {
        try {
            target.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private OutputFailure failure(IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.equals(CLOSED)) {
            return OutputFailure.notWritten("it is closed", cause);
        }
        boolean readerGone = toReader || reason.toLowerCase(Locale.ROOT).contains(NO_READER);
        return readerGone ? OutputFailure.readerGone(cause) : OutputFailure.notWritten(reason, cause);
    }
}
