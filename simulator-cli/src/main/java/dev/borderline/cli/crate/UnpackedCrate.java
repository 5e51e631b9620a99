package dev.borderline.cli.crate;

import dev.borderline.cli.crate.CrateLayout.NotACrate;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.text.GuardedFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A crate unpacked into a folder of its own. The folder is removed when this is closed or the process is told to end.
 */
public final class UnpackedCrate implements Closeable {
    private static final String ENDING = ".zip";
    private static final int DESCRIPTION_BYTES_MAX = 32 << 20;
    private static final Pattern ID = Pattern.compile("^\\{\"@id\":\"([^\"]*)\"");
    private static final String OF_A_FILE = "\"@type\":\"File\"";

    private final Path crate;
    private final Path folder;
    private final Thread atExit = new Thread(this::remove, "borderline-crate");

    private UnpackedCrate(Path crate, Path folder) {
        this.crate = crate;
        this.folder = folder;
    }

    /** True if a path has the name of a crate and is no folder. */
    public static boolean isNamedAsOne(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) && !Files.isDirectory(path);
    }

    /**
     * Unpacks a crate.
     *
     * @throws CrateDamaged if a file in it is not as it was
     * @throws Refusal if it is not written as this program writes crates; then nothing of it was unpacked
     */
    public static UnpackedCrate open(Path crate) throws IOException {
        try (CrateReader reader = CrateReader.open(crate)) {
            UnpackedCrate unpacked = new UnpackedCrate(crate, Files.createTempDirectory("borderline-crate-"));
            unpacked.watch();
            try {
                reader.unpackInto(unpacked.folder);
                return unpacked;
            } catch (IOException | RuntimeException e) {
                unpacked.close();
                throw e;
            }
        } catch (NotACrate e) {
            throw new Refusal(
                    crate + " is not written as 'borderline export --crate' writes crates, so it was not unpacked: "
                            + e.getMessage());
        }
    }

    /** The folder with its files. */
    public Path folder() {
        return folder;
    }

    /** A message about the folder, about the crate instead. */
    public String named(String message) {
        return message.replace(folder.toString(), crate.toString());
    }

    /**
     * Compares the description in the crate with the one that its files have.
     *
     * @throws CrateDamaged if they differ
     */
    public void checkDescription() throws IOException {
        Path file = folder.resolve(CrateMetadata.FILE);
        if (!GuardedFiles.isThere(file)) {
            throw new Refusal(crate + " is no crate: it has no " + CrateMetadata.FILE);
        }
        List<String> lines;
        try {
            lines = new String(CrateWriter.description(folder), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (StoreRefused e) {
            return; // its manifest is not of one piece, of which the reproduction tells more
        }
        List<String> found =
                GuardedFiles.text(file, DESCRIPTION_BYTES_MAX).lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (line >= found.size() || !found.get(line).equals(lines.get(line))) {
                throw otherThan(lines.get(line));
            }
        }
        if (!GuardedFiles.text(file, DESCRIPTION_BYTES_MAX).equals(String.join("\n", lines) + "\n")) {
            throw otherThan("");
        }
    }

    private static CrateDamaged otherThan(String line) {
        Matcher id = ID.matcher(line);
        String about = id.find() ? id.group(1) : CrateMetadata.FILE;
        return line.contains(OF_A_FILE)
                ? new CrateDamaged(
                        about, "it is not the file that " + CrateMetadata.FILE + " has the size and SHA-256 of")
                : new CrateDamaged(
                        CrateMetadata.FILE,
                        "what it says of " + about
                                + " is not what this program writes of these files: it was changed, or"
                                + " written by another version");
    }

    private void watch() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the process ends already, and removes what there is
        }
        remove();
    }

    private void remove() {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(UnpackedCrate::delete);
        } catch (IOException | UncheckedIOException e) {
            // what is left lies in the system's folder for such files, which it clears
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
