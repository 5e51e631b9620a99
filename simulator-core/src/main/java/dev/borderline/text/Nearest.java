package dev.borderline.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The known name nearest to a misspelt one, for "did you mean".
 *
 * <p>Distance is Damerau and Levenshtein's in the restricted form: inserting, deleting, replacing a character or
 * swapping two neighbours costs 1, and no piece is edited twice. Case and the difference of {@code -} and {@code _}
 * are free. F. J. Damerau, Communications of the ACM 7 (1964) 171-176.
 */
public final class Nearest {
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /**
     * The nearest of {@code known}, the first in alphabetical order among equals. Empty where it takes more than one
     * mistake for every three letters of the longer name (one mistake is always allowed).
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        int least = Integer.MAX_VALUE;
        String best = null;
        for (String candidate : known) {
            int distance = distance(folded(name), folded(candidate));
            int most = Math.max(1, Math.max(name.length(), candidate.length()) / LETTERS_PER_MISTAKE);
            if (distance > most) {
                continue;
            }
            boolean first = best != null && distance == least && candidate.compareTo(best) < 0;
            if (distance < least || first) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The number of edits between two texts, case and all. */
    public static int distance(String from, String to) {
        int[] beforePrevious = new int[to.length() + 1];
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            current[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] spare = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = spare;
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replace = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, 1 + Math.min(previous[j], current[j - 1]));
                if (swapped(from, i, to, j)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
        }
        return current[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
