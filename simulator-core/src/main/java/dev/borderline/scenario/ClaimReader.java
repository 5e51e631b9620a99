package dev.borderline.scenario;

import dev.borderline.scenario.Claim.Part;
import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the entries of {@code signature}. Whether measures and scenarios of that name exist is asked elsewhere. */
final class ClaimReader {
    static final String KEY = "signature";

    private static final String FORM = "; write it as 'arrests below 0.5 of pre-2011', 'arrests of 2015 above 2009' or"
            + " 'bribe_over_income of fifth 1 above fifth 5'";
    private static final List<String> COMPARISONS = List.of("above", "below");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final Pattern FIFTH = Pattern.compile("[1-5]");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private final Faults faults;
    private final Scalars scalars;

    ClaimReader(Faults faults) {
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    List<Claim> read(YamlNode node) {
        List<Claim> claims = new ArrayList<>();
        for (YamlNode item : scalars.items(node, KEY)) {
            scalars.text(item, KEY).ifPresent(text -> {
                try {
                    claims.add(new Sentence(text, item.mark()).claim());
                } catch (InvalidInput refused) {
                    faults.addAll(refused);
                }
            });
        }
        return claims;
    }

    /** The words of one claim, taken one after another. */
    private static final class Sentence {
        private final Deque<String> words;
        private final Mark mark;

        Sentence(String text, Mark mark) {
            words = new ArrayDeque<>(List.of(text.split("\\s+", -1)));
            this.mark = mark;
        }

        Claim claim() {
            String measure = measure();
            Part part = takes("of") ? part() : Part.WHOLE;
            boolean above = above();
            double factor = factor();
            boolean ofItself = isPart();
            Part otherPart = ofItself ? part() : part;
            String scenario = ofItself ? "" : scenario();
            if (!words.isEmpty()) {
                throw refused(Fault.quoted(words.element()) + " is a word too many" + FORM);
            }
            if (ofItself && (part.kind() != otherPart.kind() || part.equals(otherPart))) {
                throw refused("a year is compared with another year, a fifth with another fifth" + FORM);
            }
            return new Claim(measure, part, above, factor, scenario, otherPart, mark);
        }

        private String measure() {
            String word = next("a measure");
            if (!NameSyntax.SNAKE.fits(word)) {
                throw refused(Fault.quoted(word) + " is not the name of a measure; " + NameSyntax.SNAKE.rule());
            }
            return word;
        }

        private boolean above() {
            String word = next("'above' or 'below'");
            if (!COMPARISONS.contains(word)) {
                throw refused(Fault.quoted(word) + " stands where 'above' or 'below' does"
                        + Faults.didYouMean(word, COMPARISONS) + FORM);
            }
            return word.equals("above");
        }

        /** A number with 'of' after it; 1 where there is none. */
        private double factor() {
            String word = words.isEmpty() ? "" : words.element();
            boolean isFactor = FACTOR.matcher(word).matches() && (!isPart() || words.size() > 1);
            if (!isFactor) {
                return 1;
            }
            words.remove();
            double factor = Double.parseDouble(word);
            if (factor == 0 || !takes("of")) {
                throw refused(Fault.quoted(word) + " is a share above 0 of something" + FORM);
            }
            return factor;
        }

        private boolean isPart() {
            String word = words.isEmpty() ? "" : words.element();
            return word.equals("fifth") || YEAR.matcher(word).matches();
        }

        private Part part() {
            String word = next("a year or a fifth");
            if (YEAR.matcher(word).matches()) {
                return new Part(Part.Kind.YEAR, Integer.parseInt(word));
            }
            String number = word.equals("fifth") ? next("1 to 5") : "";
            if (!FIFTH.matcher(number).matches()) {
                throw refused(
                        Fault.quoted(word) + " is no year and no fifth from 'fifth 1', the poorest, to 'fifth 5'");
            }
            return new Part(Part.Kind.FIFTH, Integer.parseInt(number));
        }

        private String scenario() {
            String word = next("a scenario, a year or a fifth");
            if (!NameSyntax.KEBAB.fits(word) && !ScenarioFiles.isPath(word)) {
                throw refused(Fault.quoted(word) + " is no scenario, year or fifth" + FORM);
            }
            return word;
        }

        private boolean takes(String word) {
            boolean there = word.equals(words.peek());
            if (there) {
                words.remove();
            }
            return there;
        }

        private String next(String wanted) {
            String word = words.poll();
            if (word == null) {
                throw refused("ends where " + wanted + " should follow" + FORM);
            }
            return word;
        }

        private InvalidInput refused(String message) {
            return new InvalidInput(mark, KEY, message);
        }
    }
}
