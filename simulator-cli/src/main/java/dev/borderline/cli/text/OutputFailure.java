package dev.borderline.cli.text;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Failed write to standard output. Unchecked, so that it ends the work under way, which has nobody to report to. */
public final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean readerGone;

    private OutputFailure(String message, IOException cause, boolean readerGone) {
        super(message, cause);
        this.readerGone = readerGone;
    }

    /** A write that the system refused, such as on a full disk. */
    static OutputFailure notWritten(String reason, IOException cause) {
        return new OutputFailure("cannot write to standard output: " + reason, cause, false);
    }

    /** A write into a pipe that nobody reads any more, as after {@code | head}. */
    static OutputFailure readerGone(IOException cause) {
        return new OutputFailure("nobody reads standard output any more", cause, true);
    }

    /** The failed write behind a failure, however deep; null when there is none. */
    public static @Nullable OutputFailure within(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutputFailure output) {
                return output;
            }
        }
        return null;
    }

    /** Exit code for it; one line of explanation unless the reader has simply left. */
    public int report(Console console) {
        if (readerGone) {
            return ExitCodes.READER_GONE;
        }
        console.note(String.valueOf(getMessage()));
        return ExitCodes.FAILED;
    }
}
