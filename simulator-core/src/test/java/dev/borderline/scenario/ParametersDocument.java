package dev.borderline.scenario;

import static dev.borderline.scenario.EvidenceTable.cell;

import dev.borderline.policy.InputSpec;
import dev.borderline.text.Numbers;
import java.util.Map;
import java.util.TreeMap;

/** The page {@code docs/parameters.md}: every input from its annotation, its default and its row of evidence. */
final class ParametersDocument {
    private static final double NO_UPPER_END = 1e12;

    private ParametersDocument() {}

    static String text() {
        Scenario baseline = ShippedScenariosTest.read("baseline");
        StringBuilder page = new StringBuilder("""
                # Parameters

                Generated from the parameter records, `seeds/baseline.yaml` and `seeds/evidence/`; do not edit. To write it again:
                `mvn -pl simulator-core test -Dtest=ParametersDocumentTest -Dborderline.write=true`

                *Path* is how scenarios, sweeps and `--set` call a number. What begins with `levers.` can be moved by a policy
                during a run, everything else is fixed for a run. *Allowed* is what the reader accepts. *Evidence* is the range in
                which sources (grades A and B) or judgement (grade C) put the value of 2015. What is believed inside that range stands in [priors.md](priors.md). Sources are at the end, by row.
                """);
        String group = "";
        Map<String, Map<String, String>> used = new TreeMap<>();
        for (String path : baseline.values().keySet()) {
            String own = group(path);
            if (!own.equals(group)) {
                group = own;
                page.append("\n## ").append(group).append("\n\n");
                page.append("| path | what | unit | default | allowed | evidence | row | grade |\n");
                page.append("|---|---|---|--:|---|---|---|---|\n");
            }
            Map<String, String> row = EvidenceTest.row(path, baseline.spec(path));
            used.put(cell(row, "id"), row);
            page.append(line(path, baseline, row));
        }
        page.append("\n## Sources\n\n| row | about | source | note |\n|---|---|---|---|\n");
        used.forEach((id, row) -> page.append(cells(id, cell(row, "name"), cell(row, "source"), cell(row, "note"))));
        return page.toString();
    }

    private static String group(String path) {
        int depth = path.startsWith("levers.") || path.startsWith("zones.") ? 2 : 1;
        String[] parts = path.split("\\.", -1);
        return depth == 2 ? parts[0] + "." + parts[1] : parts[0];
    }

    private static String line(String path, Scenario baseline, Map<String, String> row) {
        InputSpec spec = baseline.spec(path);
        boolean onOff = spec.kind() == InputSpec.Kind.SWITCH;
        double value = baseline.value(path);
        return cells(
                "`" + path + "`",
                spec.input().what(),
                spec.input().unit().equals("1") ? "" : spec.input().unit(),
                onOff ? String.valueOf(value != 0) : Numbers.file(value),
                allowed(spec),
                cell(row, "low") + " to " + cell(row, "high"),
                cell(row, "id"),
                cell(row, "grade"));
    }

    private static String allowed(InputSpec spec) {
        if (spec.kind() == InputSpec.Kind.SWITCH) {
            return "true, false";
        }
        String from = Numbers.file(spec.input().min());
        String range = spec.input().max() < NO_UPPER_END
                ? from + " to " + Numbers.file(spec.input().max())
                : "at least " + from;
        return spec.kind() == InputSpec.Kind.WHOLE ? range + ", whole" : range;
    }

    private static String cells(String... cells) {
        StringBuilder line = new StringBuilder("|");
        for (String cell : cells) {
            line.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        return line.append('\n').toString();
    }
}
