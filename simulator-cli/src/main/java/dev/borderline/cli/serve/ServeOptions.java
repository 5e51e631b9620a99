package dev.borderline.cli.serve;

import dev.borderline.cli.options.ChanceOptions;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of a server on this machine. */
final class ServeOptions {
    private static final int PORT_MAX = 65_535;
    private static final int THREADS_MAX = 1024;
    private static final int IDLE_MINUTES_MAX = 1_000_000;

    @Option(names = "--port", paramLabel = "N", description = "Port on 127.0.0.1 (default: one that is free).")
    private BigInteger port = BigInteger.ZERO;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Take the token from this file, or write a new one there if there is none: with --port, the"
                    + " address stays the same from one start to the next.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--idle",
            paramLabel = "MINUTES",
            description = "End after so many minutes without a request (default: 0, never).")
    private BigInteger idle = BigInteger.ZERO;

    @Option(names = "--lease", description = "End when standard input closes: for programs that start a server.")
    private boolean lease;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Runs at a time (default: one per processor). Results do not depend on it.")
    private @Nullable BigInteger threads;

    Server.Settings settings(boolean withPage, CommandWork.Commands commands) throws IOException {
        int number = ChanceOptions.whole("--port", port, 0, PORT_MAX);
        int runs = threads == null
                ? Runtime.getRuntime().availableProcessors()
                : ChanceOptions.whole("--threads", threads, 1, THREADS_MAX);
        idleMinutes();
        String token = tokenFile == null ? Token.fresh() : Token.in(tokenFile);
        return new Server.Settings(number, token, runs, withPage, commands);
    }

    /** Minutes without a request after which the server ends; 0 for never. */
    int idleMinutes() {
        return ChanceOptions.whole("--idle", idle, 0, IDLE_MINUTES_MAX);
    }

    boolean lease() {
        return lease;
    }
}
