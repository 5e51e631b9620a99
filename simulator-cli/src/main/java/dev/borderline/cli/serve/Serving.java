package dev.borderline.cli.serve;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Interruption;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server from its start to its end: by Ctrl-C, by silence, or with the program that holds its lease. */
final class Serving {
    private static final long LOOK_MILLIS = 200;

    private final Console console;
    private final CommandWork.Commands commands;
    private final ServeOptions options;

    Serving(Console console, CommandWork.Commands commands, ServeOptions options) {
        this.console = console;
        this.commands = commands;
        this.options = options;
    }

    /** Prints the address, which ends with the state of the page, and serves; {@code begun} is told it when it answers. */
    int serve(boolean withPage, String state, Consumer<String> begun) throws IOException {
        try (Interruption interruption = Interruption.listen();
                Server server = Server.start(options.settings(withPage, commands))) {
            String address = server.address() + state;
            console.out().println(address);
            begun.accept(address);
            CountDownLatch released = new CountDownLatch(1);
            if (options.lease()) {
                Thread lease = new Thread(() -> readAway(released), "borderline-lease");
                lease.setDaemon(true);
                lease.start();
            }
            while (!interruption.wished() && !isIdle(server) && !released.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                // looks again
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCodes.OK;
    }

    private boolean isIdle(Server server) {
        return options.idleMinutes() > 0 && server.idleNanos() > TimeUnit.MINUTES.toNanos(options.idleMinutes());
    }

    private void readAway(CountDownLatch released) {
        try {
            while (console.in().read() >= 0) {
                // what is said does not matter, only that somebody is there
            }
        } catch (IOException gone) {
            // as its end
        }
        released.countDown();
    }
}
