package dev.borderline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Tests of all modules that were skipped, with the reasons, in one line at the end of a build: this module is its last. */
class SkippedTest {
    @Test
    void skippedTests_areToldInALine() throws Exception {
        Path classes = Path.of(
                getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
        Path module = Path.of("").toAbsolutePath();
        Path reports = module.relativize(classes).resolveSibling("surefire-reports");
        Map<String, Integer> skipped = new TreeMap<>();
        int tests = 0;
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(module.resolveSibling(""), "simulator-*")) {
            for (Path other : modules) {
                tests += count(other.resolve(reports), skipped);
            }
        }
        String told = skipped.isEmpty()
                ? "none"
                : skipped.entrySet().stream()
                        .map(reason -> reason.getValue() + " (" + reason.getKey() + ")")
                        .collect(Collectors.joining("; "));
        System.out.println("skipped of " + tests + " tests: " + told
                + "; left out: those tagged " + System.getProperty("excluded")
                + " (mvn -Dthorough verify has pages, -Pdeep deep and pages, -Pfuzz fuzz)");
    }

    /** Number of tests in the reports of a module, whose skipped ones are added by reason. */
    private static int count(Path reports, Map<String, Integer> skipped) throws Exception {
        int tests = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
            for (Path file : files) {
                Element suite = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement();
                tests += suite.getElementsByTagName("testcase").getLength();
                NodeList found = suite.getElementsByTagName("skipped");
                for (int i = 0; i < found.getLength(); i++) {
                    skipped.merge(((Element) found.item(i)).getAttribute("message"), 1, Integer::sum);
                }
            }
        }
        assertThat(tests).as("tests of %s", reports).isPositive();
        return tests;
    }
}
