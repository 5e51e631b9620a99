package dev.borderline.experiment.compare;

import dev.borderline.experiment.Runner;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Runs a scenario beside those that its signature names, with common random numbers, and tells which claims show.
 *
 * <pre>{@code
 * List<Verdict> verdicts = SignatureCheck.of(Scenarios.checked("leniency")).replications(20).run();
 * }</pre>
 *
 * <p>Set up by one thread and run once.
 */
public final class SignatureCheck {
    /** Level of the intervals: a false claim shows with a probability of at most half the rest. */
    public static final double LEVEL = 0.999;

    private static final int REPLICATIONS = 10;
    private static final long SEED = 42;

    private final Scenario scenario;
    private int replications = REPLICATIONS;
    private long seed = SEED;
    private UnaryOperator<Runner> setUp = UnaryOperator.identity();

    private SignatureCheck(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Ten replications with seed 42, unless set otherwise. */
    public static SignatureCheck of(Scenario scenario) {
        return new SignatureCheck(scenario);
    }

    /** Number of runs of each scenario, at least two. */
    public SignatureCheck replications(int number) {
        replications = number;
        return this;
    }

    /** Master seed. */
    public SignatureCheck seed(long master) {
        seed = master;
        return this;
    }

    /** Sets threads, progress or cancelling: {@code runner -> runner.threads(2)}. */
    public SignatureCheck runner(UnaryOperator<Runner> change) {
        setUp = change;
        return this;
    }

    /**
     * Makes the runs; one verdict a claim, in the order of the file.
     *
     * @throws RunsFailed if any broke off
     */
    public List<Verdict> run() {
        Map<String, Integer> armOf = new TreeMap<>();
        List<Scenario> others = new ArrayList<>();
        for (Claim claim : scenario.signature()) {
            if (!claim.scenario().isEmpty() && !armOf.containsKey(claim.scenario())) {
                others.add(named(claim));
                armOf.put(claim.scenario(), others.size());
            }
        }
        List<Replicates> arms = Compare.arms(scenario, others.toArray(new Scenario[0]))
                .replications(replications)
                .seed(seed)
                .runner(setUp)
                .run()
                .arms();
        return scenario.signature().stream()
                .map(claim -> Verdict.of(claim, arms.get(0), arms.get(armOf.getOrDefault(claim.scenario(), 0)), LEVEL))
                .toList();
    }

    /** The scenario a claim names, sought from the file in which the claim stands. */
    private static Scenario named(Claim claim) {
        ScenarioFiles files = new ScenarioFiles();
        SourceText text = files.find(claim.scenario(), claim.mark().file())
                .orElseThrow(() -> new IllegalStateException(
                        claim.scenario() + " was there when the signature was read, and is there no more"));
        return ScenarioReader.read(StandardCatalog.standard(), text, files);
    }
}
