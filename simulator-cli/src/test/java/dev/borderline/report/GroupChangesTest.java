package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Outcomes;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.report.GroupChanges.By;
import dev.borderline.report.GroupChanges.Row;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupChangesTest {
    private static final List<String> MEASURES = List.of("completed_contacts", "contact_share");
    private static final LocalDate START = LocalDate.of(2009, 1, 1);
    private static final Scenario BASE = Scenarios.named("baseline")
            .with("population.resettled_refugees", 600)
            .with(new SimulatedPeriod(START, START.plusYears(1)));

    private static Experiment experiment(int replications) {
        return new Experiment(
                BASE,
                Design.single(),
                List.of(Arm.base(), Arm.of("watched", BASE.with("levers.surveillance.coverage", 0.6))),
                replications,
                5,
                List.of());
    }

    private static MemoryStore runs(Experiment experiment) {
        MemoryStore store = new MemoryStore(experiment.tasks());
        for (int arm = 0; arm < experiment.arms().size(); arm++) {
            for (int replication = 0; replication < experiment.replications(); replication++) {
                Task task = new Task(0, arm, replication);
                store.append(FinishedRun.of(task, experiment.simulation(task).run(experiment.key(task))));
            }
        }
        return store;
    }

    private static FinishedRun run(MemoryStore store, int arm) {
        return (FinishedRun) Objects.requireNonNull(store.find(new Task(0, arm, 0)));
    }

    private static List<Row> rows(Experiment experiment, MemoryStore store, Set<By> by) throws IOException {
        return GroupChanges.of(experiment, store, 0, MEASURES, by);
    }

    /** Changes per household-year, weighted by the household-years of the groups, add up to the change of all. */
    @ParameterizedTest
    @EnumSource(names = {"FIFTH", "ZONE"})
    void changes_weightedByHouseholds_addUpToTheWhole(By by) throws IOException {
        Experiment experiment = experiment(1);
        MemoryStore store = runs(experiment);
        FinishedRun base = run(store, 0);
        FinishedRun other = run(store, 1);
        double sum = 0;
        int group = 0;
        for (Row row : rows(experiment, store, EnumSet.of(by))) {
            if (row.measure().name().equals("completed_contacts")) {
                int pairs = base.layout().index("pairs");
                double households = by == By.ZONE ? base.inZone(pairs, group) : base.inFifth(pairs, group);
                sum += row.change() * households / 1000;
                assertThat(row.unit()).isEqualTo("contacts per 1,000 household-years");
                group++;
            }
        }
        double whole = other.value("completed_contacts") - base.value("completed_contacts");
        assertThat(whole).isNegative();
        assertThat(sum).isCloseTo(whole, within(1e-6));
    }

    /** Counts in the fifths of a zone add up to the zone, those in the zones of a fifth to the fifth. */
    @Test
    void fifthsOfZones_addUpToZonesAndFifths() throws IOException {
        Experiment experiment = experiment(1);
        MemoryStore store = runs(experiment);
        List<String> zones = run(store, 0).layout().zones();
        for (int arm = 0; arm < 2; arm++) {
            Task task = new Task(0, arm, 0);
            Outcomes outcomes =
                    experiment.simulation(task).run(experiment.key(task)).outcomes();
            for (int zone = 0; zone < zones.size(); zone++) {
                int in = zone;
                assertThat(IntStream.range(0, 5)
                                .mapToDouble(fifth -> outcomes.inFifthOfZone("completed_contacts", in, fifth))
                                .sum())
                        .isEqualTo(outcomes.inZone("completed_contacts", zone));
            }
            Measure share = outcomes.measure("contact_share");
            String above = outcomes.measures().get(share.numerator()).name();
            String below = outcomes.measures().get(share.denominator()).name();
            assertThat(outcomes.inFifthOfZone("contact_share", 1, 2))
                    .isEqualTo(outcomes.inFifthOfZone(above, 1, 2) / outcomes.inFifthOfZone(below, 1, 2));
            assertThat(outcomes.inFifthOfZone("peak_held", 1, 2)).isNaN();
        }
        List<Row> both = rows(experiment, store, EnumSet.of(By.BOTH)).stream()
                .filter(row -> row.measure().name().equals("completed_contacts"))
                .toList();
        FinishedRun base = run(store, 0);
        FinishedRun other = run(store, 1);
        int contacts = base.layout().index("completed_contacts");
        Outcomes counted = experiment
                .simulation(new Task(0, 0, 0))
                .run(experiment.key(new Task(0, 0, 0)))
                .outcomes();
        assertThat(both.stream().map(Row::group)).hasSize(5 * zones.size()).startsWith(zones.get(0) + " 1");
        for (int fifth = 0; fifth < 5; fifth++) {
            double sum = 0;
            for (int zone = 0; zone < zones.size(); zone++) {
                double households = counted.inFifthOfZone("pairs", zone, fifth);
                sum += households == 0 ? 0 : both.get(zone * 5 + fifth).change() * households / 1000;
            }
            assertThat(sum).isCloseTo(other.inFifth(contacts, fifth) - base.inFifth(contacts, fifth), within(1e-6));
        }
    }

    /** A folder of another program, whose cells are not those of the runs made once more. */
    @Test
    void fifthsOfZones_ofRunsThatComeOutOtherwise_areRefused() throws IOException {
        Experiment experiment = experiment(1);
        Experiment changed = experiment.with(BASE.with("needs.rate_mean_per_year", 9), Design.single(), 5);
        MemoryStore store = runs(changed);

        assertThatThrownBy(() -> rows(experiment, store, EnumSet.of(By.BOTH)))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("comes out otherwise now");
    }

    @Test
    void ratio_isNotScaled() throws IOException {
        Experiment experiment = experiment(1);
        MemoryStore store = runs(experiment);
        Row poorest = rows(experiment, store, EnumSet.of(By.FIFTH)).stream()
                .filter(row -> row.measure().name().equals("contact_share"))
                .findFirst()
                .orElseThrow();
        int share = run(store, 0).layout().index("contact_share");
        assertThat(poorest.base()).isEqualTo(run(store, 0).inFifth(share, 0));
        assertThat(poorest.unit()).isEqualTo("1");
    }

    /** Two runs tell no interval; three do, around the mean. */
    @Test
    void interval_needsThreeRuns() throws IOException {
        Experiment two = experiment(2);
        Experiment three = experiment(3);
        assertThat(rows(two, runs(two), EnumSet.allOf(By.class)))
                .isNotEmpty()
                .allMatch(row -> Double.isNaN(row.low()) && Double.isNaN(row.high()) && row.n() == 2);
        assertThat(rows(three, runs(three), EnumSet.of(By.FIFTH)))
                .allSatisfy(row -> assertThat(row.change()).isBetween(row.low(), row.high()));
    }

    @Test
    void members_giveMedianAndRange() throws IOException {
        Ensemble ensemble = Ensemble.draw(BASE, 4, 3);
        Experiment experiment = experiment(1).with(new Members(ensemble, 1));
        List<Row> rows = rows(experiment, runs(experiment), EnumSet.of(By.FIFTH));
        assertThat(rows).hasSize(2 * 5).allSatisfy(row -> {
            assertThat(row.n()).isEqualTo(4);
            assertThat(row.change()).isBetween(row.low(), row.high());
            assertThat(row.answer()).isPresent();
        });
    }

    /** Of one member with one run, the contrast is the difference of the two rows. */
    @Test
    void contrast_isTheChangeOfThePoorestLessThatOfTheRichest() throws IOException {
        Experiment experiment = experiment(1).with(new Members(Ensemble.draw(BASE, 1, 3), 1));
        MemoryStore store = runs(experiment);
        List<GroupChanges.Contrast> contrasts = GroupChanges.contrasts(experiment, store, 0, MEASURES);
        List<Row> fifths = rows(experiment, store, EnumSet.of(By.FIFTH));
        assertThat(contrasts).hasSize(MEASURES.size());
        for (GroupChanges.Contrast contrast : contrasts) {
            List<Row> ofMeasure = fifths.stream()
                    .filter(row -> row.measure().equals(contrast.answer().measure()))
                    .toList();
            double apart = ofMeasure.get(0).change() - ofMeasure.get(4).change();
            assertThat(apart).isNotZero();
            assertThat(contrast.answer().median()).isEqualTo(apart);
            assertThat(contrast.unit()).isEqualTo(ofMeasure.get(0).unit());
            assertThat(contrast.arm()).isEqualTo("watched");
        }
    }

    @Test
    void contrast_withoutMembers_none() throws IOException {
        Experiment experiment = experiment(1);
        assertThat(GroupChanges.contrasts(experiment, runs(experiment), 0, MEASURES))
                .isEmpty();
    }
}
