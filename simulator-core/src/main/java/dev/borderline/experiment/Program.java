package dev.borderline.experiment;

/**
 * What makes runs.
 *
 * @param version such as {@code 0.1.0}
 * @param commit of its source, or empty
 * @param build what decides its results, to be told apart from others: runs of two builds are not mixed
 */
public record Program(String version, String commit, String build) {}
