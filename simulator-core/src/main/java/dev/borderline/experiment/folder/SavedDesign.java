package dev.borderline.experiment.folder;

import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.DesignInfo;
import dev.borderline.experiment.design.DesignPoint;
import dev.borderline.experiment.design.Factors;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The points that a {@code design.csv} lists: kept as bare numbers, for there may be millions. */
final class SavedDesign implements Design {
    private static final int FEW = 64;

    private final List<String> factors;
    private final List<String> roleNames;
    private final DesignInfo info;
    private final List<List<String>> roles = new ArrayList<>(); // by point, if there are roles
    private double[] values = {}; // by point, then factor
    private int points;

    private SavedDesign(List<String> factors, List<String> roleNames, DesignInfo info) {
        this.factors = List.copyOf(factors);
        this.roleNames = List.copyOf(roleNames);
        this.info = info;
    }

    /** Reads the points of these factors, with the roles they play; refuses a file of others. */
    static SavedDesign read(Path file, List<String> factors, DesignInfo info) throws IOException {
        if (!GuardedFiles.isThere(file)) {
            throw new StoreRefused(file + " is missing: it holds the points of the design");
        }
        try (TextLines lines = GuardedFiles.lines(file)) {
            List<String> heading = fields(String.valueOf(lines.next()));
            int first = heading.size() - factors.size();
            if (first < 1
                    || !heading.get(0).equals("point")
                    || !heading.subList(first, heading.size()).equals(factors)) {
                throw new StoreRefused(file + " has other columns than point," + String.join(",", factors));
            }
            SavedDesign design = new SavedDesign(factors, heading.subList(1, first), info);
            for (String line = lines.next(); line != null; line = lines.next()) {
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
        int index = points;
        int first = 1 + roleNames.size();
        try {
            if (fields.size() == first + factors.size() && Integer.parseInt(fields.get(0)) == index) {
                put(fields.subList(1, first), fields.subList(first, fields.size()));
                return;
            }
        } catch (NumberFormatException e) {
            throw new StoreRefused(file + ":" + (index + 2) + ": there is no point in this line");
        }
        throw new StoreRefused(file + ":" + (index + 2) + ": there is no point " + index + " in this line");
    }

    private void put(List<String> itsRoles, List<String> itsValues) {
        int place = Math.multiplyExact(points, factors.size());
        if (place + factors.size() > values.length) {
            values = Arrays.copyOf(values, Math.max(FEW, values.length / 2 * 3 + factors.size()));
        }
        for (String value : itsValues) {
            values[place++] = Double.parseDouble(value);
        }
        if (!roleNames.isEmpty()) {
            roles.add(List.copyOf(itsRoles));
        }
        points++;
    }

    @Override
    public List<String> factors() {
        return factors;
    }

    @Override
    public int size() {
        return points;
    }

    @Override
    public DesignPoint point(int index) {
        Factors.checkIndex(index, points);
        int place = index * factors.size();
        return new DesignPoint(
                index,
                factors,
                Arrays.stream(values, place, place + factors.size()).boxed().toList());
    }

    @Override
    public List<String> roleNames() {
        return roleNames;
    }

    @Override
    public List<String> roles(int index) {
        return roleNames.isEmpty() ? List.of() : roles.get(index);
    }

    @Override
    public DesignInfo info() {
        return info;
    }
}
