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
    private final List<String> roleNames;
    private final DesignInfo info;
    private final List<Saved> points = new ArrayList<>();

    /** A line of the file. */
    private record Saved(List<String> roles, List<Double> values) {}

    private SavedDesign(List<String> factors, List<String> roleNames, DesignInfo info) {
        this.factors = List.copyOf(factors);
        this.roleNames = List.copyOf(roleNames);
        this.info = info;
    }

    /** Reads the points of these factors, with the roles they play; refuses a file of others. */
    static SavedDesign read(Path file, List<String> factors, DesignInfo info) throws IOException {
        if (!Files.exists(file)) {
            throw new StoreRefused(file + " is missing: it holds the points of the design");
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> heading = fields(String.valueOf(lines.readLine()));
            int roles = heading.size() - 1 - factors.size();
            if (roles < 0
                    || !heading.get(0).equals("point")
                    || !heading.subList(1 + roles, heading.size()).equals(factors)) {
                throw new StoreRefused(file + " has other columns than point," + String.join(",", factors));
            }
            SavedDesign design = new SavedDesign(factors, heading.subList(1, 1 + roles), info);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                design.add(file, line);
            }
            return design;
        }
    }

    private static List<String> fields(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    private void add(Path file, String line) throws IOException {
        List<String> fields = fields(line);
        int index = points.size();
        int first = 1 + roleNames.size();
        try {
            if (fields.size() == first + factors.size() && Integer.parseInt(fields.get(0)) == index) {
                List<Double> values = fields.subList(first, fields.size()).stream()
                        .map(Double::valueOf)
                        .toList();
                points.add(new Saved(List.copyOf(fields.subList(1, first)), values));
                return;
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
        return new DesignPoint(index, factors, points.get(index).values());
    }

    @Override
    public List<String> roleNames() {
        return roleNames;
    }

    @Override
    public List<String> roles(int index) {
        return points.get(index).roles();
    }

    @Override
    public DesignInfo info() {
        return info;
    }
}
