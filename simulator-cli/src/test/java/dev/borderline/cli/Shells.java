package dev.borderline.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Facts about the system around the tests. */
final class Shells {
    private static final Path OWN_STATE = Path.of("/proc/self/status");
    private static final int INTERRUPT_BIT = 1 << 1; // signal 2, counted from 1
    private static final int HEXADECIMAL = 16;

    private Shells() {}

    /** True if processes started here never hear Ctrl-C, as those of a script's background jobs. */
    static boolean ignoresInterrupts() throws IOException {
        if (!Files.exists(OWN_STATE)) {
            return false;
        }
        return Files.readAllLines(OWN_STATE).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line ->
                        (Long.parseUnsignedLong(line.substring(line.length() - 16), HEXADECIMAL) & INTERRUPT_BIT) != 0);
    }

    /** Words that run a script where it may mount file systems that nobody else sees, and that vanish with it. */
    static List<String> inNamespace(String script, String... arguments) {
        String unshare = "exec unshare --mount --user --map-root-user sh -c \"$0\" sh \"$@\"";
        List<String> words = new ArrayList<>(List.of("sh", "-c", unshare, script));
        words.addAll(List.of(arguments));
        return words;
    }

    /** Gives a test up, loudly, where files cannot be given to somebody else. */
    static void skipUnlessRoot() {
        if (!System.getProperty("user.name").equals("root") || !Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
            System.err.println("SKIPPED: only root, with setpriv, can try what another user may do");
            abort("not root, or no setpriv");
        }
    }

    /** Gives a test up, loudly, where no file system could be mounted; {@code .ci/run} as root does not put up with that. */
    static void skipUnlessMounted(Ran ran) {
        boolean refused = ran.code() == 99 || ran.err().contains("unshare");
        if (!refused) {
            return;
        }
        if (System.getenv("BORDERLINE_CI") != null
                && System.getProperty("user.name").equals("root")) {
            fail("no file system can be mounted here: " + ran.err());
        }
        System.err.println("SKIPPED: no file system can be mounted here, so full and read-only disks are not tested: "
                + ran.err());
        abort("no file system can be mounted here");
    }
}
