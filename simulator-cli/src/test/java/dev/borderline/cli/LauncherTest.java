package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Launchers of the sources and of the distribution with a Java and a Maven that only write down how they were called. */
class LauncherTest {
    private static final String UNICODE = "C.UTF-8";

    /** Writes its locale, where its streams lead and its arguments into the file REPORT. */
    private static final String JAVA = """
            #!/bin/sh
            case $1 in
              -version) echo 'openjdk version "17.0.1"' >&2; exit ;;
              -XX:DumpLoadedClassList* | -Xshare:dump) exit 1 ;;
            esac
            for stream in 0 1 2; do
              streams="${streams-}$stream $(readlink /proc/$$/fd/$stream)
            "
            done
            { printf 'LC_ALL %s\\n%s' "${LC_ALL-}" "$streams"; printf '%s\\n' "$@"; } >"$REPORT"
            """;

    /** Makes what the launcher looks for, and a line in the file BUILDS. */
    private static final String MAVEN = """
            #!/bin/sh
            mkdir -p simulator-cli/target/quick/lib
            echo jar >simulator-cli/target/quick/simulator-cli-1.jar
            echo core >simulator-cli/target/quick/lib/simulator-core-1.jar
            echo built >>"$BUILDS"
            """;

    @TempDir
    private Path folder = Path.of("");

    /** The two places that start the program. */
    enum Launcher {
        OF_SOURCES,
        OF_DISTRIBUTION
    }

    @BeforeEach
    void install() throws IOException {
        program("jdk/bin/java", JAVA);
        program("jdk/release", "JAVA_VERSION=\"17.0.1\"\n");
        program("tools/mvn", MAVEN);
        program("app/borderline", Files.readString(Path.of("..", "borderline")));
        program("app/bin/borderline", Files.readString(Path.of("src", "distribution", "bin", "borderline")));
        program("app/borderline.jar", "");
        for (String source :
                List.of("pom.xml", "simulator-core/pom.xml", "simulator-cli/pom.xml", "seeds/baseline.yaml")) {
            program("app/" + source, "as it was\n");
        }
        for (String module : List.of("core", "cli")) {
            Files.createDirectories(folder.resolve("app/simulator-" + module + "/src/main"));
        }
        setTimes(Instant.now().minus(1, ChronoUnit.DAYS));
    }

    private Path program(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private void setTimes(Instant time) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("app"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private static String name(Launcher launcher) {
        return launcher == Launcher.OF_SOURCES ? "app/borderline" : "app/bin/borderline";
    }

    private Ran start(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                "env",
                "-i",
                "PATH=" + folder.resolve("tools") + ":" + System.getenv("PATH"),
                "JAVA_HOME=" + folder.resolve("jdk"),
                "REPORT=" + folder.resolve("report"),
                "BUILDS=" + folder.resolve("builds"),
                "BORDERLINE_CACHE="));
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(List.of("sh", "-c", "cd \"$0\" && \"$@\"", folder.toString()));
        all.addAll(List.of(words));
        return Child.startWords(folder, all).await();
    }

    private List<String> report() throws IOException {
        return Files.readAllLines(folder.resolve("report"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(folder.resolve("builds")).size();
    }

    static Stream<Arguments> locales() {
        return Stream.of(Launcher.values())
                .flatMap(launcher -> Stream.of(
                        Arguments.of(launcher, Map.of(), UNICODE),
                        Arguments.of(launcher, Map.of("LC_ALL", "C"), UNICODE),
                        Arguments.of(launcher, Map.of("LANG", "POSIX"), UNICODE),
                        Arguments.of(launcher, Map.of("LANG", "nn_NN.UTF-8"), UNICODE), // not installed
                        Arguments.of(launcher, Map.of("LC_ALL", "C.utf8"), "C.utf8"),
                        Arguments.of(launcher, Map.of("LANG", UNICODE), "")));
    }

    @ParameterizedTest
    @MethodSource("locales")
    void locale_thatKnowsAsciiOnly_isReplaced(Launcher launcher, Map<String, String> environment, String expected)
            throws Exception {
        Ran ran = start(environment, name(launcher), "a word", "ünï");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(report()).startsWith("LC_ALL " + expected).endsWith("a word", "ünï");
    }

    @ParameterizedTest
    @EnumSource
    void pathOfCd_exported_isNotHeeded(Launcher launcher) throws Exception {
        Ran ran = start(Map.of("CDPATH", folder.toString()), name(launcher), "word");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(report()).endsWith("word");
    }

    @ParameterizedTest
    @EnumSource
    void streams_closed_areNotLeftToTheFilesThatJavaOpens(Launcher launcher) throws Exception {
        start(Map.of(), name(launcher)); // builds
        Ran ran = start(Map.of(), "sh", "-c", "\"$0\" word 0<&- 1>&- 2>&-", name(launcher));

        assertThat(ran.code()).isZero();
        assertThat(report())
                .containsSubsequence("0 /dev/null", "1 /dev/null", "2 /dev/null")
                .endsWith("word");
    }

    @ParameterizedTest
    @CsvSource({"seeds/baseline.yaml", "simulator-cli/src/main"})
    void source_datedInTheFuture_isBuiltOnce(String source) throws Exception {
        Files.setLastModifiedTime(
                folder.resolve("app").resolve(source),
                FileTime.from(Instant.now().plus(900, ChronoUnit.DAYS)));

        start(Map.of(), "app/borderline");
        Ran second = start(Map.of(), "app/borderline");

        assertThat(second.err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void source_changedAfterBuild_isBuiltAgain() throws Exception {
        Path source = folder.resolve("app/seeds/baseline.yaml");
        FileTime future = FileTime.from(Instant.now().plus(900, ChronoUnit.DAYS));
        Files.setLastModifiedTime(source, future);
        start(Map.of(), "app/borderline");

        Files.writeString(source, "changed\n");
        Files.setLastModifiedTime(source, future);
        start(Map.of(), "app/borderline");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void clone_onAnySystem_hasTheSameEndsOfLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("..", ".gitattributes"))).contains("* text=auto eol=lf");
    }

    /** Words before a command that make it that of somebody who may not write here. */
    private List<String> asStranger() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                boolean free = file.startsWith(folder.resolve("free"));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(free ? "rwxrwxrwx" : "r-xr-xr-x"));
            }
        }
        return System.getProperty("user.name").equals("root")
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
                : List.of();
    }

    private Ran startAsStranger(Map<String, String> environment) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(asStranger());
        words.addAll(List.of("app/borderline", "word"));
        try {
            return start(environment, words.toArray(new String[0]));
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void checkout_thatCannotBeWritten_runsWithAnotherJava() throws Exception {
        start(Map.of(), "app/borderline");
        program("other/bin/java", JAVA);
        program("free/report", "");
        String report = folder.resolve("free/report").toString();

        Ran ran = startAsStranger(Map.of("JAVA_HOME", folder.resolve("other").toString(), "REPORT", report));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(Path.of(report)).content().endsWith("word\n");
    }

    @Test
    void checkout_thatCannotBeWrittenAndIsNotBuilt_isRefusedInOneLine() throws Exception {
        Ran ran = startAsStranger(Map.of());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.errLines()).hasSize(1);
        assertThat(ran.err()).startsWith("borderline: has to be built, and ").contains(" cannot be written");
    }
}
