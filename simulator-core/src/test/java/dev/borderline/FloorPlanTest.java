package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The floor plan: imports point down only, siblings never import each other, and what touches a result is exact. */
class FloorPlanTest {
    private static final String ROOT = "dev.borderline.";

    /** Floor by package; a package may import those of lower floors and itself. So there is no cycle either. */
    private static final Map<String, Integer> FLOOR = Map.ofEntries(
            Map.entry("analysis.ensemble", 16),
            Map.entry("analysis.sensitivity", 15),
            Map.entry("analysis.discovery", 15),
            Map.entry("analysis.selection", 15),
            Map.entry("analysis.calibration", 15),
            Map.entry("analysis", 14),
            Map.entry("experiment.folder", 13),
            Map.entry("experiment.compare", 13),
            Map.entry("experiment.explain", 13),
            Map.entry("experiment.table", 12),
            Map.entry("experiment", 11),
            Map.entry("experiment.store", 10),
            Map.entry("experiment.design", 10),
            Map.entry("simulation", 9),
            Map.entry("scenario.ensemble", 9),
            Map.entry("mechanism", 8),
            Map.entry("scenario", 8),
            Map.entry("observe", 8),
            Map.entry("scenario.syntax", 7),
            Map.entry("model", 6),
            Map.entry("measure", 5),
            Map.entry("policy", 5),
            Map.entry("yaml", 1),
            Map.entry("event", 0),
            Map.entry("random", 0),
            Map.entry("stat", 0),
            Map.entry("text", 0),
            Map.entry("state", -1));

    /** Packages whose arithmetic reaches a result. */
    private static final Set<String> EXACT =
            Set.of("event", "random", "policy", "measure", "model", "mechanism", "simulation");

    /** Methods of Math whose result is exact or correctly rounded, so alike on every JDK. */
    private static final Set<String> EXACT_MATH = Set.of(
            "abs",
            "addExact",
            "ceil",
            "floor",
            "floorDiv",
            "floorMod",
            "fma",
            "max",
            "min",
            "multiplyExact",
            "multiplyHigh",
            "negateExact",
            "rint",
            "round",
            "sqrt",
            "subtractExact",
            "toIntExact");

    private static final Set<String> HASHED = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.stream.Collectors");

    /** Hash tables that are only looked up, never gone through. */
    private static final Set<String> LOOKED_UP_ONLY =
            Set.of("dev.borderline.random.PurposeRegistry", "dev.borderline.simulation.QuantileTables");

    /** Files side by side in a room, its package-info among them: more are a room in a room. */
    private static final int FILES_MAX = 45;

    private static String packageOf(JavaClass one) {
        return one.getPackageName().substring(ROOT.length());
    }

    private static boolean isOurs(JavaClass one) {
        return one.getPackageName().startsWith(ROOT);
    }

    /** A class without the classes nested in it. */
    private static String outermost(JavaClass one) {
        String name = one.getFullName().replaceFirst("\\[]$", "");
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    @Test
    void classes_areFound() {
        Set<String> packages = new TreeSet<>();
        CoreClasses.ALL.forEach(one -> packages.add(packageOf(one)));

        assertThat(CoreClasses.ALL.size()).isGreaterThan(150);
        assertThat(packages).isEqualTo(FLOOR.keySet());
    }

    @Test
    void rooms_areNotCrowded() {
        Map<String, Set<String>> files = new TreeMap<>();
        CoreClasses.ALL.forEach(one ->
                files.computeIfAbsent(packageOf(one), room -> new TreeSet<>()).add(outermost(one)));

        assertThat(files).allSatisfy((room, names) -> assertThat(names).hasSizeLessThanOrEqualTo(FILES_MAX));
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    /** Names of classes of other rooms in a class. */
    private static List<Dependency> imports(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> isOurs(target(dependency))
                        && !packageOf(target(dependency)).equals(packageOf(one)))
                .toList();
    }

    private static boolean pointsDown(Dependency dependency) {
        return floor(packageOf(target(dependency))) < floor(packageOf(dependency.getOriginClass()));
    }

    private static int floor(String room) {
        return Objects.requireNonNull(FLOOR.get(room), room);
    }

    @Test
    void imports_pointDownOnly() {
        List<Dependency> arrows =
                CoreClasses.ALL.stream().flatMap(one -> imports(one).stream()).toList();

        assertThat(arrows.stream().filter(arrow -> !pointsDown(arrow)).map(Dependency::getDescription))
                .isEmpty();
        assertThat(arrows).hasSizeGreaterThan(500);
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
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", CoreClasses.PLACE.toString()));
        arguments.addAll(sources);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        JavaClasses added = new ClassFileImporter().importPath(classes);

        assertThat(added).hasSameSizeAs(sources).hasSizeGreaterThan(350);
        assertThat(added)
                .allSatisfy(one -> assertThat(imports(one)).isNotEmpty().noneMatch(FloorPlanTest::pointsDown));
    }

    private static String publicType(String room) {
        return CoreClasses.ALL.stream()
                .filter(one -> packageOf(one).equals(room) && one.isTopLevelClass() && ApiTest.isShown(one))
                .map(JavaClass::getName)
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMechanism(String outermost) {
        return CoreClasses.ALL.get(outermost).tryGetField("MECHANISM").isPresent();
    }

    /**
     * A mechanism never names another: they share the catalog, which names all, and helpers that name none. The terms of a
     * bargain are pure: they name nothing of the model.
     */
    @Test
    void mechanisms_neverNameEachOther() {
        Set<String> mechanisms = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : CoreClasses.ALL) {
            if (!packageOf(one).equals("mechanism")) {
                continue;
            }
            String own = outermost(one);
            if (isMechanism(own)) {
                mechanisms.add(own);
            }
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!isOurs(target) || outermost(target).equals(own)) {
                    continue;
                }
                boolean neighbour = packageOf(target).equals("mechanism") && isMechanism(outermost(target));
                if ((neighbour && !own.endsWith(".StandardCatalog")) || own.endsWith(".Bargain")) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(mechanisms).hasSizeGreaterThanOrEqualTo(17);
    }

    private static List<String> accesses(Set<String> packages, Predicate<JavaAccess<?>> forbidden) {
        List<String> found = new ArrayList<>();
        for (JavaClass one : CoreClasses.ALL) {
            if (packages.contains(packageOf(one))) {
                one.getAccessesFromSelf().stream()
                        .filter(forbidden)
                        .forEach(access -> found.add(access.getDescription()));
            }
        }
        return found;
    }

    private static String owner(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName();
    }

    @Test
    void results_leanOnExactArithmetic() {
        assertThat(accesses(
                        EXACT,
                        access -> owner(access).equals("java.lang.Math")
                                && !EXACT_MATH.contains(access.getTarget().getName())))
                .isEmpty();
        assertThat(accesses(EXACT, access -> owner(access).equals("java.lang.StrictMath")))
                .hasSizeGreaterThan(20);
    }

    /** The order of a hash table differs from start to start or from JDK to JDK: nothing goes through one. */
    @Test
    void results_leanOnNoHashOrder() {
        assertThat(accesses(
                        EXACT,
                        access -> HASHED.contains(owner(access))
                                && !LOOKED_UP_ONLY.contains(outermost(access.getOriginOwner()))))
                .isEmpty();
        assertThat(accesses(
                        EXACT,
                        access -> Set.of("java.util.Set", "java.util.Map").contains(owner(access))
                                && Set.of("of", "ofEntries", "copyOf")
                                        .contains(access.getTarget().getName())))
                .isEmpty();
    }

    /** No clock but for the progress of experiments, no other source of chance, no console. */
    @Test
    void core_knowsNoClockNoOtherChanceNoConsole() {
        Set<String> foreign = Set.of(
                "java.util.Random",
                "java.util.SplittableRandom",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.util.UUID");
        Set<String> all = FLOOR.keySet();
        assertThat(accesses(all, access -> foreign.contains(owner(access)))).isEmpty();
        assertThat(accesses(
                        all,
                        access -> owner(access).equals("java.lang.System")
                                && Set.of("out", "err", "in", "exit")
                                        .contains(access.getTarget().getName())))
                .isEmpty();
        Set<String> timeless = new TreeSet<>(all);
        timeless.removeIf(name -> name.startsWith("experiment") || name.startsWith("analysis"));
        assertThat(accesses(
                        timeless,
                        access -> Set.of("currentTimeMillis", "nanoTime", "now")
                                        .contains(access.getTarget().getName())
                                && owner(access).startsWith("java.")))
                .isEmpty();
        assertThat(accesses(all, access -> access.getTarget().getName().equals("printStackTrace")))
                .isEmpty();
        assertThat(accesses(
                        all,
                        access -> owner(access).equals("java.lang.Math")
                                && access.getTarget().getName().equals("random")))
                .isEmpty();
    }

    /** No static mutable state: what is static is final. */
    @Test
    void staticFields_areFinal() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass one : CoreClasses.ALL) {
            for (JavaField field : one.getFields()) {
                boolean isStatic = field.getModifiers().contains(JavaModifier.STATIC);
                boolean isOwn = !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                if (isStatic && isOwn && !field.getModifiers().contains(JavaModifier.FINAL)) {
                    wrong.add(field.getFullName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
