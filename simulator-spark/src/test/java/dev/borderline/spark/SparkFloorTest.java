package dev.borderline.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dependencies of this module: the core, Spark, the reader of command lines; the process only where it begins. */
class SparkFloorTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(SparkRuns.class.getProtectionDomain().getCodeSource().getLocation());

    private static final List<String> ALLOWED =
            List.of("java.", "dev.borderline.", "org.apache.spark.", "scala.", "picocli.", "org.jspecify.annotations");

    @Test
    void classes_nameTheCoreAndSparkAlone() {
        Set<String> foreign = new TreeSet<>();
        int arrows = 0;
        for (JavaClass one : CLASSES) {
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                arrows++;
                if (!target.isPrimitive() && ALLOWED.stream().noneMatch(target.getName()::startsWith)) {
                    foreign.add(dependency.getDescription());
                }
            }
        }
        assertThat(foreign).isEmpty();
        assertThat(arrows).isGreaterThan(200);
    }

    /** Of what runs on executors nothing is shared between tasks but what is final or guarded. */
    @Test
    void staticFields_areFinal() {
        Stream<JavaField> fields = CLASSES.stream().flatMap(one -> one.getFields().stream());
        assertThat(fields.filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .isEmpty();
    }

    @Test
    void process_isEndedInMainAlone() {
        Set<String> places = new TreeSet<>();
        for (JavaClass one : CLASSES) {
            for (JavaAccess<?> access : one.getAccessesFromSelf()) {
                String name = access.getTarget().getName();
                if (access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("out", "err", "in", "exit").contains(name)) {
                    places.add(one.getSimpleName() + " " + name);
                }
            }
        }
        assertThat(places).containsExactly("Main exit");
    }
}
