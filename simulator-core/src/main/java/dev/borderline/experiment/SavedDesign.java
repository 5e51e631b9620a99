package dev.borderline.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The points that a {@code design.csv} lists. */
final class SavedDesign implements Design {
    private final List<String> factors;
    private final List<double[]> points;

    private SavedDesign(List<String> factors, List<double[]> points) {
        this.factors = List.copyOf(factors);
        this.points = points;
    }

    /** Reads the points of these factors; refuses a file of others. */
    static SavedDesign read(Path file, List<String> factors) throws IOException {
        if (!Files.exists(file)) {
            throw new StoreRefused(file + " is missing: it holds the points of the design");
        }
        List<double[]> points = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String heading = String.join(",", Headings.joined(List.of("point"), factors));
            if (!heading.equals(lines.readLine())) {
                throw new StoreRefused(file + " has other columns than " + heading);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                points.add(point(file, line, points.size(), factors.size()));
            }
        }
        return new SavedDesign(factors, points);
    }

    private static double[] point(Path file, String line, int index, int factors) throws IOException {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length == factors + 1 && Integer.parseInt(fields[0]) == index) {
                return Arrays.stream(fields)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
        } catch (NumberFormatException e) {
            throw new StoreRefused(file + ":" + (index + 2) + ": there is no point in this line");
        }
        throw new StoreRefused(file + ":" + (index + 2) + ": there is no point " + index + " in this line");
    }

    @Override
    public List<String> factors() {
        return factors;
    }

    @Override
    public int size() {
        return points.size();
    }

    @Override
    public DesignPoint point(int index) {
        List<Double> values = Arrays.stream(points.get(index)).boxed().toList();
        return new DesignPoint(index, factors, values);
    }
}
