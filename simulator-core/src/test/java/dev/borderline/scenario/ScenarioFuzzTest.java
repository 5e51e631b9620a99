package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.yaml.InvalidInput;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged texts: whatever the damage, the answer is a scenario or a refusal, and it comes soon. */
class ScenarioFuzzTest {
    private static final String[] PIECES = {
        "\t",
        "\n",
        "  ",
        ":",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "!!int ",
        "|",
        ">",
        "\"",
        "'",
        "#",
        ",",
        "?",
        "%",
        "---",
        "...",
        "@",
        "`",
        "~",
        "null",
        ".nan",
        ".inf",
        "1e400",
        "-1",
        "1e-400",
        "0x1",
        "9".repeat(400),
        "\0",
        "\uD800",
        "\uFEFF",
        "é",
        "\u2028",
        "<<",
        "zones:",
        "policies:",
        "extends: x",
        "true",
        "2009-13-45",
        "\\",
        "\\x",
        "\\uD83D"
    };

    @Test
    void damagedScenarios_areReadOrRefused() {
        damage(Texts.seed("baseline.yaml"), 20_091, 1_500, ScenarioFuzzTest::readScenario);
    }

    @Test
    void damagedSweeps_areReadOrRefused() {
        damage(Texts.seed("sweeps/crackdown.yaml"), 20_092, 500, Texts::sweep);
    }

    @Test
    void damagedPolicies_areReadOrRefused() {
        String text = Texts.extension(
                "policies:",
                "  - lever: surveillance.coverage",
                "    at: 2012-01-01",
                "    ramp: {to: 0.06, until: 2013-03-01}",
                "  - {lever: surveillance.teams, at: 2012-02-01, scale: 2, source: x}",
                "  - {lever: jamming.failure_probability, at: 2012-01-01, set: 0.5}");
        damage(text, 20_093, 1_000, ScenarioFuzzTest::readScenario);
    }

    @Test
    @Tag("deep")
    void muchDamage_isReadOrRefused() {
        damage(Texts.seed("baseline.yaml"), 20_094, 50_000, ScenarioFuzzTest::readScenario);
    }

    private static void readScenario(String text) {
        Scenario scenario = Texts.scenario(text);
        assertThat(Texts.scenario(scenario.toYaml()).sha256()).isEqualTo(scenario.sha256());
    }

    private static void damage(String text, long seed, int times, Consumer<String> reader) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < times; i++) {
            String damaged = damaged(text, random);
            try {
                reader.accept(damaged);
            } catch (InvalidInput refusal) {
                assertThat(refusal.faults()).isNotEmpty();
                assertThat(refusal.getMessage().lines()).allMatch(line -> line.length() < 1_000);
            } catch (RuntimeException | StackOverflowError broken) {
                throw new AssertionError("seed " + seed + ", text " + i + ":\n" + damaged, broken);
            }
        }
    }

    private static String damaged(String text, SplittableRandom random) {
        StringBuilder damaged = new StringBuilder(text);
        int wounds = 1 + random.nextInt(4);
        for (int wound = 0; wound < wounds; wound++) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(5)) {
                case 0 -> damaged.delete(at, end);
                case 1 -> damaged.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> damaged.replace(at, at + 1, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> damaged.insert(random.nextInt(damaged.length()), damaged.substring(at, end));
                default -> damaged.setCharAt(at, (char) random.nextInt(32, 127));
            }
        }
        return damaged.toString();
    }
}
