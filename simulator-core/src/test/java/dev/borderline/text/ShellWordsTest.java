package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void words_ofALineMadeOfThem_areThoseWords() {
        for (List<String> words : List.of(
                List.of("borderline", "sweep", "a b.yaml"),
                List.of("it's", "", "$(rm -rf ~)", "a;b", "`c`", "--set", "x=1"),
                List.of("\\", "'", "''"))) {
            assertThat(ShellWords.words(ShellWords.line(words))).contains(words);
        }
    }

    /** A shell would read more into these than words. */
    @Test
    void words_ofALineThatAShellWouldReadOtherwise_areNone() {
        for (String line : List.of("a; b", "a $(b)", "a 'b", "a  b", "a > b", "a\nb", "a \\; b", "")) {
            assertThat(ShellWords.words(line)).as(line).isEmpty();
        }
    }
}
