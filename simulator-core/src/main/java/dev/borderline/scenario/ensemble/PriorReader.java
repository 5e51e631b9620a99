package dev.borderline.scenario.ensemble;

import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.syntax.LawReader;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reader of the cells {@code prior} and {@code prior_2010} of the evidence. A distribution as in sweep files, {@code rest}, or
 * {@code fixed}, with a reason after a colon where the row is an assumption.
 */
final class PriorReader {
    private static final String FIXED = "fixed";
    private static final String REST = "rest";

    /** Priors that were read before: a law takes a while to tabulate, and the rows of evidence never change. */
    private static final Map<Cell, Prior> KNOWN = new ConcurrentHashMap<>();

    /**
     * All that a prior depends on.
     *
     * @param row with its contents
     * @param column of the cell
     * @param path of the input
     * @param kind of the input
     * @param min least value of the input
     * @param max greatest value of the input
     */
    private record Cell(Evidence.Row row, String column, String path, InputSpec.Kind kind, double min, double max) {
        static Cell of(Evidence.Row row, String column, InputSpec spec) {
            return new Cell(
                    row,
                    column,
                    spec.path(),
                    spec.kind(),
                    spec.input().min(),
                    spec.input().max());
        }
    }

    private final Faults faults;

    PriorReader(Faults faults) {
        this.faults = faults;
    }

    /** The prior of 2015; empty where the cell is, or is refused. */
    Optional<Prior> read(Evidence.Row row, InputSpec spec) {
        return read(row, row.prior(), "prior", spec);
    }

    /** The prior of 2010; empty where the cell is, or is refused. Its own ends stand for those of the evidence, if it has any. */
    Optional<Prior> read2010(Evidence.Row row, InputSpec spec) {
        return read(row, row.prior2010(), "prior_2010", spec);
    }

    private Optional<Prior> read(Evidence.Row row, String cell, String column, InputSpec spec) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (cell.equals(REST)) {
            return Optional.of(Prior.rest(row.low(), row.high()));
        }
        if (cell.equals(FIXED) || cell.startsWith(FIXED + ": ")) {
            return fixed(row, cell, column);
        }
        Cell place = Cell.of(row, column, spec);
        Prior known = KNOWN.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Prior> read = law(row, cell, column, spec);
        read.ifPresent(prior -> KNOWN.put(place, prior));
        return read;
    }

    private Optional<Prior> law(Evidence.Row row, String cell, String column, InputSpec spec) {
        YamlNode node = YamlNode.read(new SourceText(row.id() + ", " + column, cell), YamlLimits.HAND_WRITTEN);
        if (node instanceof YamlNode.Mapping mapping
                && mapping.get(LawReader.KEY).isPresent()) {
            return drawn(mapping, row, column.equals("prior"), spec);
        }
        faults.add(
                node.mark(),
                spec.path(),
                node.description()
                        + " is no prior: it is a distribution, such as {distribution: uniform, min: 0, max: 1},"
                        + " or 'rest', or 'fixed: ' and a reason");
        return Optional.empty();
    }

    /** Counted figures need no reason to be fixed; assumptions do. */
    private Optional<Prior> fixed(Evidence.Row row, String cell, String column) {
        String reason = cell.length() > FIXED.length()
                ? cell.substring(FIXED.length() + 2).strip()
                : "";
        if (reason.isEmpty() && !row.grade().equals("A")) {
            faults.add(
                    Mark.whole(row.id() + ", " + column),
                    "",
                    "is of grade " + row.grade() + " and so uncertain: 'fixed' needs a reason after a colon");
            return Optional.empty();
        }
        return Optional.of(Prior.fixed(reason));
    }

    private Optional<Prior> drawn(YamlNode.Mapping mapping, Evidence.Row row, boolean of2015, InputSpec spec) {
        Mark mark = mapping.mark();
        if (row.grade().equals("A")) {
            faults.add(mark, spec.path(), "is of grade A, counted: it is 'fixed'");
            return Optional.empty();
        }
        Optional<LawReader.Named> named = new LawReader(faults).named(mapping, spec.path());
        if (named.isEmpty()) {
            return Optional.empty();
        }
        boolean evidence = of2015 || !named.get().cut();
        double low = Math.max(
                evidence ? row.low() : Double.NEGATIVE_INFINITY, spec.input().min());
        double high = Math.min(
                evidence ? row.high() : Double.POSITIVE_INFINITY, spec.input().max());
        try {
            boolean whole = spec.kind() != InputSpec.Kind.REAL;
            return Optional.of(Prior.drawn(named.get().law(), named.get().text(), low, high, whole));
        } catch (IllegalArgumentException e) {
            faults.add(mark, spec.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
