package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** API of the library: every package says if it is part of it, and nothing else shows in it. */
class ApiTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/borderline");
    /** See decision 0042. */
    private static final int TYPES_MAX = 147;

    private static final String WHOLE = "Part of the API: everything public here";
    private static final Pattern LISTED = Pattern.compile("<p>Part of the API: (\\{@link [^.]*)");
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?(dev\\.borderline\\.[a-z.]+\\.[A-Z]\\w*)");
    private static final Pattern NAME = Pattern.compile("\\{@link\\s+([\\w.]+)\\}");

    /** Text of a package's overview, on one line. */
    private static String overview(Path packageInfo) throws IOException {
        return Files.readString(packageInfo).replaceAll("\\s+\\*\\s+", " ");
    }

    private static String name(Path packageInfo) {
        return "dev.borderline."
                + SOURCES.relativize(packageInfo.getParent()).toString().replace('/', '.');
    }

    private static List<Path> packageInfos() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.endsWith("package-info.java")).toList();
        }
    }

    /** Packages whose {@code package-info} has a sentence. */
    private static Set<String> packages(String sentence) throws IOException {
        Set<String> packages = new TreeSet<>();
        for (Path file : packageInfos()) {
            if (overview(file).contains("<p>" + sentence)) {
                packages.add(name(file));
            }
        }
        return packages;
    }

    /** Top-level types of the API: those that the overview of their package lists, or all that are public where it says so. */
    static Set<String> types() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path file : packageInfos()) {
            String overview = overview(file);
            if (overview.contains(WHOLE)) {
                CoreClasses.ALL.stream()
                        .filter(one -> one.getPackageName().equals(name(file)) && one.isTopLevelClass() && isShown(one))
                        .forEach(one -> types.add(one.getFullName()));
            }
            LISTED.matcher(overview.replace("dev.borderline.mechanism.", ""))
                    .results()
                    .flatMap(list -> NAME.matcher(list.group(1)).results())
                    .forEach(link -> types.add(name(file) + "." + link.group(1)));
        }
        return types;
    }

    @Test
    void packages_sayWhetherTheyAreApi() throws IOException {
        Set<String> all = new TreeSet<>();
        CoreClasses.ALL.forEach(one -> all.add(one.getPackageName()));
        Set<String> said = new TreeSet<>(packages("Part of the API:"));
        assertThat(said).hasSizeGreaterThan(7);
        said.addAll(packages("Not part of the API"));
        assertThat(said).isEqualTo(all);
    }

    /** True if it can be named from outside. */
    static boolean isShown(JavaClass one) {
        boolean isPublic = one.getModifiers().contains(JavaModifier.PUBLIC);
        return isPublic && one.getEnclosingClass().map(ApiTest::isShown).orElse(true);
    }

    @Test
    void types_thatAreListed_arePublic() throws IOException {
        assertThat(types()).allSatisfy(name -> {
            assertThat(CoreClasses.ALL.contain(name)).isTrue();
            assertThat(isShown(CoreClasses.ALL.get(name))).isTrue();
        });
    }

    /** Public signatures of the API speak of the JDK and of the API: no library's types, nothing of the inner packages. */
    @Test
    void signatures_ofTheApi_showNothingElse() throws IOException {
        Set<String> api = types();
        Set<String> leaks = new TreeSet<>();
        int signatures = 0;
        for (JavaClass one : CoreClasses.ALL) {
            if (!isShown(one) || !api.contains(outermost(one))) {
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

    /** Examples hold what is meant to be held. */
    @Test
    void examples_importTheApiAlone() throws IOException {
        Set<String> api = types();
        Set<String> imports = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../examples"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(found -> imports.add(found.group(1)));
            }
        }
        assertThat(imports).hasSizeGreaterThan(50).isSubsetOf(api);
    }

    /** Top-level types that an embedding program is meant to hold. See docs/compatibility.md. */
    @Test
    void types_areNotMoreThanWritten() throws IOException {
        assertThat(types().size()).isBetween(100, TYPES_MAX);
    }

    /** Name of the top-level class around a class. */
    static String outermost(JavaClass one) {
        return one.getFullName().replaceFirst("[$].*", "");
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
                || (api.contains(outermost(base)) && isShown(base));
    }
}
