package dev.borderline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.policy.Timeline.LeverStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final String COVERAGE = "surveillance.coverage";
    private static final String JAMMING = "jamming.failure_probability";
    private static final LocalDate START = LocalDate.of(2012, 2, 27); // 2012 is a leap year
    private static final SimulatedPeriod PERIOD = new SimulatedPeriod(START, LocalDate.of(2012, 3, 8));
    private static final long DAY = 86_400_000;
    private static final double INITIAL = 0.25;

    private static LocalDate day(int number) {
        return START.plusDays(number);
    }

    private static List<LeverStep> steps(Move... moves) {
        return steps(List.of(moves));
    }

    private static List<LeverStep> steps(List<Move> moves) {
        Timeline.Course course = new Timeline.Course(moves, path -> INITIAL, PERIOD);
        return Timeline.of(StandardCatalog.standard().inputs(), course).steps();
    }

    private static LeverStep step(int day, double value) {
        return new LeverStep(day * DAY, COVERAGE, value);
    }

    @Test
    void setAndScale_actAtMidnight() {
        assertThat(steps(Move.set(day(0), COVERAGE, 0.5), Move.scale(day(3), COVERAGE, 0.5)))
                .containsExactly(step(0, 0.5), step(3, 0.25));
    }

    @Test
    void ramp_takesDailyStepsAcrossALeapDayAndEndsExactly() {
        assertThat(steps(Move.ramp(day(0), COVERAGE, 0.75, day(4))))
                .containsExactly(step(1, 0.375), step(2, 0.5), step(3, 0.625), step(4, 0.75));
        List<LeverStep> thirds = steps(Move.ramp(day(1), COVERAGE, 0.1, day(4)));
        assertThat(thirds).hasSize(3);
        assertThat(thirds.get(2)).isEqualTo(step(4, 0.1));
    }

    @Test
    void rampPastTheEnd_isCutThere() {
        assertThat(steps(Move.ramp(day(8), COVERAGE, 0.75, day(12)))).containsExactly(step(9, 0.375));
    }

    @Test
    void movesOfOneDay_applyInTheOrderGiven() {
        assertThat(steps(Move.set(day(2), COVERAGE, 0.5), Move.scale(day(2), COVERAGE, 0.5)))
                .as("set, then scale; 0.25 again: no step")
                .isEmpty();
        assertThat(steps(Move.scale(day(2), COVERAGE, 2), Move.set(day(2), COVERAGE, 0.3)))
                .containsExactly(step(2, 0.3));
    }

    @Test
    void movesOutOfOrder_applyByDate() {
        assertThat(steps(Move.scale(day(3), COVERAGE, 2), Move.set(day(1), COVERAGE, 0.1)))
                .containsExactly(step(1, 0.1), step(3, 0.2));
    }

    @Test
    void nextMove_endsARampAfterTheStepOfThatDay() {
        assertThat(steps(Move.ramp(day(0), COVERAGE, 0.75, day(4)), Move.scale(day(2), COVERAGE, 0.5)))
                .as("the scale sees the ramp's 0.5")
                .containsExactly(step(1, 0.375), step(2, 0.25));
        assertThat(steps(Move.ramp(day(0), COVERAGE, 0.75, day(4)), Move.set(day(4), COVERAGE, 0.1)))
                .containsExactly(step(1, 0.375), step(2, 0.5), step(3, 0.625), step(4, 0.1));
    }

    @Test
    void movesThatChangeNothing_leaveNoStep() {
        assertThat(steps(
                        Move.set(day(1), COVERAGE, INITIAL),
                        Move.scale(day(2), COVERAGE, 1),
                        Move.ramp(day(3), COVERAGE, INITIAL, day(6))))
                .isEmpty();
    }

    @Test
    void stepsOfSeveralLevers_standByTimeThenName() {
        assertThat(steps(Move.set(day(1), COVERAGE, 0.5), Move.set(day(1), JAMMING, 0.5), Move.set(day(0), JAMMING, 0)))
                .containsExactly(
                        new LeverStep(0, JAMMING, 0),
                        new LeverStep(DAY, JAMMING, 0.5),
                        new LeverStep(DAY, COVERAGE, 0.5));
    }

    @Test
    void orderOfMovesOfDifferentDays_changesNothing() {
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            moves.add(
                    i % 3 == 0 ? Move.ramp(day(i), COVERAGE, i / 10.0, day(i + 4)) : Move.scale(day(i), COVERAGE, 0.9));
        }
        List<LeverStep> expected = steps(moves);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 50; i++) {
            Collections.swap(moves, random.nextInt(9), random.nextInt(9));
            assertThat(steps(moves)).isEqualTo(expected);
        }
    }

    @Test
    void outOfRange_isRefused() {
        assertThatThrownBy(() -> steps(Move.scale(day(1), COVERAGE, 5)))
                .hasMessage("on 2012-02-28 levers.surveillance.coverage becomes 1.25; allowed are 0.0 to 1.0");
        assertThatThrownBy(() -> steps(Move.set(day(10), COVERAGE, 0.5)))
                .hasMessageContaining("outside the simulated time");
        assertThatThrownBy(() -> steps(Move.set(day(1), "coverage", 0.5)))
                .hasMessage("there is no lever at levers.coverage");
    }
}
