package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Signatures of the API against those of a release, which stand in a committed file. What the release has stays; what is new is
 * written to target/api-additions.txt. Before the release itself, {@code -Dborderline.write=true} writes the file anew.
 */
class ReleasedApiTest {
    private static final Path RELEASED = Path.of("src/test/api/0.1.0.txt");
    private static final Path ADDITIONS = Path.of("target/api-additions.txt");

    /** Members of each type of the API, nested ones too, by its name and kind. */
    private static Map<String, Set<String>> present() throws IOException {
        Set<String> api = ApiTest.types();
        Map<String, Set<String>> types = new TreeMap<>();
        for (JavaClass one : CoreClasses.ALL) {
            if (ApiTest.isShown(one) && api.contains(ApiTest.outermost(one))) {
                Set<String> members = types.computeIfAbsent(head(one), name -> new TreeSet<>());
                one.getMembers().stream()
                        .filter(member -> isShown(one, member))
                        .map(ReleasedApiTest::signature)
                        .forEach(members::add);
            }
        }
        return types;
    }

    private static boolean isShown(JavaClass owner, JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        boolean toHeirs = modifiers.contains(JavaModifier.PROTECTED)
                && !owner.getModifiers().contains(JavaModifier.FINAL);
        boolean isMade = modifiers.contains(JavaModifier.SYNTHETIC) || modifiers.contains(JavaModifier.BRIDGE);
        return (modifiers.contains(JavaModifier.PUBLIC) || toHeirs) && !isMade;
    }

    private static String head(JavaClass one) {
        String kind = one.isRecord() ? "record" : one.isInterface() ? "interface" : one.isEnum() ? "enum" : "class";
        return kind + " " + one.getName();
    }

    private static String signature(JavaMember member) {
        String still = member.getModifiers().contains(JavaModifier.STATIC) ? "static " : "";
        if (member instanceof JavaField field) {
            return still + field.getName() + " : " + field.getType().getName();
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        String parameters =
                unit.getParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", "));
        return still + unit.getName() + "(" + parameters + ") : "
                + unit.getReturnType().getName();
    }

    private static String text(Map<String, Set<String>> types) {
        return types.entrySet().stream()
                .map(type -> type.getKey() + "\n"
                        + type.getValue().stream()
                                .map(member -> "  " + member + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static Map<String, Set<String>> released() throws IOException {
        Map<String, Set<String>> types = new TreeMap<>();
        String head = "";
        for (String line : Files.readAllLines(RELEASED)) {
            if (line.startsWith("  ")) {
                types.computeIfAbsent(head, name -> new TreeSet<>()).add(line.strip());
            } else {
                head = line;
                types.put(head, new TreeSet<>());
            }
        }
        return types;
    }

    /** All that {@code from} has and {@code other} has not. */
    private static List<String> missing(Map<String, Set<String>> from, Map<String, Set<String>> other) {
        List<String> missing = new ArrayList<>();
        from.forEach((type, members) -> {
            Set<String> kept = other.get(type);
            if (kept == null) {
                missing.add(type);
            } else {
                members.stream()
                        .filter(member -> !kept.contains(member))
                        .forEach(member -> missing.add(type + "  " + member));
            }
        });
        return missing;
    }

    @Test
    void api_hasAllThatTheReleaseHas() throws IOException {
        Map<String, Set<String>> present = present();
        assertThat(present).hasSizeGreaterThan(100);
        if (Boolean.getBoolean("borderline.write")) {
            Files.createDirectories(RELEASED.getParent());
            Files.writeString(RELEASED, text(present));
        }
        Map<String, Set<String>> released = released();
        Files.createDirectories(ADDITIONS.getParent());
        Files.write(ADDITIONS, missing(present, released));

        assertThat(missing(released, present))
                .as("gone from the API of " + RELEASED
                        + "; docs/compatibility.md says when that may be. While that release is"
                        + " in the making: -Dtest=ReleasedApiTest -Dborderline.write=true")
                .isEmpty();
        assertThat(text(released)).as("written by this test").isEqualTo(Files.readString(RELEASED));
    }
}
