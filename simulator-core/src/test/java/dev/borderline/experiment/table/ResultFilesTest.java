package dev.borderline.experiment.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.JournalHead;
import dev.borderline.experiment.store.MeasureSummary;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.experiment.store.RunRecord;
import dev.borderline.experiment.store.RunStore;
import dev.borderline.experiment.store.Task;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
    @TempDir
    private Path folder;

    private static RunRecord run(Task task) {
        if (task.equals(new Task(0, 0, 2))) {
            throw new IllegalStateException("broke, badly");
        }
        return FakeRuns.run(task);
    }

    private Path written(String name, int threads, int pausesEvery) throws IOException {
        Experiment experiment = FakeRuns.experiment(5);
        Path own = Files.createDirectory(folder.resolve(name));
        int done = 0;
        while (done < experiment.tasks().size()) {
            int pause = done + pausesEvery;
            try (Journal journal = open(own, experiment)) {
                Runner runner = Runner.of(ResultFilesTest::run, journal).threads(threads);
                done = runner.cancelWhen(() -> journal.size() >= pause).run().done();
                ResultFiles.write(own, experiment, journal);
            }
        }
        return own;
    }

    private static Journal open(Path folder, Experiment experiment) throws IOException {
        return Journal.open(
                folder.resolve("runs.journal"), new JournalHead("0".repeat(64), "test"), experiment.tasks());
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(".csv")).toList()) {
                texts.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return texts;
    }

    @Test
    void files_anyThreadsAndInterruptions_haveTheSameBytes() throws IOException {
        Map<String, String> one = texts(written("one", 1, 1000));
        assertThat(one.keySet()).containsExactly("design.csv", "failures.csv", "runs.csv", "summary.csv", "yearly.csv");
        assertThat(texts(written("two", 2, 1000))).isEqualTo(one);
        assertThat(texts(written("four", 4, 7))).isEqualTo(one);
    }

    @Test
    void files_content_isAsDocumented() throws IOException {
        Path files = written("content", 1, 1000);
        List<String> runs = Files.readAllLines(files.resolve("runs.csv"));
        assertThat(runs).hasSize(1 + 30);
        assertThat(runs.get(0))
                .isEqualTo("point,arm,replication,seed,fingerprint,events,levers.surveillance.coverage,"
                        + "calls,paid_usd,held_years,paid_mean_usd");
        assertThat(runs.get(3)).isEqualTo("0,base,2,42,,,0,,,,");
        assertThat(runs.get(6)).startsWith("0,\"no, \"\"quoted\"\"\",0,42,");
        assertThat(Files.readString(files.resolve("design.csv")))
                .isEqualTo("point,levers.surveillance.coverage\n0,0\n1,0.03\n2,0.12\n");
        assertThat(Files.readAllLines(files.resolve("failures.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("0,base,2,42,\"broke, badly\",");
        assertThat(Files.readAllLines(files.resolve("yearly.csv")))
                .hasSize(1 + 29 * (2 + 1 + 2 + 5)) // calls only: the experiment names its outcomes
                .contains("tightening-2015,base,0,1,2014-01-01,all,calls,0,calls")
                .contains("tightening-2015,base,0,1,,fifth:5,calls,0,calls");
    }

    /** Cells too large for the room there is are read several times, some measures at a time. */
    @ParameterizedTest(name = "room for {0} values")
    @ValueSource(ints = {1, 5, 9, 12, 19, 20})
    void summaries_inLittleRoom_areTheSame(int room) throws IOException {
        Experiment experiment = FakeRuns.experiment(5);
        RunStore store = new MemoryStore(experiment.tasks());
        Runner.of(ResultFilesTest::run, store).run();
        List<CellSummary> cells = new ArrayList<>();
        Summaries summaries = new Summaries(experiment, store, cells::add, room);
        store.forEach(summaries);
        summaries.finish();

        assertThat(cells).isEqualTo(Summaries.of(experiment, store)).hasSize(6);
        assertThat(cells.get(0).runs()).isEqualTo(4);
        assertThat(cells.get(0).measures()).hasSize(4);
        List<String> all = cells.get(0).measures().stream()
                .map(summary -> summary.measure().name())
                .toList();
        assertThat(Summaries.ofFirst(experiment, store, 2, all)).isEqualTo(cells.subList(0, 2));
        assertThat(Summaries.ofFirst(experiment, store, 100, all)).isEqualTo(cells);
        assertThat(Summaries.ofFirst(experiment, store, 1, List.of(all.get(3), all.get(1))))
                .singleElement()
                .satisfies(cell -> assertThat(cell.measures())
                        .containsExactly(
                                cells.get(0).measures().get(1),
                                cells.get(0).measures().get(3)));
    }

    @Test
    void summary_ofACell_standsInNineDigits() throws IOException {
        List<String> lines = Files.readAllLines(written("summary", 2, 1000).resolve("summary.csv"));
        assertThat(lines).hasSize(1 + 6 * 4);
        assertThat(lines.get(0))
                .isEqualTo("point,arm,levers.surveillance.coverage,measure,unit,n,mean,sd,se,ci_low,ci_high,conf_level,"
                        + "min,q05,q25,q50,q75,q95,max");
        double[] values = IntStream.of(0, 2, 3, 4)
                .mapToDouble(k -> FakeRuns.run(new Task(2, 0, k)).value(3))
                .toArray();
        MeasureSummary ratio = MeasureSummary.of(FakeRuns.LAYOUT.measures().get(3), values);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("2,base,0.12,paid_mean_usd,USD,4,"))
                .singleElement()
                .asString()
                .contains("," + Numbers.summary(ratio.mean()) + "," + Numbers.summary(ratio.sd()) + ",")
                .endsWith("," + Numbers.summary(ratio.quantiles().get(6)));
    }
}
