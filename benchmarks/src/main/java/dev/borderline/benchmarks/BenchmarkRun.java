package dev.borderline.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Entry point of {@code run.sh}; its arguments are {@code quick} or {@code full}, and the file for JMH's JSON results.
 *
 * <p>Peers and we run the same workload in turn, each in virtual machines of its own, so that a loaded minute of a shared
 * machine does not fall on one of them alone.
 */
public final class BenchmarkRun {
    private static final String HOLD = "HoldBenchmark";
    private static final String ENGINE = "EngineBenchmark";
    private static final String[] PEERS = {Engine.OURS, "ssj", "dsol", "priorityQueue"};
    private static final String HEAP = "-Xmx6g";

    private final boolean isFull;
    private final String log;
    private int parts;
    private final List<RunResult> results = new ArrayList<>();

    private BenchmarkRun(boolean isFull, String log) {
        this.isFull = isFull;
        this.log = log;
    }

    /** Runs and prints the ratios on standard output; JMH's own logs go to files beside the results. */
    public static void main(String[] args) throws RunnerException, IOException {
        if (args.length != 2 || !List.of("quick", "full").contains(args[0])) {
            throw new IllegalArgumentException("usage: BenchmarkRun quick|full results.json");
        }
        BenchmarkRun run = new BenchmarkRun(args[0].equals("full"), args[1] + ".log");
        run.measure();
        try (PrintStream json =
                new PrintStream(Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, json).writeOut(run.results);
        }
        new Ratios(run.results).print(System.out);
    }

    private void measure() throws RunnerException {
        String[] sizes = {"1000", "100000", "1000000"};
        add(base(HOLD).param("law", "exponential").param("pending", sizes).param("peer", PEERS));
        add(base(ENGINE).param("workload", "mm1").param("subjects", "2").param("peer", PEERS));
        add(base(ENGINE)
                .param("workload", "callArrestRelease")
                .param("subjects", "100000")
                .param("peer", PEERS));
        if (isFull) {
            add(base(HOLD)
                    .param("law", "uniform", "bimodal", "pareto", "grid", "equal", "bursts")
                    .param("pending", sizes)
                    .param("peer", Engine.OURS, "priorityQueue"));
            add(base(HOLD).param("law", "exponential").param("pending", sizes).param("peer", "ssjSplay"));
            add(base(HOLD)
                    .param("law", "exponential")
                    .param("pending", "10", "10000000")
                    .param("peer", Engine.OURS, "priorityQueue"));
            add(base(ENGINE)
                    .param("workload", "loopHold")
                    .param("subjects", sizes)
                    .param("peer", Engine.OURS, "priorityQueue"));
            add(base("CancelBenchmark"));
            add(base("DrawsBenchmark"));
            add(base("ModelBenchmark").warmupIterations(8).measurementIterations(5)); // a run takes long to compile
        }
    }

    private ChainedOptionsBuilder base(String benchmark) {
        return new OptionsBuilder()
                .include("\\." + benchmark + "\\.")
                .forks(isFull ? 2 : 1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(isFull ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(HEAP, "-XX:+UseParallelGC")
                .addProfiler(CpuTime.class)
                .shouldFailOnError(true);
    }

    private void add(ChainedOptionsBuilder options) throws RunnerException {
        options.output(log + "." + ++parts);
        results.addAll(new Runner(options.build()).run());
    }
}
