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
}
