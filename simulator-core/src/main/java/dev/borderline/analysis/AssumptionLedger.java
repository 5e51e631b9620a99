package dev.borderline.analysis;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.DesignInfo;
import dev.borderline.model.Population;
import dev.borderline.scenario.Evidence;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Assumptions of an analysis: grade and source of each varied input, and the number of others by grade. Immutable.
 *
 * @param varied inputs that were varied, in the order of the design
 * @param held number of inputs that stayed as they are, by grade A, B and C, or {@code none} for those of another's mechanism
 */
public record AssumptionLedger(List<Line> varied, Map<String, Integer> held) {
    /** Grade of what is assumed. */
    public static final String ASSUMED = "C";

    private static final String NO_GRADE = "none";

    /**
     * An input that was varied.
     *
     * @param path of the input
     * @param what it is, in one sentence
     * @param unit its unit
     * @param grade A (counted), B (reported), C (assumed), or {@code none}
     * @param row of {@code seeds/evidence}, or empty
     * @param source where the evidence comes from, or why it is assumed
     * @param range what it varied through, in words
     */
    public record Line(String path, String what, String unit, String grade, String row, String source, String range) {}

    /**
     * Bounds of a share that single inputs' indices do not tell exactly. The inputs of a grade may act together among themselves,
     * and with others.
     *
     * @param least share explained by these inputs one by one
     * @param most what is left of the whole after what the others explain one by one
     */
    public record Bounds(double least, double most) {}

    public AssumptionLedger {
        varied = List.copyOf(varied);
        held = Map.copyOf(held);
    }

    /** The ledger of an experiment. */
    public static AssumptionLedger of(Experiment experiment) {
        Evidence evidence = Evidence.shipped();
        Scenario base = experiment.base();
        DesignInfo info = experiment.design().info();
        List<String> factors = experiment.design().factors();
        List<Line> varied = new ArrayList<>();
        Map<String, Integer> held = new TreeMap<>();
        for (String path : factors) {
            varied.add(line(path, info.ranges().getOrDefault(path, ""), base, evidence));
        }
        for (String path : base.values().keySet()) {
            if (!factors.contains(path) && !path.equals(Population.SIMULATED_SHARE)) {
                held.merge(evidence.of(path, base).map(Evidence.Row::grade).orElse(NO_GRADE), 1, Integer::sum);
            }
        }
        return new AssumptionLedger(varied, held);
    }

    private static Line line(String path, String range, Scenario base, Evidence evidence) {
        String what = base.spec(path).input().what();
        String unit = base.spec(path).input().unit();
        return evidence.of(path, base)
                .map(row -> new Line(path, what, unit, row.grade(), row.id(), row.source(), range))
                .orElseGet(() -> new Line(path, what, unit, NO_GRADE, "", "", range));
    }

    /** Grade of an input that was varied. */
    public String grade(String path) {
        return varied.stream()
                .filter(line -> line.path().equals(path))
                .map(Line::grade)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " was not varied"));
    }

    /** Number of varied inputs of this grade. */
    public int varied(String grade) {
        return (int) varied.stream().filter(line -> line.grade().equals(grade)).count();
    }

    /** Number of inputs of this grade that stayed as they are. */
    public int held(String grade) {
        return held.getOrDefault(grade, 0);
    }

    /** Share of the variance by inputs that rests on varied inputs of this grade. Exact if all or none of them have it. */
    public Bounds share(String grade, Map<String, Double> firstOrder) {
        double own = 0;
        double others = 0;
        for (Map.Entry<String, Double> input : firstOrder.entrySet()) {
            double first = input.getValue();
            own += grade(input.getKey()).equals(grade) ? first : 0;
            others += grade(input.getKey()).equals(grade) ? 0 : first;
        }
        int number = varied(grade);
        if (number == 0 || number == varied.size()) {
            double share = number == 0 ? 0 : 1;
            return new Bounds(share, share);
        }
        return new Bounds(own, Math.max(own, 1 - others));
    }

    public void write(JsonWriter json) {
        json.key("ledger").beginObject().key("varied").beginArray();
        for (Line line : varied) {
            json.beginObject().key("path").value(line.path()).key("what").value(line.what());
            json.key("unit").value(line.unit()).key("grade").value(line.grade());
            json.key("row").value(line.row()).key("source").value(line.source());
            json.key("range").value(line.range()).endObject();
        }
        json.endArray().key("held").beginObject();
        new TreeMap<>(held).forEach((grade, number) -> json.key(grade).value(number));
        json.endObject().endObject();
    }
}
