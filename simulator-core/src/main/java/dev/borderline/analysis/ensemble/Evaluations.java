package dev.borderline.analysis.ensemble;

import dev.borderline.analysis.calibration.EvaluationLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/**
 * Evaluations of a model on several threads. The log has them in the order they were asked for, whatever thread ended first; one that
 * is remembered is not made again.
 */
final class Evaluations implements AutoCloseable {
    private final FittedModel model;
    private final EvaluationLog log;
    private final Runnable listener;
    private final ExecutorService executor;

    Evaluations(FittedModel model, EvaluationLog log, int threads, Runnable listener) {
        this.model = model;
        this.log = log;
        this.listener = listener;
        executor = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "fit");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Predictions at points, in their order; empty where the model cannot be run. */
    List<Optional<double[]>> at(List<Point> points) {
        List<Optional<List<Double>>> known = new ArrayList<>();
        List<Future<double[]>> asked = new ArrayList<>();
        for (Point point : points) {
            Optional<List<Double>> found = log.find(key(point));
            known.add(found);
            asked.add(
                    found.isPresent()
                            ? CompletableFuture.completedFuture(toArray(found.get()))
                            : executor.submit(() -> predict(point)));
        }
        List<Optional<double[]>> predictions = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            double[] values = ended(asked.get(i));
            if (known.get(i).isEmpty()) {
                log.add(key(points.get(i)), DoubleStream.of(values).boxed().toList());
            }
            predictions.add(Arrays.equals(values, undefined()) ? Optional.empty() : Optional.of(values));
            listener.run();
        }
        return predictions;
    }

    /** All NaN where the model cannot be run: so a log has it. */
    private double[] predict(Point point) {
        double[] values = model.predict(point.scores(), point.population()).orElseGet(this::undefined);
        return Arrays.stream(values)
                .map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray();
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double[] undefined() {
        double[] none = new double[model.predictions().size()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static List<Double> key(Point point) {
        List<Double> key = new ArrayList<>(List.of((double) point.population()));
        DoubleStream.of(point.scores()).forEach(key::add);
        return key;
    }

    private static double[] ended(Future<double[]> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the same fit goes on from its log", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
