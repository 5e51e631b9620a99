package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Results and reports of small sweeps that between them have every kind of figure: {@code arms} over a grid, {@code lhs}, {@code
 * list}, and {@code saltelli} with its analysis.
 *
 * @param folder that they stand in
 * @param read tables of each, as far as they were asked for
 */
record ReportFolders(Path folder, Map<String, ResultTables> read) {
    private static final String ARMS = """
            arms:
              as-is:
              drive:
                - {lever: surveillance.coverage, at: 2010-01-01, set: 0.3}
              lenient:
                set: {levers.sanctions.camp_share: 0, levers.sanctions.reform_share: 0.3}
            """;
    private static final String RANGES = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.3, scale: log}
              levers.settlement.bribe_detection: {min: 0.01, max: 0.2}
            replications: 2
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    ReportFolders(Path folder) {
        this(folder, new HashMap<>());
    }

    void make() {
        Path arms = Small.sweep(folder, ARMS);
        Small.write(folder.resolve("small.yaml"), Small.SCENARIO.replace("refugees: 600", "refugees: 300"));
        report(arms, "arms");
        report(scattered("lhs", "design: lhs\npoints: 16\n"), "lhs");
        report(scattered("list", "design: list\nfile: chosen.csv\n"), "list");
        Path shares = scattered("saltelli", "design: saltelli\nbase_points: 8\nsequence: independent\n");
        sweep(shares, "saltelli");
        assertThat(Ran.command("analyze", "sobol", results("saltelli").toString())
                        .code())
                .isZero();
        report("saltelli");
    }

    Path scattered(String name, String design) {
        Small.write(
                folder.resolve("chosen.csv"),
                "levers.surveillance.coverage,levers.settlement.bribe_detection\n0.02,0.05\n0.03,0.05\n0.1,0.1\n");
        String ranges = name.equals("list") ? RANGES.substring(RANGES.indexOf("replications")) : RANGES;
        return Small.write(
                folder.resolve(name + ".yaml"),
                Small.SWEEP.substring(0, Small.SWEEP.indexOf("design:")) + design + ranges);
    }

    void report(Path sweep, String name) {
        sweep(sweep, name);
        report(name);
    }

    void sweep(Path sweep, String name) {
        Ran ran = Ran.command("sweep", sweep.toString(), "--out", results(name).toString(), "-q");
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    void report(String name) {
        Ran ran = Ran.command("report", results(name).toString());
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    Path results(String name) {
        return folder.resolve("results-" + name);
    }

    /** The tables of a folder. */
    ResultTables tables(String name) {
        return read.computeIfAbsent(name, folder -> new ResultTables(results(folder)));
    }

    /** The page of a folder. */
    Path html(String name) {
        return results(name).resolve("report.html");
    }
}
