package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;

/**
 * Working example of every command on a village or a hamlet, for tests that hold for each of them. A command that is missing here is missed by
 * {@link #assertComplete}.
 */
final class EveryCommand {
    private static final String VARY = """
            vary:
              levers.surveillance.coverage: {min: 0.01, max: 0.4}
              calling.value_mean_usd: {min: 60, max: 900}
            seed: 7
            outcomes: [contact_share, arrests]
            """;

    /** Title, question and story that would name the window, clear the screen and turn the direction of writing. */
    private static final String HOSTILE = "A village \\e]0;owned\\a \\e[2J \\x9B31m \\u202E \\r\\x7F";

    private static final String ARMS = "arms: {as-is: , blind: {set: {levers.surveillance.informants_per_year: 0}}}\n";

    private static final String TARGETS = """
            id,target,measure,scenario,first_year,last_year,value,low,high,unit,use,grade,source
            T1,"Arrests ]0;owned",arrests,small,2009,2009,20,5,35,people,fit,C,"made [2J up"
            """;

    private final Path folder;
    private final Map<String, List<String>> words = new TreeMap<>();

    private EveryCommand(Path folder) {
        this.folder = folder;
    }

    /** The words of each command by its name, working in a folder that holds what they need. */
    static Map<String, List<String>> in(Path folder) {
        EveryCommand every = new EveryCommand(folder);
        every.files();
        every.ofScenarios();
        every.ofFolders();
        every.ofAnalyses();
        every.assertComplete();
        return every.words;
    }

    /** Commands that write files and print nothing. */
    static Set<String> silent() {
        return Set.of("share");
    }

    private void files() {
        String hostile = "title: \"" + HOSTILE + "\"\nstory: \"" + HOSTILE + "\"";
        Tiny.sweep(folder);
        Small.write(
                folder.resolve("small.yaml"),
                Small.SCENARIO
                        .replace("title: A village", hostile)
                        .replace("2011-01-01", "2010-01-01")
                        .replace("refugees: 600", "refugees: 200"));
        Small.write(folder.resolve("targets.csv"), TARGETS);
        sweep("grid", "design: grid\nreplications: 2\n" + VARY.replaceAll("\\{min: (.*), max: (.*)}", "[$1, $2]"));
        sweep(
                "members",
                "design: grid\nensemble: prior\nmembers: 32\nreplications: 1\n"
                        + VARY.replaceAll("\\{min: (.*), max: (.*)}", "[$1, $2]"));
        sweep("shares", "design: saltelli\nbase_points: 4\nreplications: 2\n" + VARY);
        sweep("screening", "design: morris\ntrajectories: 2\nreplications: 2\n" + VARY);
        sweep("arms", "design: grid\nreplications: 10\nseed: 7\noutcomes: [contact_share]\n" + ARMS);
        sweep("spread", "design: lhs\npoints: 20\nreplications: 1\n" + VARY + ARMS);
    }

    private void sweep(String name, String text) {
        String title = "title: \"" + HOSTILE + "\"\nquestion: \"" + HOSTILE + "\"\n";
        String head = "schema: 1\nname: " + name + "\n" + title + "scenario: small.yaml\n";
        Path file = Small.write(folder.resolve(name + ".yaml"), head + text);
        Ran ran = Ran.command("sweep", file.toString(), "--out", at("results-" + name), "--quiet");
        assertThat(ran.code()).as(ran.err()).isZero();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void add(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(command.split(" ", -1)));
        all.addAll(List.of(more));
        words.put(command, all);
    }

    private void ofScenarios() {
        add("scenarios list");
        add("scenarios show", at("tiny.yaml"));
        add("scenarios validate", at("tiny.yaml"), "--json");
        add("scenarios check", at("tiny.yaml"), "--replications", "2");
        add("scenarios new", "-");
        add("scenarios schema");
        add("run", at("tiny.yaml"), "--replications", "2");
        add("compare", at("tiny.yaml"), at("small.yaml"), "--replications", "2");
        add("trace", at("tiny.yaml"), "--out", "-");
        add("explain", at("tiny.yaml"), at("small.yaml"), "--household", "3");
        add("ensemble draw", "--members", "4", "--out", at("prior.csv"));
        add("explore", "--no-browser", "--lease");
        add("serve", "--lease");
        add("completion");
        add("share", at("share"));
    }

    private void ofFolders() {
        add("sweep", at("grid.yaml"), "--out", at("results-again"));
        add("status", at("results-grid"));
        add("merge", at("results-grid"), "--out", at("results-merged"));
        add("report", at("results-grid"));
        add("export", at("results-grid"));
        add("reproduce", at("results-grid"));
    }

    private void ofAnalyses() {
        add("analyze sobol", at("results-shares"));
        add("analyze morris", at("results-screening"));
        add("analyze prim", at("results-spread"), "--measure", "contact_share", "--threshold", "0.3");
        add("analyze cart", at("results-spread"), "--measure", "contact_share");
        add("ensemble draw", "--members", "4", "--out", at("drawn.csv"));
        add("analyze sensitivity", at("results-members"));
        add("analyze voi", at("results-members"), "--measure", "contact_share", "--max");
        add("analyze robustness", at("results-spread"), "--measure", "contact_share", "--max");
        add("analyze selection", at("results-arms"), "--measure", "contact_share", "--max", "--indifference", "0.2");
        add(
                "calibrate",
                at("targets.csv"),
                "--scenario",
                at("small.yaml"),
                "--vary",
                "needs.rate_mean_per_year",
                "--budget",
                "20",
                "--replications",
                "2",
                "--out",
                at("results-fit"));
    }

    /** Leaves of the command tree without a line here. */
    private void assertComplete() {
        Map<String, CommandLine> leaves = new LinkedHashMap<>();
        collect(CommandTree.of(Console.to(System.out, System.err)), "", leaves);
        assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(leaves.keySet());
    }

    private static void collect(CommandLine command, String name, Map<String, CommandLine> leaves) {
        if (command.getSubcommands().isEmpty()) {
            leaves.put(name.strip(), command);
        }
        command.getSubcommands().forEach((word, sub) -> collect(sub, name + " " + word, leaves));
    }
}
