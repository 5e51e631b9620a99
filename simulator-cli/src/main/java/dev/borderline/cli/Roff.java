package dev.borderline.cli;

import java.util.List;
import java.util.stream.Collectors;

/** A page in the language of {@code man}, written from top to bottom. Texts are plain; they are escaped here. */
final class Roff {
    private static final int ASCII_END = 0x7F;
    /** Escapes make lines longer. */
    private static final int WIDTH = 66;

    private final StringBuilder page = new StringBuilder();

    /** The head and foot of the page. Lines are neither hyphenated nor stretched: commands must stay as they are typed. */
    void title(String name, String date, String program) {
        page.append(".TH \"")
                .append(escaped(name))
                .append("\" \"1\" \"")
                .append(date)
                .append("\" \"")
                .append(escaped(program))
                .append("\" \"Borderline\"\n.nh\n.ad l\n");
    }

    Roff section(String heading) {
        page.append(".SH ").append(heading).append('\n');
        return this;
    }

    /** Paragraphs one below the other. */
    void paragraphs(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                page.append(".PP\n");
            }
            text(texts.get(i));
        }
    }

    /** A term in bold; what follows is indented below it. */
    Roff item(String term) {
        page.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n");
        return this;
    }

    /** Words that flow; in the file in short lines, as man(7) asks for. */
    void text(String words) {
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                line(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        line(line.toString());
    }

    /** A line as it is. */
    void line(String text) {
        page.append(guarded(text)).append('\n');
    }

    /** Lines that keep their breaks. */
    void asIs(List<String> lines) {
        page.append(".nf\n");
        lines.forEach(line -> line(line.strip()));
        page.append(".fi\n");
    }

    /** Names of other pages. */
    void references(List<String> names) {
        page.append(names.stream()
                .map(name -> "\\fB" + escaped(name) + "\\fR(1)")
                .collect(Collectors.joining(",\n", "", "\n")));
    }

    String text() {
        return page.toString();
    }

    /** A line that begins with a point or a quote would be a request. */
    private static String guarded(String text) {
        String escaped = escaped(text);
        return text.startsWith(".") || text.startsWith("'") ? "\\&" + escaped : escaped;
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(Roff::escaped).collect(Collectors.joining());
    }

    /** Characters that roff would take for its own or set as typographic ones; groff_char(7). */
    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\(rs";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> character < ASCII_END ? Character.toString(character) : String.format("\\[u%04X]", character);
        };
    }
}
