package dev.borderline.experiment.compare;

import dev.borderline.experiment.UsualMembers;
import dev.borderline.experiment.compare.MeasuredScenarios.Row;
import dev.borderline.policy.Move;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ShippedScenarios;
import dev.borderline.simulation.Scenarios;
import dev.borderline.stat.Interval;
import dev.borderline.text.Numbers;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page {@code docs/scenarios.md}: every shipped scenario from its file, and what it led to when it was measured. */
final class ScenariosDocument {
    private static final int LISTED_MAX = 12;
    private static final double PERCENT = 100;

    private ScenariosDocument() {}

    static String text(MeasuredScenarios measured, MemberSignatures overMembers, Map<String, String> arrivalsCounted) {
        StringBuilder page = new StringBuilder("""
                # Scenarios

                Generated from `seeds/scenarios/` and [scenarios.csv](scenarios.csv); do not edit. To write it again:
                `mvn -pl simulator-core test -Dtest=ScenariosDocumentTest -Dborderline.write=true`; with `-Dborderline.measure=true` besides,
                all scenarios run and the numbers are written too, which takes minutes.

                Each scenario is one file that says only what differs from another. `./borderline scenarios list` tells the stories,
                `scenarios show NAME` every number, `scenarios check NAME` runs the scenario and tells whether its signature shows. All
                are what-ifs, not estimates of what happened or would happen.

                """);
        differences(page, measured);
        yearly(page, measured, arrivalsCounted);
        page.append("\nBehind each line of a scenario's signature stands in how many of ")
                .append(UsualMembers.COUNT)
                .append(" members of the prior it holds, a tenth of the people and two\nreplications each")
                .append(
                        " ([signatures.csv](signatures.csv)): what a scenario shows at one guess of the inputs need not be")
                .append(" so at others.\n");
        Scenarios.list().forEach(listing -> section(page, Scenarios.named(listing.name()), overMembers));
        return page.toString();
    }

    private static void differences(StringBuilder page, MeasuredScenarios measured) {
        page.append(
                """
                ## What they lead to

                Mean paired differences from the scenario in the second column, over the whole run: in percent of its mean, and in
                numbers with 95 %% intervals; the same people and needs, common random numbers, %d replications, seed %d. For one row by itself:
                `./borderline compare tightening-2015 leniency --point-estimate --replications %d`. Intervals cover chance only, not what is unknown
                about the inputs.

                """.formatted(MeasuredScenarios.REPLICATIONS, MeasuredScenarios.SEED, MeasuredScenarios.REPLICATIONS));
        page.append("| scenario | against |");
        MeasuredScenarios.OUTCOMES.forEach(
                measure -> page.append(" `").append(measure).append("` |"));
        page.append("\n|---|---|")
                .append("--:|".repeat(MeasuredScenarios.OUTCOMES.size()))
                .append('\n');
        Map<String, List<Row>> byScenario = measured.rows().stream()
                .filter(row -> row.year().isEmpty())
                .collect(Collectors.groupingBy(row -> row.scenario().name(), TreeMap::new, Collectors.toList()));
        byScenario.forEach((name, rows) -> {
            page.append("| [").append(name).append("](#").append(name).append(") | ");
            page.append(rows.get(0).reference().name()).append(" |");
            for (String measure : MeasuredScenarios.OUTCOMES) {
                Optional<Row> row = rows.stream()
                        .filter(one -> one.measure().equals(measure))
                        .findFirst();
                page.append(' ')
                        .append(row.map(ScenariosDocument::difference).orElse(""))
                        .append(" |");
            }
            page.append('\n');
        });
    }

    /** Percent of the reference's mean, then the difference with its interval. */
    private static String difference(Row row) {
        String percent = String.format(Locale.ROOT, "%+.1f %%", PERCENT * row.value() / row.referenceMean());
        Interval interval = row.interval();
        return percent + "<br>" + rounded(row.value()) + " (" + rounded(interval.low()) + " to "
                + rounded(interval.high()) + ")";
    }

    private static String rounded(double value) {
        return Numbers.human(Math.round(value));
    }

    private static void yearly(StringBuilder page, MeasuredScenarios measured, Map<String, String> arrivalsCounted) {
        Map<String, Map<String, Row>> byYear = new TreeMap<>();
        measured.rows().stream()
                .filter(row -> row.scenario().name().equals("historical"))
                .forEach(row -> byYear.computeIfAbsent(row.year(), year -> new TreeMap<>())
                        .put(row.measure(), row));
        page.append("\n`historical` year by year, mean and 95 % interval, beside the arrivals counted ")
                .append("(seeds/evidence/arrivals_by_year.csv); more in [validation.md](validation.md).\n\n")
                .append("| year | `arrivals` | counted |");
        List<String> others = MeasuredScenarios.OUTCOMES.subList(0, 4);
        others.forEach(measure -> page.append(" `").append(measure).append("` |"));
        page.append("\n|---|").append("--:|".repeat(2 + others.size())).append('\n');
        byYear.forEach((year, rows) -> {
            page.append("| ").append(year).append(" | ").append(level(rows, "arrivals"));
            page.append(" | ").append(arrivalsCounted.getOrDefault(year, "")).append(" |");
            others.forEach(
                    measure -> page.append(' ').append(level(rows, measure)).append(" |"));
            page.append('\n');
        });
    }

    private static String level(Map<String, Row> rows, String measure) {
        return Optional.ofNullable(rows.get(measure))
                .map(row -> rounded(row.value()) + " (" + rounded(row.interval().low()) + " to "
                        + rounded(row.interval().high()) + ")")
                .orElse("");
    }

    private static void section(StringBuilder page, Scenario scenario, MemberSignatures overMembers) {
        String parent = parent(scenario.name());
        page.append("\n## ").append(scenario.name()).append("\n\n");
        page.append("**").append(scenario.title()).append(".** ").append(scenario.story());
        page.append(" Extends `").append(parent).append("`. Grade ").append(scenario.grade());
        page.append("; source: ").append(scenario.source()).append(".\n\n");
        page.append("*Limits.* ").append(scenario.limits()).append("\n\n*Differs from* `");
        page.append(parent).append("`:\n\n");
        changes(Scenarios.named(parent), scenario)
                .forEach(item -> page.append("- ").append(item).append('\n'));
        page.append("\n*Shows:*\n\n");
        scenario.signature()
                .forEach(claim -> page.append("- ")
                        .append(shown(claim))
                        .append(counted(overMembers.of(scenario, claim)))
                        .append('\n'));
    }

    private static String counted(MemberSignatures.Row row) {
        String undefined = row.undefined() == 0 ? "" : ", undefined in " + row.undefined();
        return " (in " + row.holds() + " of " + row.members() + " members" + undefined + ")";
    }

    private static String shown(Claim claim) {
        return "`" + claim.measure() + "`"
                + claim.toString().substring(claim.measure().length());
    }

    /** The scenario that a shipped one extends. */
    private static String parent(String name) {
        return new ShippedScenarios()
                .find(name, "")
                .map(text -> YamlNode.read(text, YamlLimits.HAND_WRITTEN))
                .flatMap(node -> node instanceof YamlNode.Mapping mapping ? mapping.get("extends") : Optional.empty())
                .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                .orElseThrow();
    }

    private static List<String> changes(Scenario parent, Scenario child) {
        List<String> all = new ArrayList<>();
        if (!child.without().equals(parent.without())) {
            all.add(child.without().isEmpty() ? "every mechanism on" : "without " + String.join(", ", child.without()));
        }
        if (!child.period().equals(parent.period())) {
            all.add(child.start() + " to " + child.end().minusDays(1));
        }
        Map<String, Double> changed = new TreeMap<>(child.values());
        changed.entrySet()
                .removeIf(entry -> entry.getValue().equals(parent.values().get(entry.getKey())));
        changed.keySet().retainAll(parent.values().keySet());
        if (changed.size() > LISTED_MAX) {
            all.add(changed.size() + " numbers, each with its row of evidence in the file");
        } else {
            changed.forEach((path, value) -> all.add("`" + path + "` " + Numbers.file(value) + " instead of "
                    + Numbers.file(parent.value(path)) + unit(child, path)));
        }
        child.moves().forEach(move -> all.add(shown(move, child)));
        return all;
    }

    private static String unit(Scenario scenario, String path) {
        String unit = scenario.spec(path).input().unit();
        return unit.equals("1") ? "" : " " + unit;
    }

    private static String shown(Move move, Scenario scenario) {
        String value = Numbers.file(move.value()) + unit(scenario, move.path());
        String does = switch (move.action()) {
            case SET -> " set to " + value;
            case SCALE -> " times " + Numbers.file(move.value());
            case RAMP -> " in a straight line to " + value + " on " + move.until();
        };
        String source = move.source().isEmpty() ? "" : " (" + move.source() + ")";
        return move.at() + " `" + move.lever() + "`" + does + source;
    }
}
