package dev.borderline.report;

import dev.borderline.experiment.folder.SavedSweep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The checklist of STRESS-DES (Monks et al. 2019, doi:10.1080/17477778.2018.1442155) for a result folder. What holds for every
 * study stands in {@code docs/stress-des.md}, which is packed into the program; blanks in it, such as {@code ‹seed›}, are filled
 * in from the manifest.
 */
final class StressChecklist {
    /** Name of the file beside the report. */
    static final String FILE = "stress-des.md";

    /** Above it the page speaks of itself. */
    private static final String RULE = "\n---\n\n";

    /** A break within a paragraph. Filled in, lines have other lengths; whoever shows the page wraps it. */
    private static final Pattern SOFT_BREAK = Pattern.compile("(?<=[^\\n])\\n {0,2}(?=[^\\s#*→-])");

    private static final Pattern BLANK = Pattern.compile("‹([a-z ]+)›");

    private StressChecklist() {}

    /** The checklist of a folder whose results have been read. */
    static String of(Path folder, Results results) throws IOException {
        return filled(new StudyFacts(results, SavedSweep.facts(folder)).byName());
    }

    /** The page with its blanks filled; each must be known. */
    private static String filled(Map<String, String> facts) {
        Matcher blank = BLANK.matcher(SOFT_BREAK.matcher(page()).replaceAll(" "));
        StringBuilder text = new StringBuilder();
        while (blank.find()) {
            String fact = facts.get(blank.group(1));
            if (fact == null) {
                throw new IllegalStateException("docs/" + FILE + " has an unknown blank: " + blank.group());
            }
            blank.appendReplacement(text, Matcher.quoteReplacement(fact));
        }
        return blank.appendTail(text).toString();
    }

    private static String page() {
        try (InputStream in = StressChecklist.class.getResourceAsStream(FILE)) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return whole.substring(whole.indexOf(RULE) + RULE.length());
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + FILE + " cannot be read", e);
        }
    }
}
