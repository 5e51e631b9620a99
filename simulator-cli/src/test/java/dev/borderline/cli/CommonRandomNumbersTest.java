package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Precision gained by common random numbers: half-widths of a difference from {@code compare}, with {@code --independent} and
 * without. Seeds are fixed. Measured factors are four times what is asked for and more ({@code docs/comparing.md}), so that the
 * 13 to 25 % by which a ratio of two spreads of so few runs errs by chance cannot decide.
 */
class CommonRandomNumbersTest {
    private static final double LEAST = 5;
    private static final List<String> VILLAGES =
            List.of("--set", "population.resettled_refugees=2000", "-n", "10", "--seed", "1");

    @TempDir
    private Path folder = Path.of("");

    private static JsonNode measures(List<String> scenarios, List<String> words, String... more) {
        List<String> args = new ArrayList<>(List.of("compare"));
        args.addAll(scenarios);
        args.addAll(words);
        args.addAll(List.of("--point-estimate", "--outcomes", "contact_share,arrests", "--fates", "0", "--json"));
        args.addAll(List.of(more));
        Ran ran = Ran.command(args.toArray(new String[0]));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out()).at("/arms/0/measures");
    }

    private static double halfWidth(JsonNode difference) {
        return (difference.get("ci_high").asDouble() - difference.get("ci_low").asDouble()) / 2;
    }

    private static void intervalsAreNarrower(List<String> scenarios, List<String> words) {
        JsonNode shared = measures(scenarios, words);
        JsonNode independent = measures(scenarios, words, "--independent");
        double arrests = halfWidth(independent.get("arrests"));

        assertThat(halfWidth(independent.get("contact_share")) / halfWidth(shared.get("contact_share")))
                .as("contact_share, paired")
                .isGreaterThan(LEAST);
        assertThat(arrests / halfWidth(shared.at("/arrests/expected")))
                .as("arrests, expected")
                .isGreaterThan(LEAST);
        assertThat(arrests / halfWidth(shared.get("arrests")))
                .as("arrests as counted, which common random numbers alone help less")
                .isLessThan(arrests / halfWidth(shared.at("/arrests/expected")));
    }

    /** The shipped scenarios with fewer people in the years after the drive. */
    @Test
    void fewerPeople_intervalsAreFiveTimesNarrower() {
        Path base = Small.write(folder.resolve("base.yaml"), SHORT.formatted("tightening-2015", "base"));
        Path drive = Small.write(folder.resolve("drive.yaml"), SHORT.formatted("anti-corruption-drive", "drive"));
        intervalsAreNarrower(List.of(base.toString(), drive.toString()), VILLAGES);
    }

    private static final String SHORT = """
            schema: 1
            extends: %s
            name: %s
            end: 2014-01-01
            """;

    @Tag("deep")
    @Test
    void shippedScenarios_intervalsAreFiveTimesNarrower() {
        intervalsAreNarrower(List.of("tightening-2015", "anti-corruption-drive"), List.of("-n", "30"));
    }
}
