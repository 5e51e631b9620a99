package dev.borderline.cli.text;

/** Exit codes of the process. */
public final class ExitCodes {
    /** All done. */
    public static final int OK = 0;
    /** A check failed or the program broke off. */
    public static final int FAILED = 1;
    /** The command line cannot be understood. */
    public static final int USAGE = 2;
    /** A file, a value or a folder that was named cannot be used. */
    public static final int BAD_INPUT = 3;
    /** Some runs of many failed or were left undone. */
    public static final int PARTIAL = 4;

    /** Nobody reads the results any more; as shells report a program that the signal PIPE ended. */
    public static final int READER_GONE = 128 + 13;

    private ExitCodes() {}
}
