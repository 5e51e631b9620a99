package dev.borderline.analysis.ensemble;

import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import java.util.List;

/**
 * Draws of one population of a fit. Those about inputs have the hash of the input's name as subject, so another input moves no draw.
 *
 * <pre>
 * ensemble.fit.start     a normal for each input, by particle; sub-draws for starts that are refused
 * ensemble.fit.resample  a uniform, by temperature
 * ensemble.fit.move      a normal for each input, by move of the population
 * ensemble.fit.accept    a uniform, by move of the population
 * </pre>
 */
final class FitDraws {
    private final Draws start;
    private final Draws resample;
    private final Draws move;
    private final Draws accept;
    private final long[] inputs;

    FitDraws(long seed, int population, List<String> names) {
        long key = Mix64.combine(RunKeys.designKey(RunKeys.SCHEME_VERSION, seed), population);
        start = Draws.of(key, "ensemble.fit.start", SubjectKind.FACTOR);
        resample = Draws.of(key, "ensemble.fit.resample", SubjectKind.WORLD);
        move = Draws.of(key, "ensemble.fit.move", SubjectKind.FACTOR);
        accept = Draws.of(key, "ensemble.fit.accept", SubjectKind.WORLD);
        inputs = names.stream().mapToLong(Mix64::hash).toArray();
    }

    /** A point from the prior. */
    double[] start(int particle, int attempt) {
        double[] scores = new double[inputs.length];
        for (int input = 0; input < scores.length; input++) {
            scores[input] = start.normal(inputs[input], particle, attempt);
        }
        return scores;
    }

    /** Normals of a move for some inputs. */
    double[] move(int number, int[] some) {
        double[] normals = new double[some.length];
        for (int i = 0; i < some.length; i++) {
            normals[i] = move.normal(inputs[some[i]], number);
        }
        return normals;
    }

    double accept(int number) {
        return accept.uniform(0, number);
    }

    double resample(int temperature) {
        return resample.uniform(0, temperature);
    }
}
