package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
    @Test
    void words_ofALine_areThoseItWasMadeOf() {
        List<String> words = List.of("run", "my file.yaml", "it's", "a=1", "$(x)", "a\\b", "", "'", "ünï", "a\nb");

        assertThat(ShellWords.words(ShellWords.line(words))).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; b", "a $(b)", "a 'b", "a  b", "~ b", "a `b`", "a\nb", "a \\b", "a 'b' && c", "'a' b"})
    void line_thatWasNotMadeHere_hasNoWords(String line) {
        assertThat(ShellWords.words(line)).isEmpty();
    }
}
