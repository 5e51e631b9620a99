package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module exports the packages that say that they are part of the API, and no other. */
class ModuleTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");

    private static List<String> exported() throws IOException {
        List<String> packages = new ArrayList<>();
        Matcher export = EXPORT.matcher(Files.readString(SOURCES.resolve("module-info.java")));
        while (export.find()) {
            packages.add(export.group(1));
        }
        return packages;
    }

    @Test
    void exports_areThePackagesOfTheApi() throws IOException {
        List<String> api = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path info :
                    files.filter(file -> file.endsWith("package-info.java")).toList()) {
                if (Files.readString(info).contains("Part of the API")) {
                    api.add(SOURCES.relativize(info.getParent())
                            .toString()
                            .replace(info.getFileSystem().getSeparator(), "."));
                }
            }
        }
        assertThat(api).hasSizeGreaterThan(15);
        assertThat(exported()).isSorted().containsExactlyInAnyOrderElementsOf(api);
    }
}
