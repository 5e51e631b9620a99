package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** API of the library: every package says if it is part of it, and nothing else shows in it. */
class ApiTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/borderline");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Mechanism.class.getProtectionDomain().getCodeSource().getLocation());

    /** To go down: docs/compatibility.md says why it is what it is. */
    private static final long PUBLIC_TYPES_MAX = 324;

    /** Packages whose {@code package-info} has a sentence. */
    static Set<String> packages(String sentence) throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.endsWith("package-info.java")).toList()) {
                if (Files.readString(file).contains("<p>" + sentence)) {
                    packages.add("dev.borderline."
                            + SOURCES.relativize(file.getParent()).toString().replace('/', '.'));
                }
            }
        }
        return packages;
    }

    @Test
    void packages_sayWhetherTheyAreApi() throws IOException {
        Set<String> all = new TreeSet<>();
        CLASSES.forEach(one -> all.add(one.getPackageName()));
        Set<String> said = new TreeSet<>(packages("Part of the API:"));
        assertThat(said).hasSizeGreaterThan(7);
        said.addAll(packages("Not part of the API"));
        assertThat(said).isEqualTo(all);
    }

    /** True for the catalog, which alone of its package is part of the API. */
    static boolean isCatalog(JavaClass one) {
        return one.isEquivalentTo(StandardCatalog.class);
    }

    /** True if it can be named from outside. */
    static boolean isShown(JavaClass one) {
        boolean isPublic = one.getModifiers().contains(JavaModifier.PUBLIC);
        return isPublic && one.getEnclosingClass().map(ApiTest::isShown).orElse(true);
    }

    /** Public signatures of the API speak of the JDK and of the API: no library's types, nothing of the inner packages. */
    @Test
    void signatures_ofTheApi_showNothingElse() throws IOException {
        Set<String> api = packages("Part of the API: everything public");
        Set<String> leaks = new TreeSet<>();
        int signatures = 0;
        for (JavaClass one : CLASSES) {
            boolean ofCatalog = one.isEquivalentTo(StandardCatalog.class);
            if (!isShown(one) || !(api.contains(one.getPackageName()) || ofCatalog)) {
                continue;
            }
            for (JavaCodeUnit unit : one.getCodeUnits()) {
                if (unit.getModifiers().contains(JavaModifier.PUBLIC)) {
                    signatures++;
                    types(unit)
                            .filter(type -> !isAllowed(type, api))
                            .forEach(type -> leaks.add(unit.getFullName() + " shows " + type.getFullName()));
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(signatures).isGreaterThan(500);
    }

    /** Public top-level types of the API's packages; of the mechanisms the catalog alone. See docs/compatibility.md. */
    @Test
    void publicTypes_areNotMoreThanWritten() throws IOException {
        Set<String> api = packages("Part of the API: everything public");
        long types = CLASSES.stream()
                .filter(one -> one.isEquivalentTo(StandardCatalog.class) || api.contains(one.getPackageName()))
                .filter(one -> one.isTopLevelClass() && isShown(one))
                .count();
        assertThat(types).isBetween(100L, PUBLIC_TYPES_MAX);
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        Stream<JavaType> all = Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
        return Stream.concat(
                all.flatMap(type -> type.getAllInvolvedRawTypes().stream()), unit.getExceptionTypes().stream());
    }

    private static boolean isAllowed(JavaClass type, Set<String> api) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive()
                || base.getPackageName().startsWith("java.")
                || (api.contains(base.getPackageName()) && isShown(base));
    }
}
