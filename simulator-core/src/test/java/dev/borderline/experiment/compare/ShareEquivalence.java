package dev.borderline.experiment.compare;

import dev.borderline.experiment.compare.MeasuredScenarios.Digested;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.stat.Tally;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Differences between a share of the people and all of them, by measure, and summed over the scenarios. Two one-sided tests (D. J.
 * Schuirmann 1987) at 5 % each tell whether a mean at a share lies within a margin of that of all. They are kept in {@code
 * docs/equivalence.csv}.
 */
record ShareEquivalence(List<Row> rows) {
    static final List<Double> SHARES = List.of(0.5, 0.2, 0.1);

    /** Name of the sum over all scenarios, each with random numbers of its own. */
    static final String SUM = "all scenarios";

    static final String SHARE = "population.simulated_share";

    private static final String HEAD =
            "scenario,sha256,measure,share,runs_of_all,runs,mean_of_all,difference,standard_error,"
                    + "difference_percent,margin_percent,power,verdict\n";
    private static final int DIGITS = 12;
    private static final int LAST_YEAR_OF_MOST = 2017;
    private static final double RELATIVE = 0.02;
    private static final double ONE_SIDED = 1.645;

    /** Standard errors in the margin of a measure too rare for 2 %. Beyond 4.4 of them a row fails: of 5,000 sound ones none should. */
    private static final double RARE = 6;

    /** Margin beyond which nothing is told. */
    private static final double MARGIN_MAX = 0.25;

    /** Outcome of the two tests. */
    enum Verdict {
        /** The 90 % interval of the difference lies within the margin. */
        EQUIVALENT,
        /** It does not. */
        NOT_EQUIVALENT,
        /** Six standard errors are more than a quarter of the mean. */
        TOO_RARE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * A measure at a share of the people.
     *
     * @param scenario what ran
     * @param measure name
     * @param share of the people
     * @param runsOfAll made with all people
     * @param runs made at this share
     * @param all mean with all people
     * @param difference of the mean at the share from it
     * @param error standard error of that difference
     */
    record Row(
            Digested scenario,
            String measure,
            double share,
            long runsOfAll,
            long runs,
            double all,
            double difference,
            double error) {
        /** Greatest difference that counts as none. */
        double margin() {
            return Math.max(RELATIVE * Math.abs(all), RARE * error);
        }

        /** The farther end of the 90 % interval of the difference from none. */
        double bound() {
            return Math.abs(difference) + ONE_SIDED * error;
        }

        /** Probability that the two tests pass where there is no difference. */
        double power() {
            return error == 0
                    ? 1
                    : Math.max(
                            0, 2 * NormalDistribution.of(0, 1).cumulativeProbability(margin() / error - ONE_SIDED) - 1);
        }

        Verdict verdict() {
            if (margin() > MARGIN_MAX * Math.abs(all)) {
                return Verdict.TOO_RARE;
            }
            return bound() <= margin() ? Verdict.EQUIVALENT : Verdict.NOT_EQUIVALENT;
        }
    }

    /** All shipped scenarios. Where years are many, half the runs; of fewer people proportionally more. */
    static ShareEquivalence measure(int runs) {
        List<Row> rows = new ArrayList<>();
        for (ShippedScenarios.Listing listing : Scenarios.list()) {
            Scenario scenario = Scenarios.checked(listing.name());
            boolean isLong = scenario.end().getYear() > LAST_YEAR_OF_MOST;
            rows.addAll(rows(scenario, isLong ? runs / 2 : runs));
        }
        rows.addAll(sums(rows));
        return new ShareEquivalence(rows);
    }

    static List<Row> rows(Scenario scenario, int runs) {
        Replicates all = runs(scenario, 1, runs, scenario.name() + " of all");
        List<Row> rows = new ArrayList<>();
        for (double share : SHARES) {
            Replicates some = runs(scenario, share, (int) Math.round(runs / share), scenario.name() + " of a share");
            for (Measure measure : all.measures()) {
                Tally of = all.tally(measure.name());
                Tally at = some.tally(measure.name());
                if (measure.kind() != Measure.Kind.PEAK && of.n() > 1 && at.n() > 1) {
                    rows.add(new Row(
                            digested(scenario),
                            measure.name(),
                            share,
                            runs,
                            some.runs().size(),
                            of.mean(),
                            at.mean() - of.mean(),
                            Math.hypot(of.standardError(), at.standardError())));
                }
            }
        }
        return rows;
    }

    /** A scenario by name and the first digits of its digest. */
    static Digested digested(Scenario scenario) {
        return new Digested(scenario.name(), scenario.sha256().substring(0, DIGITS));
    }

    /** Runs of a share of the people; a phrase tells random numbers from others. */
    static Replicates runs(Scenario scenario, double share, int count, String phrase) {
        return Replications.of(share == 1 ? scenario : scenario.with(SHARE, share))
                .count(count)
                .seed(Math.abs((long) phrase.hashCode()))
                .run();
    }

    /** Sums over the scenarios, for a measure too rare in any one of them. */
    static List<Row> sums(List<Row> rows) {
        Map<String, Row> sums = new LinkedHashMap<>();
        for (Row row : rows) {
            sums.merge(
                    row.measure + " " + row.share,
                    new Row(
                            new Digested(SUM, ""),
                            row.measure,
                            row.share,
                            row.runsOfAll,
                            row.runs,
                            row.all,
                            row.difference,
                            row.error),
                    (one, other) -> new Row(
                            one.scenario,
                            one.measure,
                            one.share,
                            one.runsOfAll + other.runsOfAll,
                            one.runs + other.runs,
                            one.all + other.all,
                            one.difference + other.difference,
                            Math.hypot(one.error, other.error)));
        }
        return List.copyOf(sums.values());
    }

    String csv() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            double percent = 100 / Math.abs(row.all);
            text.append(String.join(
                            ",",
                            row.scenario.name(),
                            row.scenario.sha256(),
                            row.measure,
                            Double.toString(row.share),
                            Long.toString(row.runsOfAll),
                            Long.toString(row.runs),
                            Numbers.summary(row.all),
                            Numbers.summary(row.difference),
                            Numbers.summary(row.error),
                            row.all == 0 ? "" : Numbers.summary(percent * row.difference),
                            row.all == 0 ? "" : Numbers.summary(percent * row.margin()),
                            Numbers.summary(row.power()),
                            row.verdict().word()))
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
                    cells[2],
                    Double.parseDouble(cells[3]),
                    Long.parseLong(cells[4]),
                    Long.parseLong(cells[5]),
                    Double.parseDouble(cells[6]),
                    Double.parseDouble(cells[7]),
                    Double.parseDouble(cells[8])));
        }
        return new ShareEquivalence(rows);
    }
}
