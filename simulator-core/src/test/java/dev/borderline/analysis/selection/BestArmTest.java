package dev.borderline.analysis.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.Objective;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Design;
import dev.borderline.measure.Measure;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Selection among real scenarios. */
class BestArmTest {
    private static final Objective CONTACT =
            Objective.of(Simulation.of(Scenarios.named("tightening-2015")).measures(), "contact_share", true);
    private static final KimNelson.Settings SETTINGS = new KimNelson.Settings(.05, .01, 5, true);

    private static Experiment experiment(List<Arm> arms) {
        Scenario base = Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 300)
                .with(new SimulatedPeriod(LocalDate.of(2009, 4, 1), LocalDate.of(2009, 10, 1)));
        return new Experiment(base, Design.single(), arms, 1, 11, List.of());
    }

    private static Arm coverage(String name, double coverage) {
        return Arm.of(name, scenario -> scenario.with("levers.surveillance.coverage", coverage));
    }

    private static final List<Arm> ARMS =
            List.of(coverage("heavy", .4), coverage("light", .005), coverage("middle", .1));

    @Test
    void clearlyBest_ofThree_isSelectedAndTheWorstGoesFirst() {
        BestArm.Selection selection =
                BestArm.of(experiment(ARMS), CONTACT, SETTINGS).run();

        assertThat(selection.selected()).isEqualTo("light");
        assertThat(selection.arms().get(1).goneAfter()).isZero();
        assertThat(selection.arms().get(0).goneAfter())
                .isBetween(1, selection.arms().get(2).goneAfter());
        assertThat(selection.arms().get(0).runs())
                .isEqualTo(selection.arms().get(0).goneAfter());
        assertThat(selection.rounds()).isEqualTo(selection.arms().get(2).goneAfter());
    }

    @Test
    void selection_anyThreads_isTheSame() {
        BestArm.Selection one = BestArm.of(experiment(ARMS), CONTACT, SETTINGS)
                .runner(runner -> runner.threads(1))
                .run();
        List<Integer> rounds = new ArrayList<>();
        BestArm.Selection two = BestArm.of(experiment(ARMS), CONTACT, SETTINGS)
                .runner(runner -> runner.threads(2))
                .onRound(state -> rounds.add(state.rounds()))
                .run();

        assertThat(two).isEqualTo(one);
        assertThat(rounds).hasSize(one.rounds()).isSorted();
    }

    /** Arms that part at a date share their past, and a selection goes on with those that are left in rounds of its own. */
    @Test
    void selection_ofArmsThatShareTheirPast_isThatOfRunsMadeAlone() {
        LocalDate parting = LocalDate.of(2009, 7, 1);
        List<Arm> arms = new ArrayList<>();
        for (double coverage : new double[] {0.9, 0.005, 0.2}) {
            arms.add(Arm.of(Policy.of("coverage " + coverage, Move.set(parting, "surveillance.coverage", coverage))));
        }
        AtomicInteger runs = new AtomicInteger();
        BestArm.Selection alone = BestArm.of(experiment(arms), CONTACT, SETTINGS)
                .runner(Runner::withoutSharing)
                .run();
        BestArm.Selection shared = BestArm.of(experiment(arms), CONTACT, SETTINGS)
                .runner(runner -> runner.threads(2).onRun(run -> runs.incrementAndGet()))
                .run();

        assertThat(shared).isEqualTo(alone);
        assertThat(shared.rounds()).isGreaterThan(SETTINGS.firstRounds());
        assertThat(runs.get()).isLessThan(arms.size() * (shared.rounds() + shared.rounds() / 5 + 1));
    }

    /** With one seed the same random numbers: equal arms have equal outputs, and the first stays. */
    @Test
    void equalArms_endWithTheFirst() {
        List<Arm> arms = List.of(coverage("one", .1), coverage("same", .1));
        assertThat(BestArm.of(experiment(arms), CONTACT, SETTINGS).run().selected())
                .isEqualTo("one");
    }

    @Test
    void rounds_tooFew_leaveItOpen() {
        List<Arm> arms = List.of(coverage("one", .1), coverage("near", .15));
        KimNelson.Settings fine = new KimNelson.Settings(.01, 1e-6, 3, true);
        BestArm.Selection selection =
                BestArm.of(experiment(arms), CONTACT, fine).maxRounds(4).run();

        assertThat(selection.rounds()).isEqualTo(4);
        assertThat(selection.selected()).isNull();
        assertThat(selection.arms())
                .allSatisfy(arm -> assertThat(arm.goneAfter()).isZero());
    }

    @Test
    void experiments_thatDoNotFit_areRefused() {
        Experiment single = experiment(List.of(Arm.base()));
        assertThatThrownBy(() -> BestArm.of(single, CONTACT, SETTINGS)).hasMessageContaining("two arms or more");
        Measure other = Measure.of(
                "contact_shares", "1", "", Measure.Kind.COUNT, CONTACT.measure().standing());
        assertThatThrownBy(() -> BestArm.of(experiment(ARMS), new Objective(other, true), SETTINGS)
                        .run())
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("did you mean contact_share?");
        assertThatThrownBy(() -> BestArm.of(experiment(ARMS), CONTACT, SETTINGS).maxRounds(4))
                .hasMessageContaining("after 5 rounds");
        Experiment points = new Experiment(
                single.base(),
                Design.grid(List.of(Factor.of("levers.surveillance.coverage", .1, .2))),
                ARMS,
                1,
                1,
                List.of());
        assertThatThrownBy(() -> BestArm.of(points, CONTACT, SETTINGS)).hasMessageContaining("at one point");
    }
}
