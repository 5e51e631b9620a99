package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in {@code examples/} compile against the library as it is; {@code .ci/examples} also runs them. */
class ExamplesCompileTest {
    @TempDir
    private Path classes = Path.of("");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"embed", "controller", "drone-patrols", "amnesty"})
    void sources_compile(String example) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(Path.of("../examples", example, "src/main/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
        assertThat(sources).isNotEmpty();
    }
}
