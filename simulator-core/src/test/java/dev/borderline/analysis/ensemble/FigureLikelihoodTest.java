package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.calibration.Targets;
import org.junit.jupiter.api.Test;

class FigureLikelihoodTest {
    private static final String HEAD =
            "id,target,measure,first_year,last_year,value,low,high,unit,use,grade,error,discrepancy\n";
    private static final double Z = 1.959963984540054;
    private static final double ROUNDING = 1e-12;

    private static Target target(String figures) {
        return Targets.read("t", HEAD + "T,t,arrests,2009,2009," + figures + "\n")
                .get(0);
    }

    /** Standard deviations 3, 4 and 12 of error, discrepancy and chance make 13. */
    @Test
    void normal_threeVariances_addUp() {
        FigureLikelihood figure =
                new FigureLikelihood(target("100," + (100 - 3 * Z) + "," + (100 + 3 * Z) + ",1,fit,A,normal,4"), 144);

        assertThat(figure.distance(126)).isCloseTo(2, within(ROUNDING));
        assertThat(figure.at(126)).isCloseTo(-2, within(ROUNDING));
    }

    /** Twice the standard deviation above: what lies too high is judged by the upper side, what lies too low by the lower. */
    @Test
    void splitNormal_sidesOfTheirOwn() {
        FigureLikelihood figure = new FigureLikelihood(
                target("100," + (100 - 3 * Z) + "," + (100 + 6 * Z) + ",1,fit,A,split_normal,0"), 0);

        assertThat(figure.distance(94)).isCloseTo(-2, within(ROUNDING));
        assertThat(figure.distance(112)).isCloseTo(2, within(ROUNDING));
    }

    /** Logarithms: half of ln(high / low) is 1.96 standard deviations; chance is of the logarithm too. */
    @Test
    void logNormal_chanceOfTheLogarithm() {
        double half = StrictMath.exp(0.3 * Z);
        FigureLikelihood figure =
                new FigureLikelihood(target("100," + 100 / half + "," + 100 * half + ",1,fit,A,log_normal,0"), 0.16);

        assertThat(figure.distance(100 * StrictMath.exp(0.5))).isCloseTo(1, within(1e-9));
        assertThat(figure.at(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(figure.at(Double.NaN)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    /** The figure about a value is the law that the likelihood reads the other way round: rank and distance agree. */
    @Test
    void figure_atARank_inverseOfTheLikelihood() {
        Target split = target("100," + (100 - 3 * Z) + "," + (100 + 6 * Z) + ",1,fit,A,split_normal,0");
        FigureLikelihood figure = new FigureLikelihood(split, 0);

        double border = 6 / 9.0; // the figure lies below the value with the weight of the upper side
        assertThat(figure.figure(100, border)).isCloseTo(100, within(1e-9));
        assertThat(figure.figure(100, border / 2)).isCloseTo(100 - 6 * 0.6744897501960817, within(1e-9));
        assertThat(figure.figure(100, 1 - (1 - border) / 2)).isCloseTo(100 + 3 * 0.6744897501960817, within(1e-9));
    }
}
