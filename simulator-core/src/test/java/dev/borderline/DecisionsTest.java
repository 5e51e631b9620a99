package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers of decisions: each from the first to the last is a page in the index, or said to be none. */
class DecisionsTest {
    private static final Path FOLDER = Path.of("../docs/decisions");

    @Test
    void eachNumber_isAPageInTheIndex_orSaidToBeNone() throws IOException {
        TreeMap<Integer, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{4}-.*")) {
                    assertThat(pages.put(Integer.parseInt(name.substring(0, 4)), name))
                            .as(name)
                            .isNull();
                }
            }
        }
        String index = Files.readString(FOLDER.resolve("README.md"));
        int gaps = index.indexOf("No decision ever had these numbers: ");

        assertThat(pages).hasSizeGreaterThan(30);
        for (int number = 1; number <= pages.lastKey(); number++) {
            String digits = String.format(Locale.ROOT, "%04d", number);
            String page = pages.get(number);
            if (page == null) {
                assertThat(index.substring(gaps)).contains(digits);
            } else {
                assertThat(index.substring(0, gaps)).contains("| [" + digits + "](" + page + ") | ");
                assertThat(index.substring(gaps)).doesNotContain(digits);
            }
        }
    }
}
