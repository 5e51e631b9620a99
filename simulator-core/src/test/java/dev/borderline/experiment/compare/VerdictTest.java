package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.Small;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Claim.Part;
import dev.borderline.stat.Interval;
import dev.borderline.stat.Intervals;
import dev.borderline.yaml.Mark;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final double LEVEL = 0.99;
    private static final Replicates MORE =
            Replications.of(Small.scenario()).count(5).seed(3).run();
    private static final Replicates LESS = Replications.of(Small.scenario().with(Small.COVERAGE, 0))
            .count(5)
            .seed(3)
            .run();

    private static Claim claim(Part part, boolean above, double factor, Part otherPart) {
        return new Claim("minutes", part, above, factor, "", otherPart, Mark.NONE);
    }

    private static Interval byHand(ToDoubleFunction<FinishedRun> subject, ToDoubleFunction<FinishedRun> reference) {
        double[] first = MORE.runs().stream().mapToDouble(subject).toArray();
        double[] second = LESS.runs().stream().mapToDouble(reference).toArray();
        return Intervals.pairedT(first, second, LEVEL);
    }

    private static double minutes(FinishedRun run) {
        return run.value(run.layout().index("minutes"));
    }

    @Test
    void margin_isThePairedDifferenceFromTheShare() {
        Verdict verdict = Verdict.of(claim(Part.WHOLE, false, 1.5, Part.WHOLE), MORE, LESS, LEVEL);
        Interval expected = byHand(VerdictTest::minutes, run -> 1.5 * minutes(run));
        assertThat(verdict.margin().low()).isCloseTo(expected.low(), within(1e-6));
        assertThat(verdict.margin().high()).isCloseTo(expected.high(), within(1e-6));
        assertThat(verdict.n()).isEqualTo(5);
        assertThat(verdict.subject()).isEqualTo(MORE.tally("minutes").mean());
        assertThat(verdict.reference()).isEqualTo(LESS.tally("minutes").mean());
        assertThat(verdict.shows()).isTrue();
        assertThat(Verdict.of(claim(Part.WHOLE, true, 1.5, Part.WHOLE), MORE, LESS, LEVEL)
                        .shows())
                .isFalse();
    }

    @Test
    void parts_areReadWhereTheySay() {
        Part year = new Part(Part.Kind.YEAR, 2010);
        Part fifth = new Part(Part.Kind.FIFTH, 2);
        int minutes = MORE.runs().get(0).layout().index("minutes");
        assertThat(Verdict.of(claim(year, true, 1, year), MORE, LESS, LEVEL).margin())
                .isEqualTo(byHand(run -> run.inYear(minutes, 1), run -> run.inYear(minutes, 1)));
        assertThat(Verdict.of(claim(fifth, true, 1, fifth), MORE, LESS, LEVEL).margin())
                .isEqualTo(byHand(run -> run.inFifth(minutes, 1), run -> run.inFifth(minutes, 1)));
        Part before = new Part(Part.Kind.YEAR, 2001);
        assertThatThrownBy(() -> Verdict.of(claim(before, true, 1, year), MORE, LESS, LEVEL))
                .hasMessage("the year 2001 is not simulated");
    }

    @Test
    void nothingBetweenTheTwo_showsNeither() {
        for (boolean above : List.of(true, false)) {
            Verdict verdict = Verdict.of(claim(Part.WHOLE, above, 1, Part.WHOLE), MORE, MORE, LEVEL);
            assertThat(verdict.margin()).isEqualTo(new Interval(0, 0, LEVEL));
            assertThat(verdict.shows()).isFalse();
        }
    }
}
