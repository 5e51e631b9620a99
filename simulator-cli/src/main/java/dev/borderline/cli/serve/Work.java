package dev.borderline.cli.serve;

import java.io.IOException;
import java.util.Optional;

/** One stage of a problem. */
@FunctionalInterface
interface Work {
    /** True if it is done sooner than threads are shared out for it. */
    default boolean isSmall() {
        return false;
    }

    /** The answer as a JSON object; empty where it was stopped before. What it has run by then is not run again. */
    Optional<String> answer(Workshop shop) throws IOException;
}
