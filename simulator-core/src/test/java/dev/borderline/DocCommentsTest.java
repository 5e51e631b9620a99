package dev.borderline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** First sentences of doc comments: no indirect question anywhere, and short in all programs. */
class DocCommentsTest {
    private static final Path PROJECT = Path.of("..");
    private static final int WORDS_MAX = 20;
    private static final String TEXT = "/\\*\\*\\s((?:(?!\\*/).)*)\\*/";
    private static final Pattern COMMENT = Pattern.compile(TEXT, Pattern.DOTALL);
    private static final Pattern OF_PUBLIC_TYPE = Pattern.compile(
            TEXT + "\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*public (?:\\w+ )*(?:class|interface|enum|record|@interface) ",
            Pattern.DOTALL);
    private static final Pattern QUESTION =
            Pattern.compile("(What|How|Whether|Who|Whom|Whose|Where|Which|When|Why)(ever)?\\b");

    /** Comments of all sources that a filter leaves, each on one line. */
    private static List<String> comments(Pattern pattern, Predicate<String> wanted) throws IOException {
        List<String> comments = new ArrayList<>();
        for (Path file : sources()) {
            if (wanted.test(file.toString())) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map(found ->
                                found.group(1).replaceAll("\\s+[*]?\\s*", " ").replaceFirst("^[* ]+", ""))
                        .forEach(comments::add);
            }
        }
        return comments;
    }

    /** Sources in no folder that a build writes, for files come and go there. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")) {
                    sources.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return sources;
    }

    private static int wordsOfFirstSentence(String comment) {
        String sentence = comment.replaceAll("\\{@\\w+ [^}]*}", "word")
                .split("[.!?:]?( <p>| <pre>| @param )|[.!?](\\s|$)", -1)[0];
        return sentence.strip().split("\\s+").length;
    }

    @Test
    void firstSentences_areNoQuestions() throws IOException {
        List<String> all = comments(COMMENT, file -> true);

        assertThat(all.stream().filter(comment -> QUESTION.matcher(comment).lookingAt()))
                .isEmpty();
        assertThat(all).hasSizeGreaterThan(2_500);
    }

    @Test
    void firstSentences_ofPublicTypes_areShort() throws IOException {
        List<String> types = comments(OF_PUBLIC_TYPE, file -> file.contains("/src/main/"));

        assertThat(types.stream().filter(comment -> wordsOfFirstSentence(comment) > WORDS_MAX))
                .isEmpty();
        assertThat(types).hasSizeGreaterThan(250);
    }

    /** Of members too. */
    @Test
    void firstSentences_areShort() throws IOException {
        List<String> all = comments(COMMENT, file -> file.contains("/src/main/") && !file.endsWith("-info.java"));

        assertThat(all.stream().filter(comment -> wordsOfFirstSentence(comment) > WORDS_MAX))
                .isEmpty();
        assertThat(all).hasSizeGreaterThan(2_500);
    }
}
