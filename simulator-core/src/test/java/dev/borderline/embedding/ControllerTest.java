package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.event.Times;
import dev.borderline.observe.Hearing;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.Schedule;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Controller;
import dev.borderline.simulation.Controller.Controls;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.RunResult.ControllerMove;
import dev.borderline.simulation.Simulation;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies as programs, in one run. */
class ControllerTest {
    private static final String COVERAGE = "surveillance.coverage";
    private static final Scenario BUSY = Worlds.busy();
    private static final RunResult ALONE = Simulation.run(BUSY, Worlds.KEY);

    private static ControllerFactory monthly(Controller controller) {
        return new ControllerFactory("test", "1", Schedule.everyMonths(1), () -> controller);
    }

    private static ControllerFactory on(LocalDate day, Controller controller) {
        return new ControllerFactory("test", "1", Schedule.on(day), () -> controller);
    }

    private static RunResult run(Scenario scenario, ControllerFactory... controllers) {
        return Simulation.of(scenario).with(controllers).run(Worlds.KEY);
    }

    @Test
    void moves_standInTheResult() {
        RunResult run = run(BUSY, Ministry.factory());

        assertThat(run.moves()).hasSizeGreaterThan(2).allSatisfy(move -> {
            assertThat(move.controller()).isEqualTo("ministry");
            assertThat(move.date().getDayOfMonth()).isEqualTo(1);
            assertThat(move.to()).isEqualTo(Math.min(1, move.from() * 1.1));
        });
        assertThat(run.moves().get(0).from()).isEqualTo(0.3);
        assertThat(run.fingerprint()).isNotEqualTo(ALONE.fingerprint());
        assertThat(run.value("minutes")).isLessThan(ALONE.value("minutes"));
        assertThat(ALONE.moves()).isEmpty();
    }

    /** The moves of a controller, written down as a policy of dated moves, give the same outcomes, number by number. */
    @Test
    void moves_asDatedPolicy_sameOutcomes() {
        RunResult run = run(BUSY, Ministry.factory());
        Move[] moves = run.moves().stream()
                .map(move -> Move.set(move.date(), move.lever(), move.to()))
                .toArray(Move[]::new);
        RunResult dated = Simulation.run(BUSY.with(Policy.of("what the ministry did", moves)), Worlds.KEY);

        assertThat(dated.sites()).isEqualTo(run.sites());
        for (int measure = 0; measure < run.outcomes().measures().size(); measure++) {
            assertThat(dated.outcomes().cells(measure)).isEqualTo(run.outcomes().cells(measure));
        }
    }

    @Test
    void controller_leavesWhatWasBeforeItsFirstMove() {
        RunResult run = run(BUSY, Ministry.factory());
        int months = (int) (BUSY.period().timeMs(run.moves().get(0).date()) / Times.MONTH);

        assertThat(months).isPositive();
        assertThat(run.monthlyFingerprints().subList(0, months))
                .isEqualTo(ALONE.monthlyFingerprints().subList(0, months));
        assertThat(run.monthlyFingerprints().get(months))
                .isNotEqualTo(ALONE.monthlyFingerprints().get(months));
    }

    /** A controller that reads everything and moves nothing, or moves a lever to where it stands, is not noticed. */
    @Test
    void controller_thatMovesNothing_leavesNoTrace() {
        List<Double> read = new ArrayList<>();
        RunResult run = run(BUSY, monthly(controls -> {
            read.add(controls.value("contact_share")
                    + controls.run().household(0).wealthUsd());
            controls.move(COVERAGE, controls.lever(COVERAGE));
        }));

        assertThat(read).hasSize(38);
        assertThat(run.monthlyFingerprints()).isEqualTo(ALONE.monthlyFingerprints());
        assertThat(run.outcomes().cells(0)).isEqualTo(ALONE.outcomes().cells(0));
        assertThat(run.moves()).isEmpty();
    }

    /** Even a move that has no effect on anyone is in the fingerprint, with its value. */
    @Test
    void moves_areInTheFingerprint() {
        LocalDate lastDay = BUSY.end().minusDays(1);
        RunResult none = run(BUSY, on(lastDay, controls -> {}));
        RunResult one = run(BUSY, on(lastDay, controls -> controls.move("transfers.tolerance_levy_share", 0.25)));
        RunResult other = run(BUSY, on(lastDay, controls -> controls.move("transfers.tolerance_levy_share", 0.26)));

        assertThat(List.of(none.fingerprint(), one.fingerprint(), other.fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void controller_actsAfterTheTurnOfTheYear_andDatedMoves() {
        LocalDate newYear = LocalDate.of(2011, 1, 1);
        List<Double> seen = new ArrayList<>();
        List<String> order = new ArrayList<>();
        Scenario dated = BUSY.with(Policy.of("dated", Move.set(newYear, COVERAGE, 0.7)));
        ControllerFactory first = on(newYear, controls -> {
            order.add("first");
            seen.add(controls.lever(COVERAGE));
            seen.add(controls.run().soFar().inYear("brokers", 1));
        });
        ControllerFactory second = on(newYear, controls -> {
            order.add("second");
            assertThat(controls.date()).isEqualTo(newYear);
        });
        RunResult run = run(dated, first, second);

        assertThat(order).containsExactly("first", "second");
        assertThat(seen).containsExactly(0.7, run.outcomes().inYear("brokers", 1));
        assertThat(seen.get(1)).isPositive();
    }

    private static void assertRefused(ControllerFactory factory, String day, String message) {
        assertThatThrownBy(() -> run(BUSY, factory))
                .isInstanceOf(RunFailure.class)
                .hasMessage("replication 2 of seed 20260101 of scenario baseline broke off at " + day + "T00:00:00Z: "
                        + message);
    }

    private static String shown(double value) {
        return Double.isFinite(value) ? Numbers.file(value) : String.valueOf(value);
    }

    /** The words are those in which a dated move is refused. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void move_outOfRange_isRefusedAsADatedOne(double value) {
        LocalDate day = LocalDate.of(2010, 6, 1);
        String why =
                "levers.surveillance.coverage becomes " + shown(value) + " is not allowed; it is a number from 0 to 1";

        assertRefused(on(day, controls -> controls.move(COVERAGE, value)), "2010-06-01", "controller test: " + why);
        if (Double.isFinite(value)) {
            assertThatThrownBy(() -> BUSY.with(Policy.of("dated", Move.set(day, COVERAGE, value))))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("on 2010-06-01 " + why);
        }
    }

    /** Shares that add up to more than 1 on the way are no fault; at the end they are. */
    @Test
    void move_againstARelation_isRefusedWhenAllIsMoved() {
        LocalDate day = LocalDate.of(2010, 6, 1);
        ControllerFactory swap = on(day, controls -> {
            controls.move("sanctions.training_share", 1);
            controls.move("sanctions.reform_share", 0);
            controls.move("sanctions.camp_share", 0);
        });
        assertThat(run(BUSY, swap).moves()).hasSize(3);
        assertRefused(
                on(day, controls -> {
                    controls.move("sanctions.training_share", 0.6);
                    controls.move("sanctions.reform_share", 0.3);
                    controls.move("sanctions.camp_share", 0.2);
                }),
                "2010-06-01",
                "controller test: the sum of levers.sanctions.training_share, levers.sanctions.reform_share, "
                        + "levers.sanctions.camp_share is 1.1; at most 1");
    }

    @Test
    void controller_thatAsksForWhatIsNot_isRefused() {
        LocalDate day = LocalDate.of(2010, 6, 1);
        assertRefused(
                on(day, controls -> controls.move("surveillance.coverag", 0.5)),
                "2010-06-01",
                "controller test: there is no lever surveillance.coverag; nearest is surveillance.coverage");
        assertRefused(
                on(day, controls -> controls.value("arests")),
                "2010-06-01",
                "controller test: no measure arests; nearest is arrests");
        assertThatThrownBy(() -> Simulation.of(BUSY).with(on(LocalDate.of(2012, 5, 20), controls -> {})))
                .hasMessage("controller test: 2012-05-20 lies outside the simulated time from 2009-03-10 to before "
                        + "2012-05-20");
        List<Controls> kept = new ArrayList<>();
        assertRefused(
                monthly(controls -> {
                    kept.add(controls);
                    if (kept.size() == 2) {
                        kept.get(0).move(COVERAGE, 0.5);
                    }
                }),
                "2009-05-01",
                "controller test: a controller moves levers while it acts, not later");
    }

    @Test
    void run_withController_splitAnywhere_equalsTheWhole() {
        Simulation simulation = Simulation.of(BUSY).with(Ministry.factory());
        RunResult whole = simulation.run(Worlds.KEY);
        for (int step : new int[] {1, 31, 400}) {
            RunInProgress run = simulation.start(Worlds.KEY);
            while (run.date().isBefore(BUSY.end())) {
                run.runUntil(run.date().plusDays(step));
            }
            RunResult pieces = run.finish();
            Worlds.assertSame(whole, pieces);
            assertThat(pieces.moves()).isEqualTo(whole.moves());
        }
    }

    @Test
    void probe_hearsTheMovesOfControllers() {
        List<ControllerMove> heard = new ArrayList<>();
        RunResult run = Simulation.of(BUSY).with(Ministry.factory()).run(Worlds.KEY, hearing -> {
            LocalDate start = hearing.run().period().start();
            hearing.onMove(moved -> heard.add(heard(moved, start)));
        });

        assertThat(heard).isEqualTo(run.moves());
    }

    private static ControllerMove heard(Hearing.Moved moved, LocalDate start) {
        LocalDate day = start.plusDays(moved.time() / Times.DAY);
        return new ControllerMove(day, "ministry", moved.lever(), moved.from(), moved.to());
    }

    @Test
    void factory_withoutNameOrVersion_isRefused() {
        Schedule schedule = Schedule.everyDays(1);
        assertThatThrownBy(() -> new ControllerFactory("The Ministry", "1", schedule, Ministry::new))
                .hasMessage("a controller cannot be called 'The Ministry': lower case, digits and hyphens are allowed");
        for (String version : new String[] {"", " ", "1\ncontroller other"}) {
            assertThatThrownBy(() -> new ControllerFactory("ministry", version, schedule, Ministry::new))
                    .hasMessage("the version of controller ministry must be one line of text");
        }
        assertThat(Ministry.factory().identity()).isEqualTo("ministry (1) every 3 months");
    }
}
