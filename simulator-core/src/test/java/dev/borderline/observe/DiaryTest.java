package dev.borderline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.model.Signals;
import dev.borderline.observe.Trace.Row.What;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.random.Draws;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One household listened to, and everything listened to, in a busy world. */
class DiaryTest {
    private static final RunKey KEY = new RunKey(11, 2);
    private static final LocalDate START = LocalDate.of(2009, 1, 1);
    private static final Scenario BUSY = Scenarios.named("baseline")
            .with(Map.of(
                    "population.resettled_refugees", 1500.0,
                    "levers.surveillance.coverage", 0.3,
                    "levers.surveillance.informants_per_year", 0.1,
                    "levers.network.domestic_blocked", 0.9,
                    "levers.stops.rate_per_year", 0.2,
                    "levers.jamming.failure_probability", 0.5))
            .with(new SimulatedPeriod(START, START.plusYears(3)));

    /** Diaries of the first two hundred households, kept in one run and only read afterwards. */
    private static final class Kept {
        static final List<Diary> DIARIES = diaries();

        private static List<Diary> diaries() {
            List<Diary> diaries = LongStream.range(0, 200).mapToObj(Diary::new).toList();
            RunResult heard = Simulation.of(BUSY).run(KEY, diaries.toArray(new Diary[0]));
            assertThat(heard.fingerprint()).isEqualTo(Simulation.run(BUSY, KEY).fingerprint());
            return diaries;
        }
    }

    /** Any draw of a household can be recomputed alone, from its address. */
    @Test
    void draws_ofADiary_areThoseOfTheirAddresses() {
        long runKey = RunKeys.runKey(RunKeys.SCHEME_VERSION, KEY.seed(), KEY.replication());
        int draws = 0;
        for (Diary diary : Kept.DIARIES) {
            for (Step step : diary.steps()) {
                for (Hearing.Draw draw : step.draws().toList()) {
                    Draws site = Draws.of(runKey, draw.purpose(), SubjectKind.HOUSEHOLD);
                    assertThat(draw.uniform()).isEqualTo(site.uniform(diary.id(), draw.occurrence(), draw.lane()));
                    draws++;
                }
            }
        }
        assertThat(draws).isGreaterThan(1000);
    }

    /** Counting over all diaries gives what the run reports. */
    @Test
    void diaries_ofAllHouseholds_holdAllThatHappened() {
        Scenario closed = BUSY.with(BUSY.catalog().without(List.of("crossings")))
                .with(Map.of("population.resettled_refugees", 400.0));
        int households = closed.population().households();
        Diary[] diaries = new Diary[households];
        for (int household = 0; household < households; household++) {
            diaries[household] = new Diary(household);
        }
        RunResult run = Simulation.of(closed).run(KEY, diaries);
        Map<String, Integer> told = new TreeMap<>();
        for (Diary diary : diaries) {
            assertThat(diary.steps()).isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
            diary.steps().forEach(step -> step.signals().forEach(one -> told.merge(one.signal(), 1, Integer::sum)));
        }
        assertThat(told)
                .containsEntry(Signals.ARRESTED, (int) run.value("arrests"))
                .containsEntry(Signals.CONTACT_COMPLETED, (int) run.value("completed_contacts"))
                .containsEntry(Signals.BRIBE_PAID, (int) run.value("bribes_paid"))
                .containsEntry(Signals.SESSION_LOCATED, (int) run.value("located"));
    }

    @Test
    void household_thatNeverIs_hasNoDiary() {
        Diary nobody = new Diary(1L << 40);
        RunResult unused = Simulation.of(BUSY).run(KEY, nobody);
        assertThat(nobody.start()).isNull();
        assertThat(nobody.steps()).isEmpty();
        assertThat(unused.events()).isPositive();
    }

    /** A household that forms by a crossing is followed from its birth, by its lasting number. */
    @Test
    void household_thatForms_isFollowedFromItsBirth() {
        List<Long> born = new ArrayList<>();
        RunResult run = Simulation.of(BUSY)
                .run(
                        KEY,
                        hearing -> hearing.onSignal(
                                Signals.HOUSEHOLD_BORN,
                                (household, unused) -> born.add(hearing.run().householdId(household))));
        assertThat(run.value("households_formed")).isEqualTo(born.size()).isGreaterThan(50);

        Diary diary = new Diary(born.get(0));
        Simulation.of(BUSY).run(KEY, diary);
        assertThat(diary.start()).isNotNull();
        assertThat(diary.steps().get(0).told(Signals.HOUSEHOLD_BORN)).isPresent();
        assertThat(diary.steps()).hasSizeGreaterThan(3);
    }

    /** Every kind of step of the standard model that tells anything has words for it. */
    @Test
    void story_ofEveryStep_hasWords() {
        Set<String> stories = new TreeSet<>();
        for (Diary diary : Kept.DIARIES) {
            diary.steps().stream().filter(Story::tells).forEach(step -> stories.add(Story.of(step)));
        }
        assertThat(stories.stream().filter(story -> story.contains("outcome"))).isEmpty();
        assertThat(stories)
                .anyMatch(story -> story.startsWith("wishes for contact"))
                .anyMatch(story -> story.contains("does not dare to call"))
                .anyMatch(story -> story.contains("gives up: no try connected"))
                .anyMatch(story -> story.matches(".*pays [0-9,.]+ USD; is let go on the spot.*"))
                .anyMatch(story -> story.matches("sentenced to labour training for [0-9.]+ months"))
                .anyMatch(story -> story.contains("the term is served; free again"))
                .anyMatch(story -> story.contains("stopped at the border"))
                .contains("asks the relatives for a handset");
    }

    @Test
    void trace_ofEverything_holdsEveryEventAndDraw() {
        List<Trace.Row> rows = new ArrayList<>();
        RunResult run =
                Simulation.of(BUSY).run(KEY, new Trace(EnumSet.allOf(What.class), OptionalLong.empty(), rows::add));
        assertThat(rows.stream().filter(row -> row.what() == What.EVENT).count())
                .isEqualTo(run.events());
        Map<String, Long> yes = new TreeMap<>();
        rows.stream()
                .filter(row -> row.what() == What.DRAW)
                .forEach(row -> yes.merge(row.name(), (long) row.outcome(), Long::sum));
        run.sites()
                .forEach(
                        site -> assertThat(yes.getOrDefault(site.purpose(), 0L)).isEqualTo(site.accepted()));

        long household = rows.stream()
                .filter(row -> row.name().equals(Signals.ARRESTED))
                .findFirst()
                .orElseThrow()
                .subject();
        List<Trace.Row> ofOne = new ArrayList<>();
        RunResult again = Simulation.of(BUSY)
                .run(KEY, new Trace(EnumSet.allOf(What.class), OptionalLong.of(household), ofOne::add));
        assertThat(again.fingerprint()).isEqualTo(run.fingerprint());
        assertThat(ofOne)
                .hasSizeGreaterThan(20)
                .isEqualTo(rows.stream()
                        .filter(row -> row.of().equals("household") && row.subject() == household)
                        .toList());
    }
}
