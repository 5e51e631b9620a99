package dev.borderline.experiment.store;

import dev.borderline.text.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A digest of the core's classes and data, from the names, sizes and CRC-32 sums that a jar lists. The same in whichever jar they are
 * packed, beside whatever else.
 */
final class CoreDigest {
    /** Name of a core that is not in a jar. */
    static final String CLASSES = "classes";

    /** Folders of the core, of its classes and of what is shipped with them. */
    static final List<String> FOLDERS = List.of(
            "analysis",
            "event",
            "experiment",
            "measure",
            "mechanism",
            "model",
            "observe",
            "policy",
            "random",
            "scenario",
            "seeds",
            "simulation",
            "stat",
            "state",
            "text",
            "yaml");

    private static final String ROOT = "dev/borderline/";
    private static final int DIGITS = 16;

    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>(); // by place

    private CoreDigest() {}

    /** Of the core that is running; taken once in the life of a process. */
    static String here() {
        URL place = CoreDigest.class.getProtectionDomain().getCodeSource().getLocation();
        return KNOWN.computeIfAbsent(place.toString(), same -> of(place));
    }

    /**
     * Digest of a core in a folder, a jar, or a jar within a jar. Programs of one file have the last.
     *
     * @param place where a class loader says that it found the core
     */
    static String of(URL place) {
        try {
            if (place.getProtocol().equals("file")) {
                Path path = Path.of(place.toURI());
                return Files.isDirectory(path) ? CLASSES : ofJar(path);
            }
            URLConnection connection = place.openConnection();
            connection.setUseCaches(false);
            if (connection instanceof JarURLConnection jar && jar.getEntryName() == null) {
                try (ZipFile file = jar.getJarFile()) {
                    return of(file);
                }
            }
            try (InputStream in = connection.getInputStream()) {
                return ofNested(in);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program cannot read its own library, " + place, e);
        }
    }

    /** Of the core in a jar, as 16 hexadecimal digits. */
    static String ofJar(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return of(file);
        }
    }

    private static String of(ZipFile file) {
        return digest(file.stream()
                .filter(entry -> !entry.isDirectory() && isOfCore(entry.getName()))
                .map(entry -> line(entry.getName(), entry.getSize(), entry.getCrc()))
                .toList());
    }

    /** Digest of a jar that is read through. It has its sizes and sums behind the entries, so they are taken of the bytes. */
    private static String ofNested(InputStream jar) throws IOException {
        List<String> lines = new ArrayList<>();
        ZipInputStream in = new ZipInputStream(jar);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (!entry.isDirectory() && isOfCore(entry.getName())) {
                byte[] bytes = in.readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(bytes);
                lines.add(line(entry.getName(), bytes.length, sum.getValue()));
            }
        }
        if (lines.isEmpty()) {
            throw new IOException("it is no jar with the library's classes");
        }
        return digest(lines);
    }

    private static String digest(List<String> lines) {
        String entries = lines.stream().sorted().collect(Collectors.joining());
        return Digest.sha256(entries).substring(0, DIGITS);
    }

    private static boolean isOfCore(String name) {
        String rest = name.startsWith(ROOT) ? name.substring(ROOT.length()) : "";
        return rest.contains("/") && FOLDERS.contains(rest.substring(0, rest.indexOf('/')));
    }

    private static String line(String name, long size, long sum) {
        return name + ' ' + size + ' ' + Long.toHexString(sum) + '\n';
    }
}
