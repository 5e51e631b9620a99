package dev.borderline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final LocalDate START = LocalDate.of(2010, 1, 31);
    private static final SimulatedPeriod PERIOD = new SimulatedPeriod(START, LocalDate.of(2010, 6, 1));

    @Test
    void days_lieInThePeriodInOrder() {
        assertThat(Schedule.everyMonths(1).days(PERIOD))
                .extracting(LocalDate::toString)
                .containsExactly("2010-02-01", "2010-03-01", "2010-04-01", "2010-05-01");
        assertThat(Schedule.everyMonths(3).days(PERIOD))
                .extracting(LocalDate::toString)
                .containsExactly("2010-02-01", "2010-05-01");
        assertThat(Schedule.everyDays(50).days(PERIOD))
                .extracting(LocalDate::toString)
                .containsExactly("2010-03-22", "2010-05-11");
        assertThat(Schedule.on(START.plusDays(9), START, START.plusDays(9)).days(PERIOD))
                .containsExactly(START, START.plusDays(9));
        assertThat(Schedule.everyDays(500).days(PERIOD)).isEmpty();
    }

    @Test
    void dayOutside_orStepOfNothing_isRefused() {
        assertThatThrownBy(() -> Schedule.on(LocalDate.of(2010, 6, 1)).days(PERIOD))
                .hasMessage("2010-06-01 lies outside the simulated time from 2010-01-31 to before 2010-06-01");
        assertThatThrownBy(() -> Schedule.everyDays(0)).hasMessage("the step of a schedule is 0; it must be 1 or more");
        assertThatThrownBy(() -> Schedule.everyMonths(-1))
                .hasMessage("the step of a schedule is -1; it must be 1 or more");
    }

    @Test
    void words_tellSchedulesApart() {
        for (Schedule schedule : new Schedule[] {Schedule.everyDays(30), Schedule.everyMonths(2), Schedule.on(START)}) {
            Schedule again = Schedule.parse(schedule.toString());
            assertThat(again).hasToString(schedule.toString());
            assertThat(again.days(PERIOD)).isEqualTo(schedule.days(PERIOD)).isNotEmpty();
        }
        assertThatThrownBy(() -> Schedule.parse("now and then")).hasMessage("'now and then' is no schedule");
        assertThatThrownBy(Schedule::on).hasMessage("a schedule needs a day");
        assertThat(Schedule.everyDays(30)).hasToString("every 30 days");
        assertThat(Schedule.everyMonths(1)).hasToString("every 1 months");
        assertThat(Schedule.on(START.plusDays(1), START)).hasToString("on 2010-01-31 2010-02-01");
    }
}
