package dev.borderline.report;

import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Digest;
import dev.borderline.text.GuardedFiles;
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

    /** Tells, by the SHA-256 of what stands above, whether an author has changed it since. */
    private static final String MARK =
            "\n<!-- As written by 'borderline report', which leaves it alone once it is changed: ";

    private static final String MARK_END = " -->\n";
    private static final int BYTES_MAX = 1 << 22;

    private static final Pattern BLANK = Pattern.compile("‹([a-z ]+)›");

    private StressChecklist() {}

    /** The checklist of a folder whose results have been read. */
    static String of(Path folder, Results results) throws IOException {
        return filled(new StudyFacts(results, SavedSweep.facts(folder)).byName());
    }

    /** Writes it, unless an author has added to the one that is there; true if it was written. */
    static boolean write(Path file, String text) throws IOException {
        if (GuardedFiles.isThere(file) && !isAsWritten(GuardedFiles.text(file, BYTES_MAX))) {
            return false;
        }
        AtomicFile.write(file, text + MARK + Digest.sha256(text) + MARK_END);
        return true;
    }

    /** True if the mark at its end is of the text above it. */
    private static boolean isAsWritten(String there) {
        int mark = there.lastIndexOf(MARK);
        return mark >= 0 && there.substring(mark).equals(MARK + Digest.sha256(there.substring(0, mark)) + MARK_END);
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
