package dev.borderline.experiment.folder;

import java.util.List;

/**
 * One thing that is not as a result folder says.
 *
 * @param kind what sort of thing
 * @param where the file, or the run
 * @param message what differs, in one sentence
 * @param details lines that help to find out why; may be empty
 */
public record Finding(Kind kind, String where, String message, List<String> details) {
    /** Kinds of differences. */
    public enum Kind {
        /** A scenario or arm: an input, a lever or a move is not the one that was run. */
        SCENARIO,
        /** A point of the design. */
        DESIGN,
        /** The master seed. */
        SEED,
        /** The master seed, where no table tells what it was, or the name of an arm or a controller. */
        SEED_OR_NAME,
        /** The scheme of random numbers: points and arms share them or not. */
        LUCK,
        /** The way in which seeds become draws: another version of the program's. */
        SEED_SCHEME,
        /** A line of a table is not what the journal gives. */
        TABLE,
        /** The digests of the manifest are not those of the runs that are wanted. */
        DIGEST,
        /** A record of the journal is not the one that the manifest has the digest of. */
        RECORD,
        /** A run made again goes another way: a mechanism differs. */
        MECHANISM,
        /** A run made again goes the same way and reports other numbers: a measure is counted otherwise. */
        NUMBERS,
        /** A run that ended breaks off now, or the other way round. */
        FAILURE
    }

    public Finding {
        details = List.copyOf(details);
    }

    static Finding of(Kind kind, String where, String message) {
        return new Finding(kind, where, message, List.of());
    }
}
