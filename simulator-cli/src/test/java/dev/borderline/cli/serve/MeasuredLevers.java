package dev.borderline.cli.serve;

import dev.borderline.analysis.MemberSample;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.sensitivity.GivenData;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Csv;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Levers of the shipped scenarios, by the share of the spread over all members of the prior that each explains. */
final class MeasuredLevers {
    /** Outcomes that the page begins with. */
    static final List<String> OUTCOMES =
            List.of("completed_contacts", "arrests", "person_years_held", "pair_years_dark");

    static final int FIRST = 6;

    private static final double PEOPLE = 0.1; // also where a scenario answers at a greater share
    private static final long SEED = 42;
    private static final String LEVERS = "levers.";

    private MeasuredLevers() {}

    /** Shares of one lever, by outcome. */
    private record Shares(String lever, List<Double> shares) {
        double mean() {
            return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }

    static Ensemble ensemble() {
        return UsualMembers.named(UsualMembers.ENSEMBLE);
    }

    static List<String> scenarios() {
        return Stream.concat(Stream.of("baseline"), Scenarios.list().stream().map(listing -> listing.name()))
                .distinct()
                .toList();
    }

    /** Runs every shipped scenario over all members, which takes minutes. */
    static String csv() throws IOException {
        List<String> head = new ArrayList<>(List.of("scenario", "sha256", "ensemble_sha256", "rank", "lever"));
        head.addAll(OUTCOMES);
        StringBuilder text = new StringBuilder(Csv.record(head.toArray(new String[0])));
        for (String name : scenarios()) {
            Scenario scenario = Scenarios.named(name);
            int rank = 0;
            for (Shares lever : first(scenario)) {
                List<String> fields = new ArrayList<>(
                        List.of(name, scenario.sha256(), ensemble().sha256(), Integer.toString(++rank), lever.lever()));
                lever.shares().forEach(share -> fields.add(Numbers.summary(share)));
                text.append(Csv.record(fields.toArray(new String[0])));
            }
        }
        return text.toString();
    }

    private static List<Shares> first(Scenario scenario) throws IOException {
        Experiment experiment = new Experiment(
                        UsualMembers.withPeople(scenario, PEOPLE),
                        Design.single(),
                        List.of(Arm.base()),
                        1,
                        SEED,
                        List.of())
                .with(new Members(ensemble(), 1));
        try (RunStore store = new MemoryStore(experiment.tasks())) {
            Runner.of(experiment, store).threads(2).run();
            MemberSample sample = MemberSample.of(Study.of(experiment, store));
            List<double[]> outcomes = OUTCOMES.stream()
                    .map(outcome -> sample.means(sample.measure(outcome), new Task(0, 0, 0)))
                    .toList();
            return sample.unknowns().stream()
                    .filter(unknown -> unknown.paths().stream().allMatch(path -> path.startsWith(LEVERS)))
                    .map(unknown -> new Shares(
                            unknown.paths().get(0),
                            outcomes.stream()
                                    .map(outcome -> GivenData.firstOrder(unknown.values(), outcome))
                                    .toList()))
                    .sorted(Comparator.comparingDouble(Shares::mean).reversed())
                    .limit(FIRST)
                    .toList();
        }
    }
}
