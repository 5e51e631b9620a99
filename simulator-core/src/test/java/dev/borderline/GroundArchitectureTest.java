package dev.borderline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Dependencies of the ground packages. */
class GroundArchitectureTest {
    private static final String[] GROUND = {"random", "stat", "text"};

    private static final JavaClasses CLASSES = CoreClasses.ALL.that(DescribedPredicate.describe(
            "on the ground floor",
            type -> Set.of(GROUND).contains(type.getPackageName().replaceFirst("^dev[.]borderline[.]", ""))));

    /** Methods of Math whose result is exact or correctly rounded, so alike on every JDK. */
    private static final Set<String> EXACT_MATH =
            Set.of("abs", "addExact", "ceil", "floor", "fma", "max", "min", "multiplyHigh", "sqrt");

    @Test
    void groundPackages_imports_stayOnTheirFloor() {
        assertThat(CLASSES.size()).isGreaterThan(20);
        for (String name : GROUND) {
            classes()
                    .that()
                    .resideInAPackage("dev.borderline." + name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("dev.borderline." + name, "java..", "org.apache.commons..", "org.jspecify..")
                    .check(CLASSES);
        }
    }

    /** The libraries use Math, whose last bits differ between JDKs. */
    @Test
    void random_leansOnNoLibrary() {
        noClasses()
                .that()
                .resideInAPackage("dev.borderline.random")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.commons..")
                .check(CLASSES);
    }

    @Test
    void groundPackages_ofMath_useOnlyWhatIsExact() {
        Set<String> used = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
                if (access.getTargetOwner().getFullName().equals("java.lang.Math")) {
                    used.add(access.getTarget().getName());
                }
            }
        }
        assertThat(used).isNotEmpty().isSubsetOf(EXACT_MATH);
    }
}
