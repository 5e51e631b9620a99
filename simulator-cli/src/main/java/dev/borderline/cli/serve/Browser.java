package dev.borderline.cli.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The browser of whoever sits at this machine. */
final class Browser {
    private Browser() {}

    /** Opens an address, if there is a browser; who has none opens it by hand. */
    static void open(String address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", "").toLowerCase(Locale.ROOT), address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream()
                    .close();
        } catch (IOException none) {
            // the address stands on standard output
        }
    }

    private static List<String> command(String system, String address) {
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address);
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
    }
}
