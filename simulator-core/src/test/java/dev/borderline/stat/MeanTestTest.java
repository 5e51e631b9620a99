package dev.borderline.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanTestTest {
    /** Student's sleep data (1908), differences of two drugs: t = 4.0621, 9 degrees of freedom, p = 0.002833 (R's t.test). */
    @Test
    void pValue_ofStudentsSleepData_isThatOfR() {
        Tally differences = Tally.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);
        assertThat(MeanTest.pValue(differences)).isCloseTo(0.002833, within(5e-7));
    }

    @Test
    void pValue_againstTheInterval_leavesOutZeroTogether() {
        Tally numbers = Tally.of(0.3, 1.1, -0.2, 0.9, 0.4);
        double p = MeanTest.pValue(numbers);
        assertThat(Intervals.studentT(numbers, 1 - p).low()).isCloseTo(0, within(1e-9));
    }

    @Test
    void pValue_ofNumbersThatDoNotVary_isAllOrNothing() {
        assertThat(MeanTest.pValue(Tally.of(0, 0, 0))).isEqualTo(1);
        assertThat(MeanTest.pValue(Tally.of(2, 2))).isZero();
        assertThat(MeanTest.pValue(Tally.of(2))).isNaN();
    }
}
