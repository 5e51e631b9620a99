package dev.borderline.simulation;

import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.observe.Probe;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.simulation.Simulation.RunLimits;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A run in a file: what it is a run of, then its state, in blocks with a checksum each.
 *
 * <pre>
 * header  form of the file, scenario (text, SHA-256), seed, replication, date, probes
 * state   part by part, see {@link dev.borderline.state.StateRegistry}
 * </pre>
 */
final class SavedRun {
    /** Changes whenever a file of before would be read wrongly. */
    private static final String FORM = "borderline run 1";

    private SavedRun() {}

    /** Header of a file: the run that it holds. */
    record Header(String yaml, String sha256, RunKey key, LocalDate date, List<String> probes) {
        static Header of(Run run) {
            Scenario scenario = run.simulation().scenario();
            List<String> probes = run.probes().stream()
                    .map(probe -> probe.getClass().getName())
                    .toList();
            return new Header(
                    scenario.toYaml(), scenario.sha256(), run.key(), run.state().date(), probes);
        }

        /** The scenario, made of the standard catalog. */
        Scenario scenario() {
            SourceText text = new SourceText("the scenario of a saved run", yaml);
            return ScenarioReader.read(StandardCatalog.standard(), text, new ScenarioFiles());
        }

        void write(StateWriter out) {
            out.text(FORM);
            out.text(yaml);
            out.text(sha256);
            out.int64(key.seed());
            out.int32(key.replication());
            out.int64(date.toEpochDay());
            out.int32(probes.size());
            probes.forEach(out::text);
        }

        static Header read(StateReader in) {
            String form = in.text();
            if (!form.equals(FORM)) {
                throw new IllegalStateException("it has the form '" + form + "'; this build reads '" + FORM + "'");
            }
            String yaml = in.text();
            String sha256 = in.text();
            RunKey key = new RunKey(in.int64(), in.int32());
            LocalDate date = LocalDate.ofEpochDay(in.int64());
            List<String> probes = new ArrayList<>();
            for (int left = in.length(Integer.MAX_VALUE); left > 0; left--) {
                probes.add(in.text());
            }
            return new Header(yaml, sha256, key, date, probes);
        }

        /** Number of some probes that are those that listened, one after the other. */
        int carriedOn(List<Probe> given) {
            int same = 0;
            while (same < given.size()
                    && same < probes.size()
                    && given.get(same).getClass().getName().equals(probes.get(same))) {
                same++;
            }
            return same;
        }
    }

    /** Writes a run; the file appears whole or not at all. */
    static void write(Path file, Run run) throws IOException {
        try (CheckedBlocks.Sink sink = CheckedBlocks.create(file)) {
            StateWriter out = new StateWriter(sink);
            Header.of(run).write(out);
            run.save(out);
            sink.commit();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Goes on with the run of a file, of what {@code simulation} makes of its header. */
    static RunInProgress read(Path file, Function<Header, Simulation> simulation, RunLimits limits, List<Probe> probes)
            throws IOException {
        try (CheckedBlocks.Source source = CheckedBlocks.open(file)) {
            StateReader in = new StateReader(source);
            Header header = Header.read(in);
            Simulation future = simulation.apply(header);
            checkPast(future, header);
            Run run = new Run(future, header.key());
            run.limit(limits);
            int same = header.carriedOn(probes);
            run.resume(in, probes.subList(0, same), probes.subList(same, probes.size()));
            source.checkEnd();
            return new RunInProgress(run);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (IllegalStateException misfit) {
            throw new InvalidInput(Mark.NONE, file.toString(), "cannot be gone on with: " + misfit.getMessage());
        }
    }

    /** A scenario of the same digest needs no further look; another must have had the same past. */
    private static void checkPast(Simulation future, Header header) {
        if (!future.scenario().sha256().equals(header.sha256())) {
            future.checkSamePast(Simulation.of(header.scenario()), header.date());
        }
    }
}
