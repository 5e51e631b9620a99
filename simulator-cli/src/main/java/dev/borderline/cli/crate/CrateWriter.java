package dev.borderline.cli.crate;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.text.Draft;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.IoMessages;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writer of crates: the same folder gives the same bytes. */
public final class CrateWriter {
    private final Path folder;
    private final byte[] metadata;
    private final byte[] citation;
    private final List<CrateEntry> entries;

    private CrateWriter(Path folder, byte[] metadata, byte[] citation, List<CrateEntry> entries) {
        this.folder = folder;
        this.metadata = metadata;
        this.citation = citation;
        this.entries = entries;
    }

    /** Facts of a crate that was written. */
    public record Written(int files, long bytes) {}

    /** Writes a folder of finished runs as a crate, whole or not at all. */
    public static Written write(Path folder, Path target) throws IOException {
        refuseInside(folder, target);
        CrateWriter writer = of(folder);
        long bytes = CrateLayout.bytes(writer.entries);
        if (bytes > CrateLayout.BYTES_MAX) {
            throw new Refusal(folder + " is larger than the 4 GiB that a crate can have; share the folder itself");
        }
        try (Draft draft = Draft.of(target)) {
            try (OutputStream out = new BufferedOutputStream(draft.create())) {
                writer.writeTo(out);
            } catch (ChangedMeanwhile e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw IoMessages.cannotWrite(target.toString(), e);
            }
            draft.putInPlace();
        }
        return new Written(writer.entries.size(), bytes);
    }

    private static void refuseInside(Path folder, Path target) throws IOException {
        Path above = target.toAbsolutePath().normalize().getParent();
        if (above != null && Files.isDirectory(above) && above.toRealPath().startsWith(folder.toRealPath())) {
            throw new Refusal("--out " + target + " lies in the folder itself: name a place outside it");
        }
    }

    private static CrateWriter of(Path folder) throws IOException {
        SavedSweep saved = new ResultFolder(folder).saved(StandardCatalog.standard());
        SavedSweep.Facts facts = SavedSweep.facts(folder);
        if (facts.finished() == null) {
            throw new Refusal(
                    folder + " is not finished, and a crate is of finished runs: the command that made it goes on"
                            + " with it");
        }
        List<CrateEntry> files = new ArrayList<>();
        for (String name : CrateFiles.in(folder)) {
            files.add(CrateFiles.entry(folder, name));
        }
        byte[] citation = citation();
        if (files.stream().noneMatch(file -> file.name().equals(CrateMetadata.CITATION))) {
            files.add(entry(CrateMetadata.CITATION, citation));
            files.sort(Comparator.comparing(CrateEntry::name));
        }
        byte[] metadata = CrateMetadata.of(saved, facts, files);
        List<CrateEntry> entries = new ArrayList<>(files);
        entries.add(entry(CrateMetadata.FILE, metadata));
        entries.sort(Comparator.comparing(CrateEntry::name));
        CrateNames.refuseClashes(entries);
        return new CrateWriter(folder, metadata, citation, List.copyOf(entries));
    }

    /** The program's own, which tells how to cite it. */
    private static byte[] citation() throws IOException {
        try (InputStream in = CrateWriter.class.getResourceAsStream(CrateMetadata.CITATION)) {
            return in.readAllBytes();
        }
    }

    private static CrateEntry entry(String name, byte[] bytes) throws IOException {
        return CrateFiles.copied(name, new ByteArrayInputStream(bytes), bytes.length, OutputStream.nullOutputStream());
    }

    private void writeTo(OutputStream out) throws IOException {
        for (CrateEntry entry : entries) {
            out.write(CrateLayout.local(entry));
            try (InputStream in = contents(entry.name())) {
                if (!CrateFiles.copied(entry.name(), in, entry.size(), out).equals(entry) || in.read() >= 0) {
                    throw new ChangedMeanwhile(
                            folder.resolve(entry.name()) + " changed while the crate was written; try again");
                }
            }
        }
        long at = 0;
        long directoryBytes = 0;
        for (CrateEntry entry : entries) {
            byte[] line = CrateLayout.central(entry, at);
            out.write(line);
            at += CrateLayout.bytesOf(entry);
            directoryBytes += line.length;
        }
        out.write(CrateLayout.end(entries.size(), directoryBytes, at));
    }

    private InputStream contents(String name) throws IOException {
        if (name.equals(CrateMetadata.FILE)) {
            return new ByteArrayInputStream(metadata);
        }
        if (name.equals(CrateMetadata.CITATION) && !Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return new ByteArrayInputStream(citation);
        }
        return GuardedFiles.stream(folder.resolve(name));
    }

    /** The description that a folder's crate has. */
    static byte[] description(Path folder) throws IOException {
        return of(folder).metadata;
    }

    /** A file that is not as it was a moment ago. */
    private static final class ChangedMeanwhile extends IOException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile(String message) {
            super(message);
        }
    }
}
