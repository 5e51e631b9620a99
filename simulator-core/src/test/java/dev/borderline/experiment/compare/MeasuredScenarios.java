package dev.borderline.experiment.compare;

import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.stat.Interval;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Results of the shipped scenarios beside the first scenario that their signatures name. A scenario that names none is measured
 * year by year. They are kept in {@code docs/scenarios.csv}.
 */
record MeasuredScenarios(List<Row> rows) {
    static final int REPLICATIONS = 20;
    static final long SEED = 42;
    static final List<String> OUTCOMES = List.of(
            "completed_contacts",
            "arrests",
            "person_years_held",
            "bribes_paid_usd",
            "received_usd",
            "pair_years_dark",
            "arrivals");

    private static final double LEVEL = 0.95;
    private static final String HEAD =
            "scenario,sha256,reference,reference_sha256,year,measure,n,seed,reference_mean,value,low,high\n";

    /**
     * A measured number.
     *
     * @param scenario what ran
     * @param reference what it is compared with; empty for none
     * @param year calendar year; empty for the whole run
     * @param measure name
     * @param referenceMean mean of the reference; NaN for none
     * @param value mean of the paired differences, or of the measure where there is no reference
     * @param interval for it
     */
    record Row(
            Digested scenario,
            Digested reference,
            String year,
            String measure,
            double referenceMean,
            double value,
            Interval interval) {}

    /** A scenario by name and digest; both empty for none. */
    record Digested(String name, String sha256) {
        static final Digested NONE = new Digested("", "");

        static Digested of(String name) {
            return name.isEmpty()
                    ? NONE
                    : new Digested(name, Scenarios.named(name).sha256());
        }
    }

    /** The first scenario a signature names; empty for none. */
    static String reference(Scenario scenario) {
        return scenario.signature().stream()
                .map(Claim::scenario)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Runs them all, which takes minutes. */
    static MeasuredScenarios measure() {
        Signatures all = new Signatures(scenario -> scenario, REPLICATIONS, LEVEL);
        List<Row> rows = new ArrayList<>();
        Scenarios.list().forEach(listing -> {
            String reference = reference(Scenarios.named(listing.name()));
            rows.addAll(
                    reference.isEmpty() ? yearly(listing.name(), all) : differences(listing.name(), reference, all));
        });
        return new MeasuredScenarios(rows);
    }

    private static boolean reports(Replicates runs, String measure) {
        return runs.measures().stream().anyMatch(one -> one.name().equals(measure));
    }

    private static List<Row> differences(String scenario, String reference, Signatures all) {
        List<Row> rows = new ArrayList<>();
        Comparison pair =
                new Comparison(List.of(reference, scenario), List.of(all.runs(reference), all.runs(scenario)));
        for (String measure : OUTCOMES) {
            if (reports(all.runs(scenario), measure) && reports(all.runs(reference), measure)) {
                Difference difference = pair.difference(measure);
                rows.add(new Row(
                        Digested.of(scenario),
                        Digested.of(reference),
                        "",
                        measure,
                        all.runs(reference).tally(measure).mean(),
                        difference.mean(),
                        difference.interval(LEVEL)));
            }
        }
        return rows;
    }

    private static List<Row> yearly(String scenario, Signatures all) {
        List<Row> rows = new ArrayList<>();
        Replicates runs = all.runs(scenario);
        List<String> years = runs.runs().get(0).layout().years();
        for (String measure : OUTCOMES) {
            int index = runs.runs().get(0).layout().index(measure);
            for (int year = 0; year < years.size(); year++) {
                int number = year;
                double[] values = runs.runs().stream()
                        .mapToDouble(run -> run.inYear(index, number))
                        .toArray();
                MeasureSummary summary = MeasureSummary.of(runs.measures().get(index), values);
                Interval interval = new Interval(summary.ciLow(), summary.ciHigh(), LEVEL);
                String label = years.get(year).substring(0, 4);
                rows.add(new Row(
                        Digested.of(scenario), Digested.NONE, label, measure, Double.NaN, summary.mean(), interval));
            }
        }
        return rows;
    }

    String csv() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(String.join(
                            ",",
                            row.scenario.name,
                            row.scenario.sha256,
                            row.reference.name,
                            row.reference.sha256,
                            row.year,
                            row.measure,
                            Integer.toString(REPLICATIONS),
                            Long.toString(SEED),
                            Numbers.summaryOrEmpty(row.referenceMean),
                            Numbers.summary(row.value),
                            Numbers.summary(row.interval.low()),
                            Numbers.summary(row.interval.high())))
                    .append('\n');
        }
        return text.toString();
    }

    static MeasuredScenarios read(String csv) {
        List<Row> rows = new ArrayList<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            double mean = cells[8].isEmpty() ? Double.NaN : Double.parseDouble(cells[8]);
            Interval interval = new Interval(Double.parseDouble(cells[10]), Double.parseDouble(cells[11]), LEVEL);
            rows.add(new Row(
                    new Digested(cells[0], cells[1]),
                    new Digested(cells[2], cells[3]),
                    cells[4],
                    cells[5],
                    mean,
                    Double.parseDouble(cells[9]),
                    interval));
        }
        return new MeasuredScenarios(rows);
    }

    /** The scenarios it tells of, as they were when they were measured. */
    Set<Digested> scenarios() {
        Set<Digested> all = new LinkedHashSet<>();
        rows.forEach(row -> all.add(row.scenario));
        rows.forEach(row -> all.add(row.reference));
        all.remove(Digested.NONE);
        return all;
    }
}
