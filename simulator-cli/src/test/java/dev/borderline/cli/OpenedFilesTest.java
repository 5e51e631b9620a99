package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.borderline.text.GuardedFiles;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Places that open files: a folder which a stranger may have filled is opened by {@link GuardedFiles} alone. */
class OpenedFilesTest {
    /** Methods of Files that open, make, copy or move none. */
    private static final Set<String> LOOKING = Set.of(
            "exists",
            "notExists",
            "isDirectory",
            "isRegularFile",
            "isSameFile",
            "readSymbolicLink",
            "walk",
            "readAttributes",
            "getLastModifiedTime",
            "size",
            "list",
            "newDirectoryStream",
            "createDirectories",
            "createDirectory",
            "createTempDirectory",
            "delete",
            "deleteIfExists");

    private static final Set<String> OPENING = Set.of(
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.FileReader",
            "java.io.FileWriter",
            "java.io.RandomAccessFile",
            "java.util.Scanner",
            "java.util.zip.ZipFile",
            "java.util.jar.JarFile");

    /** Other classes that open files, and the files. */
    private static final Map<String, String> OTHERS = Map.of(
            "dev.borderline.yaml.SourceText", "files that a user names",
            "dev.borderline.experiment.store.CoreDigest", "the library's own archive",
            "dev.borderline.experiment.store.WriterInfo", "the host's name, which the system keeps",
            "dev.borderline.cli.scenarios.ScenariosNewCommand", "a new file that a user names, made new",
            "dev.borderline.cli.serve.Token", "the file of a token, which a user names",
            "dev.borderline.cli.serve.CommandWork", "texts of a request, in a folder made new",
            "dev.borderline.cli.serve.ReportWork", "a report, in a folder made new",
            "dev.borderline.cli.text.StandardOutput", "standard output",
            "dev.borderline.cli.text.Console", "standard error");

    private static boolean opens(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getFullName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.nio.file.Files" -> !LOOKING.contains(name);
            case "java.nio.channels.FileChannel", "java.nio.channels.AsynchronousFileChannel" -> name.equals("open");
            default -> OPENING.contains(owner) && name.equals("<init>");
        };
    }

    private static Map<String, Set<String>> opened() {
        List<URL> places = List.of(
                GuardedFiles.class.getProtectionDomain().getCodeSource().getLocation(),
                Main.class.getProtectionDomain().getCodeSource().getLocation());
        Map<String, Set<String>> opened = new TreeMap<>();
        for (JavaClass one : new ClassFileImporter().importUrls(places)) {
            one.getAccessesFromSelf().stream()
                    .filter(OpenedFilesTest::opens)
                    .forEach(access -> opened.computeIfAbsent(
                                    one.getFullName().replaceFirst("\\$.*", ""), name -> new TreeSet<>())
                            .add(access.getDescription()));
        }
        return opened;
    }

    @Test
    void files_areOpenedInOnePlace_exceptThoseOfTheUserAndTheSystem() {
        Map<String, Set<String>> opened = opened();

        assertThat(opened.remove(GuardedFiles.class.getName())).hasSizeGreaterThan(4);
        assertThat(opened.keySet()).as(opened.toString()).isEqualTo(OTHERS.keySet());
    }
}
