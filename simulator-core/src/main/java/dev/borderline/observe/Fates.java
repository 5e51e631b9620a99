package dev.borderline.observe;

import dev.borderline.model.Cases;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What became of each household of a run: its <em>fate</em> is the number of contacts it completed, of times it was arrested and
 * of formal cases against it, and the time it was held up to the end of the run. Twenty-eight bytes a household. Filled while
 * the run goes on; read afterwards.
 */
public final class Fates {
    private static final int ABSENT = -1;

    private int[] contacts = new int[1024];
    private int[] arrests = new int[1024];
    private int[] formalCases = new int[1024];
    private long[] ticksHeld = new long[1024];
    private long[] ids = {};

    /** The parameters of who only listens. */
    public record Nothing() {}

    private Fates() {}

    /** A mechanism that does nothing but listen: in the catalog of a scenario, it hands over the fates of every run. */
    public static Mechanism<Nothing> listener(Consumer<Fates> receiver) {
        return new Mechanism<>("observe_fates", Nothing.class, (nothing, wiring) -> {
            Fates fates = of(wiring);
            wiring.onEnd(() -> receiver.accept(fates));
            return fates;
        });
    }

    /** The fates of a run that is about to start. */
    private static Fates of(Wiring wiring) {
        Fates fates = new Fates();
        wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> fates.contact(household));
        wiring.signal(Signals.ARRESTED).listen((household, slot) -> fates.arrest(household));
        wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> fates.formalCase(household));
        wiring.signal(Signals.RELEASED)
                .listen((household, slot) -> fates.held(
                        household, wiring.loop().now() - wiring.cases().arrestedAt(slot)));
        wiring.onEnd(() -> fates.close(wiring));
        return fates;
    }

    private void contact(int household) {
        makeRoom(household);
        contacts[household]++;
    }

    private void arrest(int household) {
        makeRoom(household);
        arrests[household]++;
    }

    private void formalCase(int household) {
        makeRoom(household);
        formalCases[household]++;
    }

    private void held(int household, long ticks) {
        makeRoom(household);
        ticksHeld[household] += ticks;
    }

    private void makeRoom(int household) {
        if (household >= contacts.length) {
            resize(2 * household);
        }
    }

    private void resize(int length) {
        contacts = Arrays.copyOf(contacts, length);
        arrests = Arrays.copyOf(arrests, length);
        formalCases = Arrays.copyOf(formalCases, length);
        ticksHeld = Arrays.copyOf(ticksHeld, length);
    }

    /** Who is still held at the end was held until then. */
    private void close(Wiring wiring) {
        Cases cases = wiring.cases();
        for (int slot = 0; slot < cases.slots(); slot++) {
            if (cases.household(slot) >= 0) {
                held(cases.household(slot), wiring.end() - cases.arrestedAt(slot));
            }
        }
        ids = new long[wiring.households().size()];
        Arrays.setAll(ids, wiring.households()::id);
        resize(ids.length);
    }

    /** Households that there were, in either run, and how many of them met another fate in {@code other}, this run's pair. */
    public FateDifference differenceFrom(Fates other) {
        Map<Long, Integer> later = new HashMap<>(); // looked up only
        for (int household = 0; household < other.ids.length; household++) {
            if (other.ids[household] != household) {
                later.put(other.ids[household], household);
            }
        }
        FateDifference.Count count = new FateDifference.Count();
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

    private void compare(FateDifference.Count count, int household, Fates other, int pair) {
        count.inBoth(
                ids[household],
                contacts[household] != other.contacts[pair],
                arrests[household] != other.arrests[pair] || formalCases[household] != other.formalCases[pair],
                ticksHeld[household] != other.ticksHeld[pair]);
    }
}
