package dev.borderline.experiment.store;

/**
 * Program that makes runs.
 *
 * @param version such as {@code 0.1.0}
 * @param commit of its source, or empty
 * @param build what decides its results, to be told apart from others: runs of two builds are not mixed
 */
public record Program(String version, String commit, String build) {
    /**
     * A program of this project around the core that is running. Its build is a digest of the core, since two builds of one version
     * in the making can differ. Programs around the same core may go on with each other's work.
     */
    public static Program ofBuild(String version, String commit) {
        return new Program(version, commit, "borderline " + version + " core " + CoreDigest.here());
    }
}
