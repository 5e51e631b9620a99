package dev.borderline.cli.serve;

import dev.borderline.cli.options.Converters;
import dev.borderline.cli.options.Question;
import dev.borderline.cli.run.CompareCommand;
import dev.borderline.cli.run.RunCommand;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.TextDigest;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/**
 * A question that a request puts, as the command that answers the same. Immutable.
 *
 * @param command {@code run} or {@code compare}
 * @param references scenarios, with names of arms before them
 * @param changes words that change the scenarios
 * @param options value by option, in the order in which they are written
 * @param texts of scenarios that the request brings, by the file that stands for them in the command
 * @param form of the answer
 */
record Asked(
        String command,
        List<String> references,
        List<String> changes,
        Map<String, String> options,
        Map<String, String> texts,
        Form form)
        implements Work {
    /**
     * Extras of an answer.
     *
     * @param outcomes of a run's frame; empty for the usual ones
     * @param yearly a frame with rows by year
     * @param refine to go on to all people
     * @param threads runs at a time at most; 0 for as many as the server has
     */
    record Form(List<String> outcomes, boolean yearly, boolean refine, int threads) {}

    static final String ENSEMBLE = "--ensemble";
    static final String MEMBERS = "--members";
    static final String PEOPLE = "--people";
    static final String REPLICATIONS = "--replications";

    /** This question with another value of an option. */
    Asked with(String option, String value) {
        Map<String, String> other = new LinkedHashMap<>(options);
        other.put(option, value);
        return new Asked(command, references, changes, other, texts, form);
    }

    /** Words of the command after its name. */
    private List<String> words() {
        List<String> words = new ArrayList<>(references);
        words.addAll(changes);
        options.forEach((option, value) -> {
            words.add(option);
            words.add(value);
        });
        return words;
    }

    /** The command line that prints the same numbers. */
    String line() {
        List<String> words = new ArrayList<>(List.of(Shell.program(), command));
        words.addAll(words());
        return Shell.line(words);
    }

    @Override
    public Optional<String> answer(Workshop shop) throws IOException {
        Question question = question();
        Experiment experiment = question.asked();
        Optional<RunStore> runs = shop.runs(experiment, form.threads());
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(Answers.of(this, digest(experiment), question, experiment, runs.get()));
    }

    /** Digest of everything that decides the answer: program, runs, words of the command, form. Not of the number of threads. */
    String digest(Experiment experiment) {
        TextDigest text = new TextDigest();
        text.append("borderline answer 1\n" + Version.build() + "\n" + experiment.sha256() + "\n");
        text.append(line() + "\nyearly " + form.yearly() + " " + form.outcomes() + "\n");
        texts.forEach((file, yaml) -> text.append(file + " " + yaml.length() + "\n" + yaml + "\n"));
        return text.finish();
    }

    /** The question, read by its command; throws what the command refuses. */
    Question question() {
        Console nobody = Console.to(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
        Question question =
                command.equals("run") ? new RunCommand(nobody, this::named) : new CompareCommand(nobody, this::named);
        Converters.register(new CommandLine(question)).parseArgs(words().toArray(new String[0]));
        return question;
    }

    /** Refuses outcomes that the experiment does not measure. */
    void refuseUnknownOutcomes(Experiment experiment) {
        List<String> known = experiment.simulation(0, 0).measures().stream()
                .map(Measure::name)
                .toList();
        for (String outcome : form.outcomes()) {
            if (!known.contains(outcome)) {
                throw new Refusal(
                        "outcomes: there is no measure " + Fault.quoted(outcome) + Faults.didYouMean(outcome, known));
            }
        }
    }

    private Scenario named(String reference) {
        String text = texts.get(reference);
        return text == null ? Texts.named(reference) : Texts.scenario(reference, text);
    }
}
