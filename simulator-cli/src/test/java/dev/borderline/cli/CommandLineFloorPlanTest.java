package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

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

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

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

    @Test
    void imports_pointDownOnly() {
        List<String> wrong = new ArrayList<>();
        int arrows = 0;
        for (JavaClass one : CLASSES) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String target = room(dependency.getTargetClass().getBaseComponentType());
                if (FLOOR.containsKey(target) && !target.equals(room(one))) {
                    arrows++;
                    if (floor(target) >= floor(room(one))) {
                        wrong.add(dependency.getDescription());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(arrows).isGreaterThan(300);
    }
}
