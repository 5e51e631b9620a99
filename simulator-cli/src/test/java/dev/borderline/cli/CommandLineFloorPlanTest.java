package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floors of the command line: imports point down only, and no command package imports another. */
class CommandLineFloorPlanTest {
    private static final String ROOT = "dev.borderline.";

    /** Floor by package; equal floors never import each other. */
    private static final Map<String, Integer> FLOOR = Map.ofEntries(
            Map.entry("cli", 6),
            Map.entry("cli.serve", 5),
            Map.entry("cli.run", 4),
            Map.entry("cli.sweep", 4),
            Map.entry("cli.analyze", 4),
            Map.entry("cli.explain", 4),
            Map.entry("cli.ensemble", 4),
            Map.entry("cli.scenarios", 4),
            Map.entry("cli.options", 3),
            Map.entry("cli.crate", 3),
            Map.entry("cli.text", 2),
            Map.entry("report", 1),
            Map.entry("figure", 0));

    private static final Path PLACE = place();
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(PLACE);

    private static Path place() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String room(JavaClass one) {
        return one.getPackageName().startsWith(ROOT) ? one.getPackageName().substring(ROOT.length()) : "";
    }

    private static int floor(String room) {
        return Objects.requireNonNull(FLOOR.get(room), room);
    }

    @Test
    void packages_areThoseOfTheFloorPlan() {
        Set<String> rooms = new TreeSet<>();
        CLASSES.forEach(one -> rooms.add(room(one)));
        assertThat(rooms).isEqualTo(FLOOR.keySet());
    }

    private static String target(Dependency dependency) {
        return room(dependency.getTargetClass().getBaseComponentType());
    }

    /** Names of classes of other rooms of the command line in a class. */
    private static List<Dependency> imports(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> FLOOR.containsKey(target(dependency))
                        && !target(dependency).equals(room(one)))
                .toList();
    }

    private static boolean pointsDown(Dependency dependency) {
        return floor(target(dependency)) < floor(room(dependency.getOriginClass()));
    }

    @Test
    void imports_pointDownOnly() {
        List<Dependency> arrows =
                CLASSES.stream().flatMap(one -> imports(one).stream()).toList();

        assertThat(arrows.stream().filter(arrow -> !pointsDown(arrow)).map(Dependency::getDescription))
                .isEmpty();
        assertThat(arrows).hasSizeGreaterThan(300);
    }

    /** Each arrow that the plan forbids, added by itself: a class more in one room, with a field of a type of the other. */
    @Test
    void imports_thatPointElsewhere_areEachFound(@TempDir Path folder) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String from : FLOOR.keySet()) {
            for (String to : FLOOR.keySet()) {
                if (!from.equals(to) && floor(to) >= floor(from)) {
                    Path source = Files.createDirectories(folder.resolve("sources/" + from))
                            .resolve("To_" + to.replace('.', '_') + ".java");
                    String name = source.getFileName().toString().replace(".java", "");
                    Files.writeString(
                            source, "package " + ROOT + from + "; class " + name + " { " + publicType(to) + " held; }");
                    sources.add(source.toString());
                }
            }
        }
        Path classes = folder.resolve("classes");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", PLACE.toString()));
        arguments.addAll(sources);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        JavaClasses added = new ClassFileImporter().importPath(classes);

        assertThat(added).hasSameSizeAs(sources).hasSizeGreaterThan(80);
        assertThat(added)
                .allSatisfy(
                        one -> assertThat(imports(one)).isNotEmpty().noneMatch(CommandLineFloorPlanTest::pointsDown));
    }

    private static String publicType(String room) {
        return CLASSES.stream()
                .filter(one -> room(one).equals(room)
                        && one.isTopLevelClass()
                        && one.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .findFirst()
                .orElseThrow();
    }
}
