package dev.borderline.report;

/**
 * Where the runs of a folder come from.
 *
 * @param version of the program
 * @param commit of its source
 * @param jvm that ran it
 * @param os it ran on
 * @param finished when the folder was written, in UTC
 * @param experimentSha256 of everything that decides the runs
 * @param seed master seed
 * @param runsDone finished or failed
 * @param runsFailed failed
 */
record Provenance(
        String version,
        String commit,
        String jvm,
        String os,
        String finished,
        String experimentSha256,
        String seed,
        int runsDone,
        int runsFailed) {
    static Provenance of(Fields manifest) {
        Fields program = manifest.object("program");
        return new Provenance(
                program.text("version"),
                program.text("commit"),
                manifest.text("jvm"),
                manifest.text("os"),
                manifest.text("finished"),
                manifest.text("experiment_sha256"),
                manifest.text("seed"),
                manifest.whole("runs_done"),
                manifest.whole("runs_failed"));
    }
}
