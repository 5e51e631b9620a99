package dev.borderline.cli.serve;

import dev.borderline.text.Csv;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Levers that stand first on the page, by the spread over members of the prior that they explain. They are measured for every shipped
 * scenario in the outcomes that the page begins with; a scenario of somebody's own has the order of the baseline.
 */
final class LeverRanks {
    private static final String FILE = "lever-ranks.csv";
    private static final String OTHERS = "baseline";
    private static final int SCENARIO = 0;
    private static final int LEVER = 4;
    private static final Map<String, List<String>> FIRST = read();

    private LeverRanks() {}

    private static Map<String, List<String>> read() {
        try (InputStream in = Objects.requireNonNull(LeverRanks.class.getResourceAsStream(FILE))) {
            Map<String, List<String>> first = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Csv::fields)
                    .forEach(fields -> first.computeIfAbsent(fields.get(SCENARIO), absent -> new ArrayList<>())
                            .add(fields.get(LEVER)));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The place of a lever of a scenario, from 1; empty for those that come after. */
    static OptionalInt of(String scenario, String path) {
        int place = FIRST.getOrDefault(scenario, FIRST.getOrDefault(OTHERS, List.of()))
                .indexOf(path);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }
}
