package dev.borderline.spark;

/** Exit codes of the driver; those of the command line. */
final class ExitCodes {
    /** All done. */
    static final int OK = 0;
    /** The program or Spark broke off. */
    static final int FAILED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;
    /** A file, a value or a folder that was named cannot be used. */
    static final int BAD_INPUT = 3;
    /** Some runs of many failed. */
    static final int PARTIAL = 4;

    private ExitCodes() {}
}
