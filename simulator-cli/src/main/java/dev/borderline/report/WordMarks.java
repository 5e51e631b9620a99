package dev.borderline.report;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Marks at the words of one page that the glossary explains, each where the page has it first. Not thread-safe. */
final class WordMarks {
    private final Map<String, Glossary.Word> byForm = new HashMap<>();
    private final Set<Glossary.Word> marked = new LinkedHashSet<>();
    private final Pattern plain;

    WordMarks(Glossary glossary) {
        glossary.words().forEach(word -> word.forms().forEach(form -> byForm.put(form, word)));
        // the longest first, so that "design point" is not read as "design"; none within a path such as levers.jamming
        String forms = glossary.words().stream()
                .flatMap(word -> word.clear().stream())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        plain = Pattern.compile("(?<![\\w.-])(?:" + forms + ")(?![\\w-]|\\.\\w)");
    }

    /** A text as HTML, with marks at words that it has first. */
    String in(String text) {
        StringOutput html = new StringOutput();
        Matcher found = plain.matcher(text);
        int end = 0;
        while (found.find()) {
            Escape.htmlContent(text.substring(end, found.start()), html);
            html.writeContent(of(found.group()));
            end = found.end();
        }
        Escape.htmlContent(text.substring(end), html);
        return html.toString();
    }

    /** One form of a word as HTML, everyday ones too, with a mark if the page has it first. */
    String of(String form) {
        Glossary.Word word = byForm.get(form);
        if (word == null) {
            throw new IllegalArgumentException("docs/glossary.md does not explain '" + form + "'");
        }
        return marked.add(word)
                ? "<a class=\"word\" href=\"#word-" + word.id() + "\" aria-describedby=\"word-" + word.id() + "\">"
                        + form + "</a>"
                : form;
    }

    /** Words that were marked, in their order. */
    List<Glossary.Word> marked() {
        return List.copyOf(marked);
    }
}
