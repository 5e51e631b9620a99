package dev.borderline.spark;

import java.io.IOException;
import java.util.Objects;

/** Spark gave a job up. The message is one line for people; the cause is Spark's own. */
final class SparkBrokeOff extends IOException {
    private static final long serialVersionUID = 1L;

    SparkBrokeOff(Exception cause) {
        super(firstLine(cause), cause);
    }

    private static String firstLine(Exception cause) {
        String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
        return message.lines().findFirst().orElse(cause.toString());
    }
}
