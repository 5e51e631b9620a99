package dev.borderline.cli;

import dev.borderline.cli.text.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;

/**
 * Every command, with the words that let it loose on a result folder. {@link #all} are those of the command line itself, so that a new
 * one that is not listed here fails the tests.
 */
final class OnFolders {
    /** Commands that open no result folder, whatever they are given. */
    static final Set<String> WITHOUT = Set.of(
            "completion",
            "ensemble draw",
            "explore",
            "scenarios check",
            "scenarios list",
            "scenarios new",
            "scenarios schema",
            "scenarios show",
            "scenarios validate",
            "serve",
            "share");

    /** Some hundred households that are watched so closely that some are arrested. */
    private static final String SCENARIO = """
            schema: 1
            extends: tightening-2015
            name: tiny
            title: A hamlet
            ensemble: none
            start: 2009-01-01
            end: 2009-05-01
            population:
              resettled_refugees: 120
            """;

    private static final String SWEEP = """
            schema: 1
            name: tiny-sweep
            title: Two by two
            scenario: tiny.yaml
            design: grid
            vary:
              levers.surveillance.coverage: [0.3, 0.9]
            arms: {base: , blind: {set: {levers.surveillance.informants_per_year: 0}}}
            replications: 2
            seed: 7
            outcomes: [contact_share, arrests, person_years_held]
            """;

    private OnFolders() {}

    /**
     * The words of each command that opens one, by its name.
     *
     * @param folder the result folder, of the sweep in {@code sweep}
     * @param scratch a folder for what they write elsewhere
     */
    static Map<String, List<String>> words(Path folder, Path sweep, Path scratch) {
        String f = folder.toString();
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("status", List.of("status", f));
        words.put("report", List.of("report", f));
        words.put(
                "export",
                List.of("export", f, "--out", scratch.resolve("export.csv").toString()));
        for (String kind : List.of("voi", "robustness")) {
            words.put("analyze " + kind, List.of("analyze", kind, f, "--measure", "contact_share", "--max"));
        }
        words.put(
                "analyze selection",
                List.of("analyze", "selection", f, "--measure", "contact_share", "--max", "--indifference", "0.1"));
        for (String kind : List.of("sobol", "morris", "sensitivity")) {
            words.put("analyze " + kind, List.of("analyze", kind, f));
        }
        for (String kind : List.of("prim", "cart")) {
            words.put("analyze " + kind, List.of("analyze", kind, f, "--measure", "arrests", "--threshold", "0"));
        }
        words.put(
                "merge", List.of("merge", f, "--out", scratch.resolve("merged").toString()));
        words.put("explain", List.of("explain", f, "--household", "1"));
        words.put(
                "trace",
                List.of(
                        "trace",
                        f,
                        "--arms",
                        "0/base",
                        "--out",
                        scratch.resolve("trace.csv").toString()));
        words.put("reproduce", List.of("reproduce", f));
        words.put("sweep", List.of("sweep", sweep.toString(), "--replications", "2", "--out", f));
        String scenario = sweep.resolveSibling("tiny.yaml").toString();
        words.put("run", List.of("run", scenario, "--replications", "2", "--out", f));
        String other = sweep.resolveSibling("other.yaml").toString();
        words.put("compare", List.of("compare", scenario, other, "--replications", "2", "--out", f));
        String targets = sweep.resolveSibling("targets.csv").toString();
        List<String> fit = List.of("--vary", "needs.rate_mean_per_year", "--budget", "4");
        words.put(
                "calibrate",
                joined(List.of(List.of("calibrate", targets, "--scenario", scenario), fit, List.of("--out", f))));
        return words;
    }

    private static List<String> joined(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** Writes what the commands need beside the sweep; gives the sweep. */
    static Path inputs(Path folder) {
        Small.write(folder.resolve("tiny.yaml"), SCENARIO);
        Small.write(folder.resolve("other.yaml"), "schema: 1\nextends: tiny.yaml\nname: other\n");
        Small.write(folder.resolve("targets.csv"), """
                id,target,measure,scenario,first_year,last_year,value,low,high,unit,use,grade,source
                T1,Needs,needs,tiny,2009,2009,30,20,40,needs,fit,B,made up
                """);
        return Small.write(folder.resolve("tiny-sweep.yaml"), SWEEP);
    }

    /** Commands that read a finished sweep of these and nothing else; they refuse a folder whose runs are not to be trusted. */
    static final Set<String> READING =
            Set.of("status", "report", "export", "analyze prim", "merge", "reproduce", "sweep");

    /** The names of all commands of the command line that do something. */
    static Set<String> all() {
        List<String> names = new ArrayList<>();
        collect(CommandTree.of(Console.ofProcess()), "", names);
        return new TreeSet<>(names);
    }

    private static void collect(CommandLine line, String prefix, List<String> names) {
        for (Map.Entry<String, CommandLine> entry : line.getSubcommands().entrySet()) {
            String name = (prefix + " " + entry.getKey()).strip();
            if (entry.getValue().getSubcommands().isEmpty()) {
                names.add(name);
            } else {
                collect(entry.getValue(), name, names);
            }
        }
    }
}
