package dev.borderline.experiment.store;

import dev.borderline.text.Digest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest of the core's classes and data, from the names, sizes and CRC-32 sums that a jar lists: the same in whichever jar they are
 * packed, beside whatever else.
 */
final class CoreDigest {
    /** What a core that is not in a jar is called. */
    static final String CLASSES = "classes";

    /** Folders of the core, of its classes and of what is shipped with them. */
    static final List<String> FOLDERS = List.of(
            "analysis",
            "event",
            "experiment",
            "mechanism",
            "model",
            "observe",
            "policy",
            "random",
            "scenario",
            "seeds",
            "simulation",
            "stat",
            "text");

    private static final String ROOT = "dev/borderline/";
    private static final int DIGITS = 16;

    private CoreDigest() {}

    /** Of the core that is running. */
    static String here() {
        try {
            Path place = Path.of(CoreDigest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isDirectory(place) ? CLASSES : ofJar(place);
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program cannot read its own library", e);
        }
    }

    /** Of the core in a jar, as 16 hexadecimal digits. */
    static String ofJar(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            String entries = file.stream()
                    .filter(entry -> !entry.isDirectory() && isOfCore(entry.getName()))
                    .map(CoreDigest::line)
                    .sorted()
                    .collect(Collectors.joining());
            return Digest.sha256(entries).substring(0, DIGITS);
        }
    }

    private static boolean isOfCore(String name) {
        String rest = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
        return rest.contains("/") && FOLDERS.contains(rest.substring(0, rest.indexOf('/')));
    }

    private static String line(ZipEntry entry) {
        return entry.getName() + ' ' + entry.getSize() + ' ' + Long.toHexString(entry.getCrc()) + '\n';
    }
}
