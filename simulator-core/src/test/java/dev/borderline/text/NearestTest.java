package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("households", "zones", "replications", "seed", "speed", "mean_stay_days");

    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "household, households",
        "huoseholds, households",
        "zone, zones",
        "Zones, zones",
        "seeed, seed",
        "mean-stay-day, mean_stay_days",
        "replicatoins, replications"
    })
    void nearest_misspelt_isTheKnownName(String name, String expected) {
        assertThat(Nearest.nearest(name, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"budget", "xx", "z", "hold"})
    void nearest_farFromAll_isEmpty(String name) {
        assertThat(Nearest.nearest(name, KNOWN)).isEmpty();
    }

    @Test
    void nearest_equallyNear_isTheFirstInTheAlphabet() {
        assertThat(Nearest.nearest("cat", List.of("hat", "bat", "rat"))).contains("bat");
        assertThat(Nearest.nearest("cat", List.of())).isEmpty();
    }

    @Test
    void nearest_ofAShortName_mayBeLongerByTwo() {
        assertThat(Nearest.nearest("arest", List.of("arrests", "minutes"))).contains("arrests");
    }

    @ParameterizedTest(name = "{0} to {1} takes {2}")
    @CsvSource({
        "kitten, sitting, 3",
        "ab, ba, 1",
        "ca, abc, 3",
        "'', abc, 3",
        "abc, '', 3",
        "same, same, 0",
        "abcd, acbd, 1"
    })
    void distance_knownPairs_countsEdits(String from, String to, int edits) {
        assertEquals(edits, Nearest.distance(from, to));
        assertEquals(edits, Nearest.distance(to, from));
    }
}
