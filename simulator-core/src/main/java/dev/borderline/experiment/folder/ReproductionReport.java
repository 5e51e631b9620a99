package dev.borderline.experiment.folder;

import dev.borderline.experiment.store.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Report on runs made again.
 *
 * @param saved what the folder says it is
 * @param machine Java machine and system that made the runs
 * @param runs runs that the manifest has digests of
 * @param remade how many of them were made again
 * @param different how many of those are not the same to the byte
 * @param outOfTime how many were not made again, because a limit of time broke them off, which would be chance of the machine
 * @param tablesChecked whether the tables were compared with the journal; they are not where there is none
 * @param unchecked what could not be checked, and why; empty if everything was, or was not asked for
 * @param findings what differs, the first of each sort in the order of files and runs; empty if all is the same
 * @param first the first run that, made again, is not the same; null if there is none
 */
public record ReproductionReport(
        SavedSweep saved,
        String machine,
        int runs,
        int remade,
        int different,
        int outOfTime,
        boolean tablesChecked,
        List<String> unchecked,
        List<Finding> findings,
        @Nullable Task first) {
    public ReproductionReport {
        unchecked = List.copyOf(unchecked);
        findings = List.copyOf(findings);
    }

    /** True if everything looked at is as the folder says. */
    public boolean same() {
        return findings.isEmpty();
    }

    /** True if everything is as the folder says: every run that was asked for, and every table there. */
    public boolean vouchesForAll() {
        return same() && unchecked.isEmpty();
    }

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
            RANDOM_NUMBERS,
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
}
