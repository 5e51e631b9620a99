package dev.borderline.experiment.compare;

import dev.borderline.experiment.compare.MeasuredScenarios.Digested;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences between a share of the people and all of them, by measure. Two one-sided tests (D. J. Schuirmann 1987) at 5 % each show
 * that a mean at a share lies within a margin of that of all. They are kept in {@code docs/equivalence.csv}.
 */
record ShareEquivalence(List<Row> rows) {
    static final List<Double> SHARES = List.of(0.5, 0.2, 0.1);

    private static final String SHARE = "population.simulated_share";
    private static final String HEAD =
            "scenario,sha256,share,measure,runs,mean_of_all,difference,standard_error,margin\n";
    private static final long SEED_OF_ALL = 42;
    private static final long SEED_OF_SHARES = 43;
    private static final double RELATIVE = 0.02;
    private static final double ONE_SIDED = 1.645;

    /** Margin of a measure too rare for 2 % to be told: beyond 6 standard errors, 4.355 of them fail a pair of tests. */
    private static final double RARE = 6;

    /**
     * A measure at a share of the people.
     *
     * @param scenario what ran
     * @param share of the people
     * @param measure name
     * @param runs made at this share
     * @param all mean with all people
     * @param difference of the mean at the share from it
     * @param error standard error of that difference
     */
    record Row(
            Digested scenario, double share, String measure, long runs, double all, double difference, double error) {
        /** Greatest difference that counts as none: 2 % of the mean, or 6 standard errors where the measure is too rare for that. */
        double margin() {
            return Math.max(RELATIVE * Math.abs(all), RARE * error);
        }

        boolean isRare() {
            return margin() > RELATIVE * Math.abs(all);
        }

        boolean isEquivalent() {
            return Math.abs(difference) + ONE_SIDED * error <= margin();
        }
    }

    /** All shipped scenarios, with so many runs of all people and proportionally more of fewer. */
    static ShareEquivalence measure(int runs) {
        List<Row> rows = new ArrayList<>();
        Scenarios.list().forEach(listing -> rows.addAll(rows(Scenarios.checked(listing.name()), runs, SHARES)));
        return new ShareEquivalence(rows);
    }

    static List<Row> rows(Scenario scenario, int runs, List<Double> shares) {
        Replicates all = Replications.of(scenario).count(runs).seed(SEED_OF_ALL).run();
        List<Row> rows = new ArrayList<>();
        for (double share : shares) {
            Replicates some = runs(scenario, share, (int) Math.round(runs / share));
            for (Measure measure : all.measures()) {
                Tally of = all.tally(measure.name());
                Tally at = some.tally(measure.name());
                if (measure.kind() != Measure.Kind.PEAK && of.n() > 1 && at.n() > 1) {
                    rows.add(new Row(
                            new Digested(scenario.name(), scenario.sha256()),
                            share,
                            measure.name(),
                            some.runs().size(),
                            of.mean(),
                            at.mean() - of.mean(),
                            Math.hypot(of.standardError(), at.standardError())));
                }
            }
        }
        return rows;
    }

    /** Runs of a share of the people. */
    static Replicates runs(Scenario scenario, double share, int count) {
        return Replications.of(scenario.with(SHARE, share))
                .count(count)
                .seed(SEED_OF_SHARES)
                .run();
    }

    String csv() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(String.join(
                            ",",
                            row.scenario.name(),
                            row.scenario.sha256(),
                            Double.toString(row.share),
                            row.measure,
                            Long.toString(row.runs),
                            Double.toString(row.all),
                            Double.toString(row.difference),
                            Double.toString(row.error),
                            Double.toString(row.margin())))
                    .append('\n');
        }
        return text.toString();
    }

    static ShareEquivalence read(String csv) {
        List<Row> rows = new ArrayList<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.add(new Row(
                    new Digested(cells[0], cells[1]),
                    Double.parseDouble(cells[2]),
                    cells[3],
                    Long.parseLong(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7])));
        }
        return new ShareEquivalence(rows);
    }
}
