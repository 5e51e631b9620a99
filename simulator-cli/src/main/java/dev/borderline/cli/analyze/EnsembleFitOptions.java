package dev.borderline.cli.analyze;

import dev.borderline.analysis.ensemble.FitSettings;
import dev.borderline.analysis.ensemble.WaveSettings;
import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.text.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of the fit of an ensemble. */
final class EnsembleFitOptions {
    private static final String PEOPLE = "30%";
    private static final int WAVES = 2;
    private static final int POINTS = 300;
    private static final int CHAINS = 250;
    private static final int STEPS = 6;
    private static final int LAST_STEPS = 80;
    private static final int MOVES = 6;
    private static final int MEMBERS = 256;
    private static final int MOST = 100_000;

    @Option(names = "--ensemble", description = "Fit an ensemble: a sample of all uncertain inputs given the targets.")
    private boolean ensemble;

    @Option(
            names = "--people",
            paramLabel = "SHARE",
            description = "Simulate a share of the households, such as 10%% (default: " + PEOPLE + "%).")
    private @Nullable String people;

    @Option(
            names = "--waves",
            paramLabel = "N",
            description =
                    "Waves of runs: the first over the prior, each further one where those before it leave the posterior"
                            + " (default: " + WAVES + ").")
    private @Nullable BigInteger waves;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Points of each of the four populations in each wave (default: " + POINTS + ").")
    private @Nullable BigInteger points;

    @Option(
            names = "--chains",
            paramLabel = "N",
            description = "Chains of the sampler in each population (default: " + CHAINS + ").")
    private @Nullable BigInteger chains;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "States of a chain at each temperature but the last (default: " + STEPS + ").")
    private @Nullable BigInteger steps;

    @Option(
            names = "--last-steps",
            paramLabel = "N",
            description = "States of a chain at the last temperature (default: " + LAST_STEPS + ").")
    private @Nullable BigInteger lastSteps;

    @Option(
            names = "--moves",
            paramLabel = "N",
            description =
                    "Moves of the sampler from one state to the next at the last temperature (default: " + MOVES + ").")
    private @Nullable BigInteger moves;

    @Option(names = "--members", paramLabel = "N", description = "Members to write (default: " + MEMBERS + ").")
    private @Nullable BigInteger members;

    boolean isAsked() {
        return ensemble;
    }

    /** Refuses options that are of a fit of an ensemble alone. */
    void refuseUnlessAsked() {
        if (people != null
                || waves != null
                || points != null
                || chains != null
                || steps != null
                || lastSteps != null
                || moves != null
                || members != null) {
            throw new Refusal(
                    "--people, --waves, --points, --chains, --steps, --last-steps, --moves and --members are of --ensemble: give it too");
        }
    }

    double share() {
        return EnsembleOptions.share(people == null ? PEOPLE : people);
    }

    WaveSettings settings(long seed) {
        FitSettings sampler = FitSettings.of(
                        whole("--chains", chains, 4, CHAINS),
                        whole("--steps", steps, 2, STEPS),
                        whole("--last-steps", lastSteps, 2, LAST_STEPS),
                        seed)
                .movesEach(whole("--moves", moves, 1, MOVES));
        return new WaveSettings(whole("--waves", waves, 1, WAVES), whole("--points", points, 20, POINTS), sampler);
    }

    /** Number of members to write, at most the particles of the fit. */
    int members(FitSettings settings) {
        int particles = settings.populations() * settings.chains() * settings.lastSteps();
        if (members == null) {
            return Math.min(MEMBERS, particles);
        }
        return ChanceOptions.whole("--members", members, 1, particles);
    }

    /** The options as words of a command. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--ensemble", "--people", people == null ? PEOPLE : people));
        add(words, "--waves", waves);
        add(words, "--points", points);
        add(words, "--chains", chains);
        add(words, "--steps", steps);
        add(words, "--last-steps", lastSteps);
        add(words, "--moves", moves);
        add(words, "--members", members);
        return words;
    }

    private static void add(List<String> words, String option, @Nullable BigInteger number) {
        if (number != null) {
            words.addAll(List.of(option, number.toString()));
        }
    }

    private static int whole(String option, @Nullable BigInteger asked, int least, int usual) {
        return asked == null ? usual : ChanceOptions.whole(option, asked, least, MOST);
    }
}
