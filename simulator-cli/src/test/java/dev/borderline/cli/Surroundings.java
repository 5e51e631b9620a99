package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.text.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Commands one after another in one process of their own, with the streams and the environment that a script gives it. */
final class Surroundings {
    private static final String END = "==== end of command";

    private Surroundings() {}

    /** The process: arguments are a file of commands, a line each, words between tabs. */
    static final class InTurn {
        private InTurn() {}

        /** Runs them; after each its exit code goes to standard error, and a line to both streams. */
        public static void main(String[] args) throws IOException {
            Locale.setDefault(Locale.ROOT); // as the program itself does
            for (String line : Files.readAllLines(Path.of(args[0]))) {
                Console console = Console.ofProcess();
                String[] words = line.split("\t", -1);
                int code = CommandTree.of(console, words).execute(words);
                System.out.println(END);
                System.err.println(END + " " + code);
            }
        }
    }

    /**
     * All commands in turn.
     *
     * @param folder for files of the process
     * @param script of bash, whose {@code "$@"} is the process
     */
    static Map<String, Ran> inTurn(Path folder, String script, Map<String, List<String>> commands)
            throws IOException, InterruptedException {
        List<String> lines = commands.values().stream()
                .map(words -> String.join("\t", words))
                .toList();
        Path list = Files.write(Files.createTempFile(folder, "commands", ".txt"), lines);
        List<String> words = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        words.addAll(Child.wordsOf(InTurn.class, List.of(), list.toString()));
        Ran all = Child.startWords(folder, words).await();
        assertThat(all.code()).as(all.err()).isZero();
        String[] outs = all.out().split(END + "\n", -1);
        String[] errs = all.err().split(END, -1);
        Map<String, Ran> ran = new LinkedHashMap<>();
        for (String name : commands.keySet()) {
            int at = ran.size();
            String said = at == 0 ? errs[0] : errs[at].substring(errs[at].indexOf('\n') + 1);
            int code = Integer.parseInt(
                    errs[at + 1].lines().findFirst().orElseThrow().strip());
            ran.put(name, new Ran(code, at < outs.length ? outs[at] : "", said));
        }
        return ran;
    }
}
