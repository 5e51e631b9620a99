package dev.borderline.cli;

/** Entry of the process. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(CommandTree.of(Console.ofProcess()).execute(args));
    }
}
