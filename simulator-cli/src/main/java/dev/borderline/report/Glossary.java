package dev.borderline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Words and their meanings, from {@code docs/glossary.md}, which is packed into the program. */
public final class Glossary {
    /** Words that sentences also use as everybody does, so that only an author can tell which is meant. */
    private static final Set<String> EVERYDAY = Set.of(
            "need",
            "located",
            "taken",
            "settled",
            "let alone",
            "move",
            "policy",
            "cell",
            "design",
            "not known",
            "chance");

    private static final String FILE = "glossary.md";
    private static final String HEAD = "| word | meaning |";

    /**
     * A row of the glossary.
     *
     * @param id a name for links
     * @param name as the row has it
     * @param forms of it in sentences, plurals among them
     * @param clear those forms that a sentence does not use for anything else
     * @param meaning a phrase without a full stop
     */
    public record Word(String id, String name, List<String> forms, List<String> clear, String meaning) {
        public Word {
            forms = List.copyOf(forms);
            clear = List.copyOf(clear);
        }
    }

    private final List<Word> words;

    private Glossary(List<Word> words) {
        this.words = List.copyOf(words);
    }

    /** The glossary of this program. */
    public static Glossary shipped() {
        try (InputStream in = Glossary.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("it is missing");
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + FILE + " cannot be read", e);
        }
    }

    /** Rows of the tables that give a word and its meaning. */
    static Glossary of(String text) {
        List<Word> words = new ArrayList<>();
        boolean within = false;
        for (String line : text.lines().toList()) {
            within = line.equals(HEAD) || (within && line.startsWith("|"));
            if (within && !line.equals(HEAD) && !line.startsWith("|-")) {
                String[] cells = line.split("\\|", -1);
                words.add(word(cells[1].strip(), cells[2].strip()));
            }
        }
        return new Glossary(words);
    }

    private static Word word(String row, String meaning) {
        String name = row.replace("\"", "");
        List<String> own = List.of(name.split(", ", -1));
        String id = own.get(0).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        List<String> clear = own.stream().filter(one -> !EVERYDAY.contains(one)).toList();
        return new Word(id, name, withPlurals(own), withPlurals(clear), meaning);
    }

    private static List<String> withPlurals(List<String> words) {
        return words.stream().flatMap(one -> Stream.of(one, plural(one))).toList();
    }

    private static String plural(String word) {
        return word.endsWith("y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /** All words, in the order of the document. */
    public List<Word> words() {
        return words;
    }

    /** Words that only an author can mark. */
    static Set<String> everyday() {
        return EVERYDAY;
    }
}
