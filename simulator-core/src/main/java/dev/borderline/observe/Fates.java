package dev.borderline.observe;

import dev.borderline.model.Signals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fate of each household of a run: contacts, arrests, cases, bribes and time held up to the end. A probe; read it when its
 * run is over.
 */
public final class Fates implements Probe {
    private static final int ABSENT = -1;
    private static final long FREE = -1;
    private static final int ROOM_AT_FIRST = 1024;

    private int[] contacts = new int[ROOM_AT_FIRST];
    private int[] arrests = new int[ROOM_AT_FIRST];
    private int[] formalCases = new int[ROOM_AT_FIRST];
    private int[] bribes = new int[ROOM_AT_FIRST];
    private int[] fifths = {};
    private long[] ticksHeld = new long[ROOM_AT_FIRST];
    private long[] takenAt = new long[ROOM_AT_FIRST];
    private long[] ids = {};

    /**
     * Fate of one household.
     *
     * @param id lasting number
     * @param fifth wealth fifth, 0 for the poorest
     * @param contacts completed
     * @param arrests times taken, by any route
     * @param formalCases cases not settled on the spot
     * @param bribes paid in cases of its own
     * @param ticksHeld time held, up to the end of the run
     */
    public record Fate(long id, int fifth, int contacts, int arrests, int formalCases, int bribes, long ticksHeld) {}

    /** Fates of a run to come. */
    public Fates() {
        Arrays.fill(takenAt, FREE);
    }

    @Override
    public void attach(Hearing hearing) {
        RunView run = hearing.run();
        hearing.onSignal(Signals.CONTACT_COMPLETED, (household, need) -> contact(household));
        hearing.onSignal(Signals.ARRESTED, (household, slot) -> arrest(household, run.time()));
        hearing.onSignal(Signals.CASE_FORMAL, (household, slot) -> formalCases[household]++);
        hearing.onSignal(Signals.BRIBE_PAID, (household, slot) -> bribe(household));
        hearing.onSignal(Signals.CASE_CLOSED, (household, slot) -> release(household, run.time()));
        hearing.atEnd(() -> close(run));
    }

    private void contact(int household) {
        makeRoom(household);
        contacts[household]++;
    }

    private void arrest(int household, long now) {
        makeRoom(household);
        arrests[household]++;
        takenAt[household] = now;
    }

    /** A bribe may be paid for a household of whom nothing else was heard. */
    private void bribe(int household) {
        makeRoom(household);
        bribes[household]++;
    }

    private void release(int household, long now) {
        ticksHeld[household] += now - takenAt[household];
        takenAt[household] = FREE;
    }

    private void makeRoom(int household) {
        if (household >= contacts.length) {
            resize(2 * household);
        }
    }

    private void resize(int length) {
        int before = takenAt.length;
        contacts = Arrays.copyOf(contacts, length);
        arrests = Arrays.copyOf(arrests, length);
        formalCases = Arrays.copyOf(formalCases, length);
        bribes = Arrays.copyOf(bribes, length);
        ticksHeld = Arrays.copyOf(ticksHeld, length);
        takenAt = Arrays.copyOf(takenAt, length);
        Arrays.fill(takenAt, Math.min(before, length), length, FREE);
    }

    /** End of time held: those who are still held at the end were held until then. */
    private void close(RunView run) {
        resize(run.households());
        ids = new long[run.households()];
        fifths = new int[ids.length];
        for (int household = 0; household < ids.length; household++) {
            ids[household] = run.householdId(household);
            fifths[household] = run.household(household).fifth();
            if (takenAt[household] != FREE) {
                release(household, run.period().horizonMs());
            }
        }
    }

    /** Fates of all households, in the order in which they formed. */
    public List<Fate> all() {
        return IntStream.range(0, ids.length).mapToObj(this::at).toList();
    }

    /** Fate of the household with this lasting number; empty if there never was one. */
    public Optional<Fate> of(long id) {
        return IntStream.range(0, ids.length)
                .filter(household -> ids[household] == id)
                .mapToObj(this::at)
                .findFirst();
    }

    private Fate at(int household) {
        return new Fate(
                ids[household],
                fifths[household],
                contacts[household],
                arrests[household],
                formalCases[household],
                bribes[household],
                ticksHeld[household]);
    }

    /** Households that there were, in either run, and how many of them met another fate in {@code other}, this run's pair. */
    public Difference differenceFrom(Fates other) {
        Map<Long, Integer> later = new HashMap<>(); // looked up only
        for (int household = 0; household < other.ids.length; household++) {
            if (other.ids[household] != household) {
                later.put(other.ids[household], household);
            }
        }
        Difference.Count count = new Difference.Count();
        int inBoth = 0;
        for (int household = 0; household < ids.length; household++) {
            int pair = other.find(ids[household], later);
            if (pair == ABSENT) {
                count.onlyInOne();
            } else {
                inBoth++;
                compare(count, household, other, pair);
            }
        }
        for (int rest = inBoth; rest < other.ids.length; rest++) {
            count.onlyInOne();
        }
        return count.finished();
    }

    private int find(long id, Map<Long, Integer> later) {
        if (id >= 0 && id < ids.length && ids[(int) id] == id) {
            return (int) id;
        }
        return later.getOrDefault(id, ABSENT);
    }

    private void compare(Difference.Count count, int household, Fates other, int pair) {
        count.inBoth(
                ids[household],
                contacts[household] != other.contacts[pair],
                arrests[household] != other.arrests[pair] || formalCases[household] != other.formalCases[pair],
                ticksHeld[household] != other.ticksHeld[pair]);
    }

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
    public record Difference(
            long households, long different, long contacts, long cases, long held, List<Long> examples) {
        private static final int EXAMPLES_MAX = 3;

        public Difference {
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

            Difference finished() {
                return new Difference(
                        households, different, contacts, cases, held, byCases.isEmpty() ? byContacts : byCases);
            }
        }
    }
}
