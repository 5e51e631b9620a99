package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.Targets;
import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Stand-in of ten inputs and two figures: {@code ln m = z0 + 0.5 z1 + noise} and {@code m = 0.5 + 0.1 z2 + bend z2³ + noise}. The noise is
 * another at every point and in every population, as that of runs is.
 */
final class CurvedModel implements FigureModel {
    static final int INPUTS = 10;
    static final double CHANCE = 0.04; // variance, of all people
    private static final double WORLDS = 0.5;
    private static final String TABLE = """
            id,target,measure,first_year,last_year,value,low,high,unit,error,use,grade
            T1,a,arrivals,2009,2009,2,1.2,3.3333333333333335,persons,log_normal,fit,A
            T2,b,contact_share,2009,2009,0.6,0.4,0.8,1,normal,fit,A
            """;

    private final double bend;

    CurvedModel(double bend) {
        this.bend = bend;
    }

    @Override
    public List<FigureLikelihood> figures() {
        var targets = Targets.read("test", TABLE);
        return List.of(new FigureLikelihood(targets.get(0), CHANCE), new FigureLikelihood(targets.get(1), 0.0001));
    }

    @Override
    public double simulatedWorlds() {
        return WORLDS;
    }

    @Override
    public List<String> inputs() {
        return IntStream.range(0, INPUTS).mapToObj(i -> "z" + i).toList();
    }

    @Override
    public boolean allows(double[] scores) {
        return true;
    }

    @Override
    public Optional<double[]> predict(double[] scores, int population) {
        Draws draws = Draws.of(Mix64.combine(Arrays.hashCode(scores), population), "test.noise", SubjectKind.WORLD);
        double first = scores[0] + 0.5 * scores[1] + Math.sqrt(CHANCE / WORLDS) * draws.normal(0, 0);
        double second = 0.5
                + 0.1 * scores[2]
                + bend * scores[2] * scores[2] * scores[2]
                + Math.sqrt(0.0001 / WORLDS) * draws.normal(0, 1);
        return Optional.of(new double[] {StrictMath.exp(first), second});
    }
}
