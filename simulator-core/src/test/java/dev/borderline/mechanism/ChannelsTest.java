package dev.borderline.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.model.Catalog;
import dev.borderline.model.Signals;
import dev.borderline.simulation.RunResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The channels without risk, in the whole model. */
class ChannelsTest {
    private static final int HOUSEHOLDS = 3_000;
    private static final double LONGEST_MINUTES = 20;

    private static RunResult run(double line, double blocked, double intranet, double licensed) {
        return run(StandardCatalog.standard(), line, blocked, intranet, licensed);
    }

    private static RunResult run(Catalog catalog, double line, double blocked, double intranet, double licensed) {
        return Bench.run(
                Bench.scenario(
                        catalog,
                        3,
                        Bench.all(
                                Bench.households(HOUSEHOLDS),
                                Bench.noStopsNoCrossings(),
                                Map.of(
                                        "population.line_share", line,
                                        "population.intranet_share", intranet,
                                        "population.licensed_share", licensed,
                                        "levers.network.domestic_blocked", blocked,
                                        "levers.surveillance.coverage", 1.0,
                                        "levers.surveillance.informants_per_year", 5.0))),
                0);
    }

    /** The ban lifted: whoever owns a line completes every call over it, at no risk. */
    @Test
    void banLifted_lineOwners_completeAtNoRisk() {
        RunResult run = run(1, 0, 0, 0);

        assertThat(run.value("needs")).isGreaterThan(10_000);
        assertThat(run.value("completed_contacts")).isEqualTo(run.value("needs"));
        assertThat(run.value("attempts")).isEqualTo(run.value("needs"));
        assertThat(run.value("minutes")).isCloseTo(LONGEST_MINUTES * run.value("needs"), within(1e-6));
        assertThat(run.value("blocked")).isZero();
        assertThat(run.value("sessions")).isZero();
        assertThat(run.value("arrests")).isZero();
    }

    @Test
    void licensed_allCompleteAtNoRisk() {
        RunResult run = run(1, 1, 1, 1);

        assertThat(run.value("completed_contacts")).isEqualTo(run.value("needs"));
        assertThat(run.value("attempts")).isEqualTo(run.value("needs"));
        assertThat(run.value("blocked")).isZero();
        assertThat(run.value("arrests")).isZero();
    }

    /** Under the ban each need of a free household is tried in vain on the line and on the intranet, and counted. */
    @Test
    void ban_attemptsOnLineAndIntranet_countedAsBlocked() {
        RunResult run = run(1, 1, 1, 0);
        double atDetention = lapsedWhileHeld(run);

        assertThat(run.value("sessions")).isPositive();
        assertThat(run.value("intranet_dead_ends")).isPositive();
        assertThat(run.value("blocked")).isEqualTo(2 * run.value("intranet_dead_ends"));
        assertThat(run.value("attempts"))
                .isEqualTo(run.value("blocked") + run.value("sessions") + run.value("jammed_attempts"));
        assertThat(run.value("intranet_dead_ends")).isBetween(run.value("needs") - atDetention, run.value("needs"));
    }

    /** Needs that lapse do so when they arise in detention or when their call comes due there. */
    private static double lapsedWhileHeld(RunResult run) {
        return run.value("lapsed");
    }

    /** A line that connects with .3: five standard errors, false alarm below 1e-6. */
    @Test
    void lineThatConnectsAtTimes_share() {
        RunResult run = run(1, 0.7, 0, 0);
        var site = run.sites().stream()
                .filter(tested -> tested.purpose().equals("channels.domestic"))
                .findFirst()
                .orElseThrow();
        double share = 1 - run.value("blocked") / site.trials();

        assertThat(site.trials()).isGreaterThan(10_000);
        assertThat(share).isCloseTo(0.3, within(5 * StrictMath.sqrt(0.21 / site.trials())));
    }

    /** Nobody has a channel without risk: nothing is blocked, and all attempts go over the neighbour's network. */
    @Test
    void noLines_nothingBlocked() {
        RunResult run = run(0, 0, 0, 0);

        assertThat(run.value("blocked")).isZero();
        assertThat(run.value("sessions")).isPositive();
        assertThat(run.value("attempts")).isEqualTo(run.value("sessions") + run.value("jammed_attempts"));
    }

    /** A contact over a channel without risk is a contact: those who listen hear whose and which, once each. */
    @Test
    void contact_overALine_isTold() {
        Set<Long> told = new TreeSet<>();
        var listener = Bench.stub(
                "test.listener",
                wiring -> wiring.signal(Signals.CONTACT_COMPLETED)
                        .listen((household, need) -> assertThat(told.add((long) household << 32 | need))
                                .isTrue()));
        RunResult run = run(StandardCatalog.standard().with(listener), 1, 0, 0, 0);

        assertThat(told).hasSize((int) run.value("needs"));
    }
}
