package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.event.Phase;
import dev.borderline.event.Times;
import dev.borderline.model.Cases.Route;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import dev.borderline.random.Draws;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
    private static final int YEARS = 4;
    private static final int N = 4_000;
    private static final long DARK_AFTER = 365 * Times.DAY;
    private static final long[] YEAR_STARTS = {0, 365 * Times.DAY, 730 * Times.DAY, 1095 * Times.DAY, 1461 * Times.DAY};

    /** A time during which something held. */
    private record Spell(long from, long to) {
        long within(long start, long end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, start));
        }
    }

    /** Everything that happened to contacts and people held, in order. */
    private static final class Diary {
        private final List<List<Long>> contacts = new ArrayList<>();
        private final List<Long> since = new ArrayList<>(); // when the relative left, or the contact before the start
        private final List<Long> until = new ArrayList<>(); // when the household went
        private final List<Long> takenUntold = new ArrayList<>(); // or −1
        private final List<Spell> untold = new ArrayList<>();
        private final Set<Long> touchedInYear = new HashSet<>();

        private Diary() {
            double contactsPerYear = -StrictMath.log(1 - 0.45);
            Draws ages = Draws.of(Bench.drawKey(0), "knowledge.start", SubjectKind.HOUSEHOLD);
            for (int household = 0; household < N; household++) {
                add((long) (-ages.exponential(household, 0) / contactsPerYear * Times.YEAR));
            }
        }

        private void add(long lastContact) {
            contacts.add(new ArrayList<>());
            since.add(lastContact);
            until.add(YEAR_STARTS[YEARS]);
            takenUntold.add(-1L);
        }

        private Mechanism<Bench.None> writer() {
            return Bench.stub("test.diary", wiring -> {
                wiring.signal(Signals.HOUSEHOLD_BORN)
                        .listen((household, unused) -> add(wiring.scheduler().now()));
                wiring.signal(Signals.HOUSEHOLD_GONE)
                        .listen((household, unused) ->
                                until.set(household, wiring.scheduler().now()));
                wiring.signal(Signals.CONTACT_COMPLETED).listen((household, need) -> {
                    long now = wiring.scheduler().now();
                    contacts.get(household).add(now);
                    touchedInYear.add((long) household << 8 | yearOf(now));
                });
                wiring.signal(Signals.CASE_FORMAL).listen((household, slot) -> {
                    if (!wiring.cases().told(slot)) {
                        takenUntold.set(household, wiring.scheduler().now());
                    }
                });
                wiring.signal(Signals.RELEASED)
                        .listen((household, slot) ->
                                release(household, wiring.scheduler().now()));
                wiring.onEnd(() -> {
                    for (int household = 0; household < takenUntold.size(); household++) {
                        release(household, wiring.end());
                    }
                });
            });
        }

        private void release(int household, long now) {
            if (takenUntold.get(household) >= 0) {
                untold.add(new Spell(takenUntold.get(household), now));
                takenUntold.set(household, -1L);
            }
        }

        private List<Spell> dark() {
            List<Spell> spells = new ArrayList<>();
            for (int household = 0; household < contacts.size(); household++) {
                long last = since.get(household);
                for (long contact : contacts.get(household)) {
                    spells.add(new Spell(last + DARK_AFTER, contact));
                    last = contact;
                }
                spells.add(new Spell(last + DARK_AFTER, until.get(household)));
            }
            return spells;
        }

        /** Households that were there at some time of a year. */
        private int pairs(int year) {
            int pairs = 0;
            for (int household = 0; household < contacts.size(); household++) {
                boolean formed = household < N || since.get(household) < YEAR_STARTS[year + 1];
                pairs += formed && until.get(household) >= YEAR_STARTS[year] ? 1 : 0;
            }
            return pairs;
        }
    }

    private static int yearOf(long time) {
        int year = 0;
        while (time >= YEAR_STARTS[year + 1]) {
            year++;
        }
        return year;
    }

    private static double years(List<Spell> spells, int year) {
        long sum = 0;
        for (Spell spell : spells) {
            sum += spell.within(YEAR_STARTS[year], YEAR_STARTS[year + 1]);
        }
        return (double) sum / Times.YEAR;
    }

    /**
     * Time in the dark, time held untold and pairs in contact, year by year, against a count over the recorded contacts and
     * cases. A contact is kept to the minute, so the sums differ by at most a minute a contact.
     */
    @Test
    void darkUntoldAndInContact_matchRecordedEvents() {
        Diary diary = new Diary();
        Scenario scenario = Bench.scenario(
                StandardCatalog.standard().with(diary.writer()),
                YEARS,
                Bench.all(
                        Bench.households(N),
                        Map.of(
                                "levers.surveillance.coverage", 0.6,
                                "levers.surveillance.informants_per_year", 0.2,
                                "crossings.attempts_per_year", 500.0)));
        RunResult run = Bench.run(scenario, 0);
        double contacts = diary.contacts.stream().mapToInt(List::size).sum();
        double toTheMinute = (contacts + N) * Times.MINUTE / Times.YEAR;
        List<Spell> dark = diary.dark();

        assertThat(contacts).isGreaterThan(1_000).isEqualTo(run.value("completed_contacts"));
        assertThat(diary.untold.size()).isGreaterThan(50);
        for (int year = 0; year < YEARS; year++) {
            int wanted = year;
            long touched = diary.touchedInYear.stream()
                    .filter(key -> (key & 0xFF) == wanted)
                    .count();
            assertThat(run.outcomes().inYear("pair_years_dark", year))
                    .isPositive()
                    .isCloseTo(years(dark, year), within(toTheMinute));
            assertThat(run.outcomes().inYear("uninformed_years", year))
                    .isPositive()
                    .isCloseTo(years(diary.untold, year), within(1e-6));
            assertThat(run.outcomes().inYear("pairs_in_contact", year)).isEqualTo((double) touched);
            assertThat(run.outcomes().inYear("pairs", year)).isEqualTo(diary.pairs(year));
        }
        assertThat(run.value("households_formed")).isGreaterThan(500);
        assertThat(run.value("contact_share"))
                .isEqualTo(diary.touchedInYear.size() / run.value("pairs"), within(1e-12));
    }

    /**
     * Nobody calls: with s of the pairs in contact a year, ages of the last contact are exponential at rate r = −ln(1 − s), and
     * in the first year of t = 365 days the time in the dark is ∫₀ᵗ e^{−r(d − u)} du, d = 365 days. Five standard errors of at
     * most half a year a pair: false alarm below 1e-6.
     */
    @Test
    void dark_withoutContacts_closedForm() {
        int n = 50_000;
        Scenario scenario = Bench.scenario(Catalog.of(Knowledge.MECHANISM), 1, Bench.households(n));
        double r = -StrictMath.log(0.55);
        double d = 365 / 365.25;
        double expected = (1 - StrictMath.exp(-r * d)) / r;

        assertThat(Bench.run(scenario, 0).value("pair_years_dark") / n)
                .isCloseTo(expected, within(5 * 0.5 / StrictMath.sqrt(n)));
    }

    /** A household that goes has been in the dark until then: after t of 200 days, ∫₀ᵗ e^{−r(d − u)} du. Five standard errors. */
    @Test
    void dark_ofHouseholdsThatGo_endsThere() {
        int n = 20_000;
        Mechanism<Bench.None> leaving = Bench.stub("test.leaving", wiring -> {
            int leave = wiring.scheduler().kind("test.leave", Phase.MODEL, (time, household, unused) -> {
                wiring.loseHousehold(household);
                return 0;
            });
            wiring.onStart(() -> {
                for (int household = 0; household < n; household++) {
                    wiring.scheduler().post(200 * Times.DAY, leave, household, 0);
                }
            });
        });
        Scenario scenario = Bench.scenario(Catalog.of(leaving, Knowledge.MECHANISM), 1, Bench.households(n));
        double r = -StrictMath.log(0.55);
        double d = 365 / 365.25;
        double t = 200 / 365.25;
        double expected = (StrictMath.exp(-r * (d - t)) - StrictMath.exp(-r * d)) / r;

        assertThat(Bench.run(scenario, 0).value("pair_years_dark") / n)
                .isCloseTo(expected, within(5 * 0.5 * t / StrictMath.sqrt(n)));
    }

    /** The first household counts like any other: who of it is held untold at the end was so since the arrest. */
    @Test
    void uninformed_heldAtTheEnd_countedUpToIt() {
        Route test = new Route("test", 31, false);
        Mechanism<Bench.None> taken = Bench.stub("test.taken", wiring -> {
            wiring.route(test, "taken by the test");
            int take = wiring.scheduler().kind("test.take", Phase.MODEL, (time, household, unused) -> {
                wiring.arrests().arrest(household, test, 0, 0, household == 1);
                return 0;
            });
            wiring.onStart(() -> {
                wiring.scheduler().post(100 * Times.DAY, take, 0, 0);
                wiring.scheduler().post(100 * Times.DAY, take, 1, 0);
            });
        });
        Scenario scenario = Bench.scenario(
                Catalog.of(taken, Knowledge.MECHANISM, Bench.lineThatIsNeverUsed()), 1, Bench.households(5));

        assertThat(Bench.run(scenario, 0).value("uninformed_years")).isCloseTo(265 / 365.25, within(1e-12));
    }
}
