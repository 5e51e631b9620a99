package dev.borderline.observe;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of households that met another fate in one of two runs with common random numbers. A household that there was in one of
 * them only, because it formed by a crossing that was not made in the other, differs.
 *
 * @param households that there were in either run
 * @param different whose {@link Fates fate} differs in anything
 * @param contacts that completed another number of contacts
 * @param cases that were arrested, or had formal cases, another number of times
 * @param held that were held for another time
 * @param examples lasting numbers of some whose cases differ, else of some whose contacts do
 */
public record FateDifference(
        long households, long different, long contacts, long cases, long held, List<Long> examples) {
    private static final int EXAMPLES_MAX = 3;

    public FateDifference {
        examples = List.copyOf(examples);
    }

    /** The share of households whose fate differs; NaN where there is none. */
    public double share() {
        return households == 0 ? Double.NaN : (double) different / households;
    }

    /** Counts them. */
    static final class Count {
        private long households;
        private long different;
        private long contacts;
        private long cases;
        private long held;
        private final List<Long> byCases = new ArrayList<>();
        private final List<Long> byContacts = new ArrayList<>();

        void onlyInOne() {
            households++;
            different++;
        }

        void inBoth(long id, boolean otherContacts, boolean otherCases, boolean otherTime) {
            households++;
            different += otherContacts || otherCases || otherTime ? 1 : 0;
            contacts += otherContacts ? 1 : 0;
            cases += otherCases ? 1 : 0;
            held += otherTime ? 1 : 0;
            if (otherCases && byCases.size() < EXAMPLES_MAX) {
                byCases.add(id);
            } else if (otherContacts && byContacts.size() < EXAMPLES_MAX) {
                byContacts.add(id);
            }
        }

        FateDifference finished() {
            return new FateDifference(
                    households, different, contacts, cases, held, byCases.isEmpty() ? byContacts : byCases);
        }
    }
}
