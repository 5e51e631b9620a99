package dev.borderline.report;

import dev.borderline.cli.Tables;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.policy.Move;
import dev.borderline.random.Draws;
import dev.borderline.random.Mix64;
import dev.borderline.random.RunKeys;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.stat.Quantiles;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Predictions year by year over the members of an ensemble, one run of each with all people; strengths of moves that a table has limits
 * for are drawn anew for each member: log-uniform, on the odds where a factor is on a share.
 */
final class MemberPredictions {
    static final long SEED = 2017;
    static final List<String> MEASURES = List.of(
            "arrivals",
            "contact_share",
            "remitting_share",
            "transfers_per_remitter",
            "commission_share",
            "bribe_mean_usd",
            "formal_cases",
            "formal_call_cases");
    static final double[] PROBABILITIES = {0.05, 0.25, 0.5, 0.75, 0.95};

    private final Scenario scenario;
    private final Members members;
    private final Map<String, Double> discrepancies;
    private final Map<String, Map<String, String>> strengths = new TreeMap<>();
    private final Draws draws = drawsOf("outlook.strength");
    private final Draws misses = drawsOf("outlook.discrepancy");

    /**
     * Predictions to be made.
     *
     * @param discrepancies by measure: standard deviation of the logarithm of what the model misses of a single year
     */
    MemberPredictions(
            Scenario scenario, Ensemble ensemble, List<Map<String, String>> rows, Map<String, Double> discrepancies) {
        this.scenario = scenario;
        this.discrepancies = Map.copyOf(discrepancies);
        members = new Members(ensemble, 1);
        rows.forEach(row -> strengths.put(Tables.cell(row, "id"), row));
    }

    private static Draws drawsOf(String purpose) {
        return Draws.of(RunKeys.designKey(RunKeys.SCHEME_VERSION, SEED), purpose, SubjectKind.WORLD);
    }

    /** Predictions as a table: a row for each year and measure, quantiles over the members. */
    String csv(int first, int last) {
        List<FinishedRun> runs = IntStream.range(0, members.count())
                .parallel()
                .mapToObj(this::run)
                .collect(Collectors.toUnmodifiableList());
        StringBuilder text = new StringBuilder(Csv.record("year", "measure", "p05", "p25", "median", "p75", "p95"));
        List<String> years = runs.get(0).layout().years();
        for (int year = first; year <= last; year++) {
            int index = years.indexOf(year + "-01-01");
            for (String measure : MEASURES) {
                int column = runs.get(0).layout().index(measure);
                int of = year;
                double[] values = IntStream.range(0, runs.size())
                        .mapToDouble(member -> runs.get(member).inYear(column, index) * missed(measure, of, member))
                        .filter(Double::isFinite)
                        .toArray();
                List<String> fields = new ArrayList<>(List.of(Integer.toString(year), measure));
                for (double p : PROBABILITIES) {
                    fields.add(Numbers.summary(Quantiles.of(values, p)));
                }
                text.append(Csv.record(fields.toArray(new String[0])));
            }
        }
        return text.toString();
    }

    private double missed(String measure, int year, int member) {
        double sd = discrepancies.getOrDefault(measure, 0.0);
        return StrictMath.exp(sd * misses.normal(Mix64.hash(measure + " " + year), member));
    }

    private FinishedRun run(int member) {
        return Replications.of(ofMember(member))
                .count(1)
                .seed(RunKeys.cellSeed(SEED, member, "member"))
                .run()
                .runs()
                .get(0);
    }

    /** The scenario of a member, with strengths of its own. */
    Scenario ofMember(int member) {
        return members.applyTo(scenario.withMoves(move -> drawn(move, member)), member);
    }

    private Move drawn(Move move, int member) {
        Map<String, String> row = strengths.get(move.source());
        if (row == null) {
            return move;
        }
        double rank = draws.uniform(Mix64.hash(move.source()), member);
        return move.to(strength(row, rank));
    }

    /** The value a move takes its lever to, at a rank between the limits of its row. */
    double strength(Map<String, String> row, double rank) {
        double low = Double.parseDouble(Tables.cell(row, "low"));
        double high = Double.parseDouble(Tables.cell(row, "high"));
        double drawn = low * StrictMath.exp(rank * StrictMath.log(high / low));
        String actsAs = Tables.cell(row, "acts_as");
        if (actsAs.equals("level")) {
            return drawn;
        }
        double before = in2016(Tables.cell(row, "lever"));
        if (actsAs.equals("factor")) {
            return before * drawn;
        }
        double odds = before / (1 - before) * drawn;
        return odds / (1 + odds);
    }

    private double in2016(String lever) {
        double value = scenario.value("levers." + lever);
        for (Move move : scenario.moves()) {
            if (move.lever().equals(lever) && move.at().getYear() <= 2016) {
                value = move.value();
            }
        }
        return value;
    }

    /** Rows of strengths by their name. */
    Map<String, Map<String, String>> strengths() {
        return strengths;
    }
}
