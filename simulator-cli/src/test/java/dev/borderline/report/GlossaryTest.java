package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words of the glossary as the program has them, and marks at them. */
class GlossaryTest {
    @Test
    void words_areThoseOfTheDocument() throws IOException {
        String document = Files.readString(Path.of("../docs/glossary.md"));
        List<Glossary.Word> words = Glossary.shipped().words();

        assertThat(words).hasSizeGreaterThan(35).isEqualTo(Glossary.of(document).words());
        assertThat(words).extracting(Glossary.Word::id).doesNotHaveDuplicates();
        assertThat(words.stream().flatMap(word -> word.forms().stream())).doesNotHaveDuplicates();
        assertThat(words).allSatisfy(word -> assertThat(word.meaning()).isNotBlank());
        assertThat(document).contains("| zone | a coarse part of the country");
        assertThat(words.stream().flatMap(word -> Stream.of(word.name().split(", "))))
                .containsAll(Glossary.everyday())
                .contains("zone", "design point")
                .doesNotContain("mechanism");
        assertThat(words.stream().flatMap(word -> word.clear().stream()))
                .contains("zones", "design point")
                .doesNotContainAnyElementsOf(Glossary.everyday());
    }

    @Test
    void marks_standWhereAWordIsFirst() {
        WordMarks marks = new WordMarks(Glossary.shipped());

        assertThat(marks.in("Arms & members <b>, a design point; members need chance."))
                .isEqualTo("Arms &amp; " + link("ensemble", "members") + " &lt;b&gt;, a "
                        + link("design", "design point") + "; members need chance.");
        assertThat(marks.in("members")).isEqualTo("members");
        assertThat(marks.in("levers.jamming, re-session")).isEqualTo("levers.jamming, re-session");
        assertThat(marks.of("needs")).isEqualTo(link("need", "needs"));
        assertThat(marks.marked()).extracting(Glossary.Word::id).containsExactly("ensemble", "design", "need");
        assertThatThrownBy(() -> marks.of("colour")).hasMessageContaining("colour");
    }

    private static String link(String id, String form) {
        return "<a class=\"word\" href=\"#word-" + id + "\" aria-describedby=\"word-" + id + "\">" + form + "</a>";
    }
}
