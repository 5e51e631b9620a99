package dev.borderline.experiment.compare;

import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.compare.MeasuredScenarios.Digested;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.Scenarios;
import dev.borderline.stat.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Signatures of the shipped scenarios over the members that commands answer over. They are kept in {@code docs/signatures.csv}. */
record MemberSignatures(List<Row> rows) {
    private static final double PEOPLE = 0.1; // also where a scenario answers at a greater share
    private static final String HEAD = "scenario,sha256,ensemble_sha256,claim,members,holds,fails,undefined\n";

    /**
     * Members in which a claim holds.
     *
     * @param scenario that claims it
     * @param ensembleSha256 digest of the ensemble
     * @param claim as it stands in the file
     * @param holds members whose mean margin lies on the claimed side of 0
     * @param fails members whose mean margin does not
     * @param undefined members in which a side is undefined in every replication
     */
    record Row(Digested scenario, String ensembleSha256, String claim, int holds, int fails, int undefined) {
        int members() {
            return holds + fails + undefined;
        }
    }

    /** Runs all shipped scenarios over the usual members, which takes minutes. */
    static MemberSignatures measure() {
        List<Row> rows = new ArrayList<>();
        Scenarios.list().forEach(listing -> rows.addAll(rows(Scenarios.checked(listing.name()), usual())));
        return new MemberSignatures(rows);
    }

    /** The members that commands answer over. */
    static Members usual() {
        return new Members(UsualMembers.named(UsualMembers.ENSEMBLE).first(UsualMembers.COUNT), Members.REPLICATIONS);
    }

    /** The claims of a scenario over members. */
    static List<Row> rows(Scenario scenario, Members members) {
        List<String> references = scenario.signature().stream()
                .map(Claim::scenario)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        List<Arm> arms = Stream.concat(
                        Stream.of(Arm.base()),
                        references.stream()
                                .map(name -> Arm.of(name, UsualMembers.withPeople(Scenarios.named(name), PEOPLE))))
                .toList();
        Experiment experiment = new Experiment(
                        UsualMembers.withPeople(scenario, PEOPLE),
                        Design.single(),
                        arms,
                        members.replications(),
                        MeasuredScenarios.SEED,
                        List.of())
                .with(members);
        List<Replicates> runs = InMemoryRuns.run(experiment, UnaryOperator.identity());
        return scenario.signature().stream()
                .map(claim ->
                        row(scenario, claim, members, runs.get(0), runs.get(references.indexOf(claim.scenario()) + 1)))
                .toList();
    }

    private static Row row(Scenario scenario, Claim claim, Members members, Replicates own, Replicates other) {
        List<Tally> margins = Stream.generate(Tally::new).limit(members.count()).toList();
        for (int i = 0; i < own.runs().size(); i++) {
            FinishedRun run = own.runs().get(i);
            double margin = Verdict.value(run, claim.measure(), claim.part())
                    - claim.factor() * Verdict.value(other.runs().get(i), claim.measure(), claim.otherPart());
            if (!Double.isNaN(margin)) {
                margins.get(members.memberOf(run.task().replication())).add(margin);
            }
        }
        int undefined = (int) margins.stream().filter(margin -> margin.n() == 0).count();
        int holds = (int) margins.stream()
                .filter(margin -> margin.n() > 0 && (claim.above() ? margin.mean() > 0 : margin.mean() < 0))
                .count();
        return new Row(
                new Digested(scenario.name(), scenario.sha256()),
                members.ensemble().sha256(),
                claim.toString(),
                holds,
                members.count() - undefined - holds,
                undefined);
    }

    String csv() {
        StringBuilder text = new StringBuilder(HEAD);
        for (Row row : rows) {
            text.append(String.join(
                            ",",
                            row.scenario.name(),
                            row.scenario.sha256(),
                            row.ensembleSha256,
                            row.claim,
                            Integer.toString(row.members()),
                            Integer.toString(row.holds),
                            Integer.toString(row.fails),
                            Integer.toString(row.undefined)))
                    .append('\n');
        }
        return text.toString();
    }

    static MemberSignatures read(String csv) {
        List<Row> rows = new ArrayList<>();
        for (String line : csv.lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.add(new Row(
                    new Digested(cells[0], cells[1]),
                    cells[2],
                    cells[3],
                    Integer.parseInt(cells[5]),
                    Integer.parseInt(cells[6]),
                    Integer.parseInt(cells[7])));
        }
        return new MemberSignatures(rows);
    }

    /** The row of a claim of a scenario. */
    Row of(Scenario scenario, Claim claim) {
        return rows.stream()
                .filter(row -> row.scenario.name().equals(scenario.name()) && row.claim.equals(claim.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "docs/signatures.csv does not tell of " + scenario.name() + ": " + claim));
    }
}
