package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.state.StateRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The columns of sessions whose caller will be identified, against a map. */
class IdentificationsTest {
    private record Session(int need, int zone, boolean brokered) {}

    private final Identifications columns = new Identifications(new StateRegistry());
    private final TreeMap<Integer, Session> held = new TreeMap<>();

    private void add(Session session) {
        int slot = columns.add(session.need, session.zone, session.brokered);
        assertThat(held.put(slot, session)).as("slot %s was free", slot).isNull();
    }

    /** Slots given back are used before new ones, so there are never more of them than sessions ever waited at once. */
    @Test
    void slots_randomUse_followTheMapAndAreUsedAgain() {
        SplittableRandom random = new SplittableRandom(2);
        int most = 0;
        for (int step = 0; step < 3_000; step++) {
            if (held.isEmpty() || random.nextInt(100) < 53) {
                add(new Session(step, random.nextInt(4), random.nextBoolean()));
                most = Math.max(most, held.size());
            } else {
                List<Integer> slots = new ArrayList<>(held.keySet());
                int slot = slots.get(random.nextInt(slots.size()));
                columns.remove(slot);
                held.remove(slot);
            }
            assertThat(held.isEmpty() ? -1 : held.lastKey()).isLessThan(most);
        }

        assertThat(most).isGreaterThan(64); // grown more than once
        held.forEach((slot, session) -> assertThat(
                        new Session(columns.need(slot), columns.zone(slot), columns.brokered(slot)))
                .isEqualTo(session));
    }
}
