package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** First sentences of doc comments, of all modules, tests and examples: a noun phrase, never an indirect question. */
class DocCommentsTest {
    private static final Path PROJECT = Path.of("..");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*\\s(.*?)\\*/", Pattern.DOTALL);
    private static final Pattern QUESTION =
            Pattern.compile("[\\s*]*(What|How|Whether|Who|Whom|Whose|Where|Which|When|Why)(ever)?\\b");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        }
    }

    @Test
    void firstSentences_areNoQuestions() throws IOException {
        List<String> questions = new ArrayList<>();
        int comments = 0;
        for (Path file : sources()) {
            for (String comment : COMMENT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                comments++;
                if (QUESTION.matcher(comment).lookingAt()) {
                    questions.add(file.getFileName() + ": "
                            + comment.lines().findFirst().orElse(""));
                }
            }
        }

        assertThat(questions).isEmpty();
        assertThat(comments).isGreaterThan(2_500);
    }
}
