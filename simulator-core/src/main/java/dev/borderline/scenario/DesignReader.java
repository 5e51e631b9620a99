package dev.borderline.scenario;

import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the design of a sweep: its word, and the keys that go with it. A key of another design is a fault. */
final class DesignReader {
    private static final String POINTS = "points";
    private static final String CANDIDATES = "candidates";
    private static final String SCRAMBLE = "scramble";
    private static final String SEQUENCE = "sequence";
    private static final List<String> SEQUENCES = List.of("sobol", "independent");
    private static final String BASE_POINTS = "base_points";
    private static final String SECOND_ORDER = "second_order";
    private static final String TRAJECTORIES = "trajectories";
    private static final String LEVELS = "levels";
    private static final String DESIGN_SEED = "design_seed";
    static final String FILE = "file";

    /** Keys of all designs. */
    static final List<String> KEYS = List.of(
            POINTS, CANDIDATES, SCRAMBLE, SEQUENCE, BASE_POINTS, SECOND_ORDER, TRAJECTORIES, LEVELS, DESIGN_SEED, FILE);

    private static final List<String> KINDS = List.of(
            SweepDesign.GRID,
            SweepDesign.ONE_AT_A_TIME,
            SweepDesign.LIST,
            SweepDesign.LHS,
            SweepDesign.SOBOL,
            SweepDesign.SALTELLI,
            SweepDesign.MORRIS);
    private static final Map<String, List<String>> KEYS_OF = Map.of(
            SweepDesign.LIST, List.of(FILE),
            SweepDesign.LHS, List.of(POINTS, CANDIDATES, DESIGN_SEED),
            SweepDesign.SOBOL, List.of(POINTS, SCRAMBLE, DESIGN_SEED),
            SweepDesign.SALTELLI, List.of(BASE_POINTS, SECOND_ORDER, SCRAMBLE, SEQUENCE, DESIGN_SEED),
            SweepDesign.MORRIS, List.of(TRAJECTORIES, LEVELS, DESIGN_SEED));

    private static final Map<String, List<String>> NEEDED_BY = Map.of(
            SweepDesign.LIST, List.of(FILE),
            SweepDesign.LHS, List.of("vary", POINTS),
            SweepDesign.SOBOL, List.of("vary", POINTS),
            SweepDesign.SALTELLI, List.of("vary", BASE_POINTS),
            SweepDesign.MORRIS, List.of("vary", TRAJECTORIES));

    private static final int SPREAD_MIN = 2; // of one walk or one base point no spread can be told, so no analysis
    private static final int POINTS_MAX = 100_000_000;
    private static final int LHS_POINTS_MAX = 100_000;
    private static final int CANDIDATES_MAX = 10_000;
    private static final double PAIRS_MAX = 2e10; // of points, about a minute of one core
    private static final int LEVELS_MAX = 1000;
    private static final int LEVELS_USUAL = 4;

    private final YamlNode.Mapping file;
    private final Faults faults;
    private final Scalars scalars;

    DesignReader(YamlNode.Mapping file, Faults faults) {
        this.file = file;
        this.faults = faults;
        this.scalars = new Scalars(faults);
    }

    /** The design, empty if its word is faulty; that of a list has no points yet. */
    Optional<SweepDesign> read() {
        Optional<String> word = file.get("design").isEmpty()
                ? Optional.of(SweepDesign.GRID)
                : file.get("design").flatMap(node -> scalars.word(node, "design", KINDS));
        return word.map(this::design);
    }

    private SweepDesign design(String kind) {
        refuseForeignKeys(kind);
        return switch (kind) {
            case SweepDesign.ONE_AT_A_TIME -> new SweepDesign.OneAtATime();
            case SweepDesign.LIST -> new SweepDesign.Listed(List.of());
            case SweepDesign.LHS -> lhs(kind);
            case SweepDesign.SOBOL -> new SweepDesign.Sobol(needed(POINTS, kind, 1, POINTS_MAX), yes(SCRAMBLE, true));
            case SweepDesign.SALTELLI -> saltelli(kind);
            case SweepDesign.MORRIS ->
                new SweepDesign.Morris(needed(TRAJECTORIES, kind, SPREAD_MIN, POINTS_MAX), levels());
            default -> new SweepDesign.Grid();
        };
    }

    /** Of each candidate all pairs of points may have to be compared. */
    private SweepDesign lhs(String kind) {
        int points = needed(POINTS, kind, 2, LHS_POINTS_MAX);
        int candidates = given(CANDIDATES, 1, CANDIDATES_MAX, 0);
        int most = (int) Math.max(1, Math.floor(PAIRS_MAX / (0.5 * points * points)));
        if (candidates > most) {
            faults.add(
                    Objects.requireNonNull(file.entries().get(CANDIDATES))
                            .value()
                            .mark(),
                    CANDIDATES,
                    candidates + " hypercubes of " + points
                            + " points would take hours to compare, pair by pair: at most " + most);
        }
        return new SweepDesign.Lhs(points, candidates);
    }

    private SweepDesign saltelli(String kind) {
        boolean independent = file.get(SEQUENCE)
                .flatMap(node -> scalars.word(node, SEQUENCE, SEQUENCES))
                .map(SEQUENCES.get(1)::equals)
                .orElse(false);
        YamlNode.Entry scramble = file.entries().get(SCRAMBLE);
        if (independent && scramble != null) {
            faults.add(scramble.keyMark(), SCRAMBLE, "is for Sobol' points; independent ones have nothing to scramble");
        }
        return new SweepDesign.Saltelli(
                needed(BASE_POINTS, kind, SPREAD_MIN, POINTS_MAX),
                yes(SECOND_ORDER, false),
                yes(SCRAMBLE, true),
                independent);
    }

    /** The seed of the design, if it has one of its own. */
    OptionalLong seed(long max) {
        return file.get(DESIGN_SEED)
                .map(node -> scalars.whole(node, DESIGN_SEED, 0, max))
                .orElse(OptionalLong.empty());
    }

    private void refuseForeignKeys(String kind) {
        List<String> own = KEYS_OF.getOrDefault(kind, List.of());
        for (String key : KEYS) {
            YamlNode.Entry entry = file.entries().get(key);
            if (entry != null && !own.contains(key)) {
                String takes = own.isEmpty() ? "it takes 'vary' alone" : "it takes " + String.join(", ", own);
                faults.add(entry.keyMark(), key, "is not for the design " + kind + "; " + takes);
            }
        }
    }

    private int needed(String key, String kind, int min, int max) {
        if (file.get(key).isEmpty()) {
            faults.add(file.mark(), key, "is missing; the design " + kind + " needs it");
        }
        return given(key, min, max, min);
    }

    private int given(String key, int min, int max, int usual) {
        OptionalLong value =
                file.get(key).map(node -> scalars.whole(node, key, min, max)).orElse(OptionalLong.empty());
        return (int) value.orElse(usual);
    }

    private int levels() {
        int levels = given(LEVELS, 2, LEVELS_MAX, LEVELS_USUAL);
        if (levels % 2 != 0) {
            faults.add(file.get(LEVELS).orElse(file).mark(), LEVELS, levels + " is not allowed; it is an even number");
        }
        return levels;
    }

    private boolean yes(String key, boolean usual) {
        return file.get(key)
                .flatMap(node -> scalars.word(node, key, List.of("true", "false")))
                .map(Boolean::parseBoolean)
                .orElse(usual);
    }

    /** The design and its keys. */
    static void describe(SchemaWriter schema) {
        schema.word("design", "How points are chosen from what varies; a grid unless said.", KINDS);
        schema.whole(POINTS, "Number of points.", 1, POINTS_MAX);
        schema.whole(CANDIDATES, "Hypercubes to choose the best of.", 1, CANDIDATES_MAX);
        schema.yes(SCRAMBLE, "Whether Sobol' points are scrambled.");
        schema.word(SEQUENCE, "Where base points come from.", SEQUENCES);
        schema.whole(BASE_POINTS, "Rows of the two base matrices.", SPREAD_MIN, POINTS_MAX);
        schema.yes(SECOND_ORDER, "Whether effects of pairs are asked for.");
        schema.whole(TRAJECTORIES, "Number of walks.", SPREAD_MIN, POINTS_MAX);
        schema.whole(LEVELS, "Places of each input, an even number.", 2, LEVELS_MAX);
        schema.whole(DESIGN_SEED, "Seed of the points, if it is another.", 0, ChanceReader.SEED_MAX);
        schema.text(FILE, "Table of points, a column for each input.");
    }

    /** Keys that go with each design, and those that it needs. */
    static void describeForeign(SchemaWriter schema) {
        JsonWriter json = schema.json();
        json.key("allOf").beginArray();
        for (String kind : KINDS) {
            boolean usual = kind.equals(SweepDesign.GRID); // also where no design is named
            json.beginObject().key("if").beginObject().key("properties").beginObject();
            json.key("design")
                    .beginObject()
                    .key("const")
                    .value(kind)
                    .endObject()
                    .endObject();
            schema.strings("required", usual ? List.of() : List.of("design"));
            json.endObject().key("then").beginObject();
            schema.strings("required", NEEDED_BY.getOrDefault(kind, usual ? List.of() : List.of("vary")));
            List<String> own = KEYS_OF.getOrDefault(kind, List.of());
            List<String> foreign = new ArrayList<>(KEYS);
            foreign.add("vary");
            foreign.removeIf(key -> own.contains(key) || (key.equals("vary") && !kind.equals(SweepDesign.LIST)));
            schema.never(foreign);
            json.endObject().endObject();
        }
        json.endArray();
    }
}
