package dev.borderline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.scenario.Factor.Range;
import dev.borderline.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Designs and ranges in sweep files. */
class SweepDesignsTest {
    private static final String HEAD = "schema: 1\nscenario: baseline\nreplications: 2\nseed: 1\n";
    private static final String VARY = "vary: {levers.surveillance.coverage: {min: 0.01, max: 0.1}}\n";

    @TempDir
    private Path folder = Path.of("");

    private static SweepFile sweep(String... lines) {
        return Texts.sweep(HEAD + String.join("\n", lines) + "\n");
    }

    private static List<String> faults(String... lines) {
        return Texts.faults(() -> sweep(lines));
    }

    @Test
    void designs_areReadWithTheirKeys() {
        assertThat(sweep("design: one_at_a_time", VARY).design()).isEqualTo(new SweepDesign.OneAtATime());
        assertThat(sweep("design: lhs", "points: 64", VARY).design()).isEqualTo(new SweepDesign.Lhs(64, 0));
        assertThat(sweep("design: lhs", "points: 64", "candidates: 7", "design_seed: 5", VARY))
                .matches(sweep -> sweep.design().equals(new SweepDesign.Lhs(64, 7)))
                .matches(sweep -> sweep.designSeed().orElse(0) == 5);
        assertThat(sweep("design: sobol", "points: 64", VARY).design()).isEqualTo(new SweepDesign.Sobol(64, true));
        assertThat(sweep("design: sobol", "points: 64", "scramble: false", VARY).design())
                .isEqualTo(new SweepDesign.Sobol(64, false));
        assertThat(sweep("design: saltelli", "base_points: 8", "second_order: true", VARY)
                        .design())
                .isEqualTo(new SweepDesign.Saltelli(8, true, true, false));
        assertThat(sweep("design: saltelli", "base_points: 8", "sequence: independent", VARY)
                        .design())
                .isEqualTo(new SweepDesign.Saltelli(8, false, true, true));
        assertThat(sweep("design: morris", "trajectories: 10", VARY).design()).isEqualTo(new SweepDesign.Morris(10, 4));
    }

    @Test
    void sobolPoints_notAPowerOfTwo_areWarnedOf() {
        assertThat(sweep("design: saltelli", "base_points: 7", VARY).warnings())
                .extracting(Fault::toString)
                .containsExactly("my.yaml:6:14: base_points: 7 is no power of two, so the points fill the ranges less"
                        + " evenly than they might");
        assertThat(sweep("design: sobol", "points: 100", VARY).warnings()).hasSize(1);
        assertThat(sweep("design: sobol", "points: 64", VARY).warnings()).isEmpty();
        assertThat(sweep("design: saltelli", "base_points: 7", "sequence: independent", VARY)
                        .warnings())
                .isEmpty();
        assertThat(sweep("design: lhs", "points: 7", VARY).warnings()).isEmpty();
    }

    @Test
    void ranges_areReadInEveryForm() {
        SweepFile sweep = sweep(
                "design: lhs",
                "points: 4",
                "vary:",
                "  levers.surveillance.coverage: {min: 0.01, max: 0.1, scale: log, unit: \"1\"}",
                "  levers.settlement.bribe_detection: {values: [0, 0.1], unit: \"1\"}",
                "  connection.tries: {min: 1, max: 4}",
                "  population.income_mean_usd: {distribution: lognormal, mean: 1000, sigma: 0.2, unit: USD/year}",
                "  levers.jamming.failure_probability: {distribution: normal, mean: 0.1, sd: 0.1, min: 0, max: 1}",
                "  zones.reach.border: [true, false]");
        assertThat(sweep.factors().get(0)).isEqualTo(Factor.log("levers.surveillance.coverage", 0.01, 0.1));
        assertThat(sweep.factors().get(1)).isEqualTo(Factor.of("levers.settlement.bribe_detection", 0, 0.1));
        assertThat(sweep.factors().get(2).range()).isEqualTo(Range.linear(1, 4).whole());
        assertThat(sweep.factors().get(3).range().text()).isEqualTo("lognormal mean 1000 sigma 0.2");
        assertThat(sweep.factors().get(3).range().at(0.5)).isEqualTo(980.198673307); // 1000 exp(-0.02)
        assertThat(sweep.factors().get(4).range().text()).isEqualTo("normal mean 0.1 sd 0.1 min 0 max 1");
        assertThat(sweep.factors().get(5).values()).containsExactly(1.0, 0.0);
    }

    @Test
    void keysOfOtherDesigns_areRefused() {
        assertThat(faults("points: 4"))
                .containsExactly("my.yaml:5:1: points: is not for the design grid; it takes 'vary' alone");
        assertThat(faults("design: saltelli", "points: 4", VARY))
                .containsExactly(
                        "my.yaml:1:1: base_points: is missing; the design saltelli needs it",
                        "my.yaml:6:1: points: is not for the design saltelli; it takes base_points, second_order,"
                                + " scramble, sequence, design_seed");
        assertThat(faults("design: morris", "trajectories: 0", "levels: 5", "trajectory: 7", VARY))
                .containsExactly(
                        "my.yaml:6:15: trajectories: '0' is not allowed; it is a whole number from 2 to 100000000",
                        "my.yaml:7:9: levels: 5 is not allowed; it is an even number",
                        "my.yaml:8:1: trajectory: unknown key 'trajectory'; did you mean 'trajectories'?");
        assertThat(faults("design: lhs", "points: 1", "scramble: maybe", VARY))
                .containsExactly(
                        "my.yaml:6:9: points: '1' is not allowed; it is a whole number from 2 to 100000",
                        "my.yaml:7:1: scramble: is not for the design lhs; it takes points, candidates, design_seed");
        assertThat(faults("design: saltelli", "base_points: 4", "scramble: true", "sequence: independent", VARY))
                .containsExactly(
                        "my.yaml:7:1: scramble: is for Sobol' points; independent ones have nothing to scramble");
        assertThat(faults("design: saltelli", "base_points: 4", "sequence: halton", VARY))
                .containsExactly("my.yaml:7:11: sequence: 'halton' is not allowed; it is one of sobol, independent");
        assertThat(faults("design: sobol", "points: 8")).containsExactly("my.yaml:1:1: vary: is missing");
        assertThat(faults("design: sobol", "points: 8", "vary: {}"))
                .containsExactly("my.yaml:7:7: vary: names no input; the design sobol needs one");
        assertThat(faults("design: soboll", VARY))
                .containsExactly(
                        "my.yaml:5:9: design: 'soboll' is not allowed; it is one of grid, one_at_a_time, list, lhs,"
                                + " sobol, saltelli, morris; did you mean 'sobol'?");
    }

    @Test
    void ranges_faulty_areAllTold() {
        assertThat(faults(
                        "design: lhs",
                        "points: 4",
                        "vary:",
                        "  levers.surveillance.coverage: {min: 0.1, max: 2}",
                        "  levers.settlement.bribe_detection: {min: 0.1, max: 0.1}",
                        "  levers.jamming.failure_probability: {min: 0, max: 0.5, scale: log}",
                        "  levers.surveillance.reach_probability: {min: 0.1, mox: 0.2}",
                        "  connection.tries: {min: 1, max: 2, steps: 3}",
                        "  population.income_mean_usd: {min: 100, max: 200, unit: EUR/year}"))
                .containsExactly(
                        "my.yaml:8:49: vary.levers.surveillance.coverage.max: '2' is not allowed; it is a number from 0 to 1",
                        "my.yaml:9:38: vary.levers.settlement.bribe_detection: 'min' is not below 'max'",
                        "my.yaml:10:39: vary.levers.jamming.failure_probability: a log scale takes ends above 0",
                        "my.yaml:11:42: vary.levers.surveillance.reach_probability: lacks 'max'",
                        "my.yaml:11:53: vary.levers.surveillance.reach_probability.mox: unknown key 'mox'; did you mean 'max'?",
                        "my.yaml:12:38: vary.connection.tries.steps: does not go with the others; take of min, max, scale, unit",
                        "my.yaml:13:58: vary.population.income_mean_usd.unit: 'EUR/year' is not its unit; it is 'USD/year'");
    }

    @Test
    void distributions_faulty_areAllTold() {
        String coverage = "  levers.surveillance.coverage: ";
        assertThat(distribution(coverage + "{distribution: norml, mean: 0.1, sd: 0.1}"))
                .containsExactly(
                        "my.yaml:8:48: vary.levers.surveillance.coverage.distribution: 'norml' is not allowed; it is"
                                + " one of uniform, log_uniform, triangular, normal, lognormal, beta; did you mean 'normal'?");
        assertThat(distribution(coverage + "{distribution: normal, mean: 0.1, sigma: x}"))
                .containsExactly(
                        "my.yaml:8:33: vary.levers.surveillance.coverage: lacks 'sd', which normal needs",
                        "my.yaml:8:67: vary.levers.surveillance.coverage.sigma: unknown key 'sigma'");
        assertThat(distribution(coverage + "{distribution: normal, mean: 0.1, sd: 0.1}"))
                .containsExactly(
                        "my.yaml:8:33: vary.levers.surveillance.coverage: reaches from -0.721 to 0.921; it is a"
                                + " number from 0 to 1: cut it with 'min' and 'max'");
        assertThat(distribution(coverage + "{distribution: beta, alpha: 0, beta: 1}"))
                .containsExactly(
                        "my.yaml:8:33: vary.levers.surveillance.coverage: is no distribution: a is 0.0; it must be"
                                + " 0.1 to 1000.0");
        assertThat(faults(
                        "design: sobol",
                        "points: 4",
                        "scramble: false",
                        "vary:",
                        "  population.income_mean_usd: {distribution: lognormal, mean: 1000, sigma: 1}"))
                .hasSize(1)
                .first()
                .asString()
                .contains("reaches from 0 to inf");
    }

    private static List<String> distribution(String line) {
        return faults("design: lhs", "points: 4", "vary:", line);
    }

    @Test
    void grid_takesValuesOnly() {
        assertThat(faults(VARY))
                .containsExactly(
                        "my.yaml:5:38: vary.levers.surveillance.coverage: is a range; a grid takes a list, or 'from',"
                                + " 'to' and 'steps'");
    }

    @Test
    void morris_listTooShort_isRefused() {
        assertThat(faults("design: morris", "trajectories: 2", "vary: {levers.surveillance.coverage: [0.1]}"))
                .containsExactly(
                        "my.yaml:7:38: vary.levers.surveillance.coverage: has the value 0.1 at both ends of a step;"
                                + " it has too few values for 4 levels");
    }

    @Test
    void sizes_areRefusedWhereTooLarge() {
        assertThat(faults("design: saltelli", "base_points: 50000000", VARY))
                .containsExactly("my.yaml:7:7: vary: asks for 300,000,000 runs; a sweep may have 100,000,000 (points x"
                        + " arms x replications: 150,000,000 x 1 x 2)");
    }

    @Test
    void ranges_beyondTheEvidence_areWarnedOf() {
        SweepFile sweep = sweep(
                "design: sobol",
                "points: 8",
                "vary:",
                "  levers.surveillance.coverage: {min: 0.01, max: 0.9}",
                "  levers.settlement.bribe_detection: {min: 0.02, max: 0.05}");
        assertThat(sweep.warnings())
                .hasSize(1)
                .first()
                .asString()
                .matches("my.yaml:8:3: vary.levers.surveillance.coverage: goes from 0.01 to 0.9, beyond the evidence,"
                        + " [0-9.]+ to [0-9.]+ \\(P30, grade C\\)");
        assertThat(sweep("vary:", "  levers.surveillance.coverage: [0, 0.9]").warnings())
                .isEmpty();
        assertThat(sweep("vary:", "  needs.rate_mean_per_year: [1, 2]").warnings())
                .hasSize(1);
    }

    @Test
    void list_isReadFromItsTable() throws IOException {
        write("points.csv", "point,levers.surveillance.coverage,connection.tries\n0,0.01,1\n1,0.02,3\n");
        SweepFile sweep = list();
        assertThat(sweep.factors())
                .extracting(Factor::path)
                .containsExactly("levers.surveillance.coverage", "connection.tries");
        assertThat(sweep.design()).isEqualTo(new SweepDesign.Listed(List.of(List.of(0.01, 1.0), List.of(0.02, 3.0))));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private SweepFile list() throws IOException {
        write("sweep.yaml", HEAD + "design: list\nfile: points.csv\n");
        return SweepReader.read(Texts.CATALOG, folder.resolve("sweep.yaml"));
    }

    @Test
    void list_faults_nameLineAndColumn() throws IOException {
        write("points.csv", "levers.surveillance.coverag,connection.tries\n0.01,1\n0.02,1.5\n0.03\n");
        assertThat(listFaults())
                .containsExactly(
                        "points.csv:1:1: unknown input 'levers.surveillance.coverag'; did you mean"
                                + " 'levers.surveillance.coverage'?",
                        "points.csv:3:6: connection.tries: '1.5' is not allowed; it is a whole number from 1 to 20 tries",
                        "points.csv:4:1: has 1 field; the first line has 2");
        write("points.csv", "levers.surveillance.coverage\n");
        assertThat(listFaults())
                .containsExactly("points.csv: has no points: it needs a line of paths and a line for each point");
        Files.delete(folder.resolve("points.csv"));
        assertThat(listFaults()).containsExactly("sweep.yaml:6:7: file: there is no file 'points.csv'");
        write("points.csv", "levers.sanctions.camp_share\n0.05\n0.1\n");
        assertThat(listFaults()).hasSize(1).first().asString().contains("at levers.sanctions.camp_share 0.1, arm base");
    }

    private List<String> listFaults() {
        List<String> faults = Texts.faults(() -> {
            try {
                list();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        return faults.stream().map(fault -> fault.replace(folder + "/", "")).toList();
    }

    /** A sweep's own design.csv is read back as it is: with switches as 0 and 1, and columns of numbers and roles passed over. */
    @Test
    void list_ofADesignTable_isReadBack() throws IOException {
        write(
                "points.csv",
                "point,row,matrix,brokers.queueing,levers.surveillance.coverage\n0,0,A,0,0.01\n1,0,AB_1,1,0.02\n");
        assertThat(list().design()).isEqualTo(new SweepDesign.Listed(List.of(List.of(0.0, 0.01), List.of(1.0, 0.02))));
        write("points.csv", "brokers.queueing\ntrue\nfalse\n");
        assertThat(list().design()).isEqualTo(new SweepDesign.Listed(List.of(List.of(1.0), List.of(0.0))));
        write("points.csv", "brokers.queueing\n2\n");
        assertThat(listFaults())
                .containsExactly("points.csv:2:1: brokers.queueing: '2' is not a switch; it is true or false");
    }

    /** One walk or one base point has no spread, so no analysis: refused before the runs are paid for. */
    @Test
    void designs_tooSmallToBeAnalysed_areRefused() {
        assertThat(faults("design: morris", "trajectories: 1", VARY))
                .hasSize(1)
                .first()
                .asString()
                .contains("from 2 to");
        assertThat(faults("design: saltelli", "base_points: 1", VARY))
                .hasSize(1)
                .first()
                .asString()
                .contains("from 2 to");
    }

    /** Of a uniform law over whole numbers each is as likely as another, the ends too. */
    @Test
    void uniform_ofWholeNumbers_givesEachTheSameWeight() {
        String law = "vary: {connection.tries: {distribution: uniform, min: 1, max: 3}}\n";
        Range range = sweep("design: lhs", "points: 9", law).factors().get(0).range();
        int[] counts = new int[4];
        for (int i = 0; i < 300; i++) {
            counts[(int) range.at((i + 0.5) / 300)]++;
        }
        assertThat(counts).containsExactly(0, 100, 100, 100);

        String ratios = "vary: {connection.tries: {distribution: log_uniform, min: 1, max: 3}}\n";
        Range log = sweep("design: lhs", "points: 9", ratios).factors().get(0).range();
        assertThat(log.at(0.499)).isEqualTo(1); // ln 2 / ln 4
        assertThat(log.at(0.501)).isEqualTo(2);
        assertThat(log.at(0.999)).isEqualTo(3);

        String between = "vary: {connection.tries: {distribution: uniform, min: 1.5, max: 3}}\n";
        assertThat(faults("design: lhs", "points: 9", between))
                .hasSize(1)
                .first()
                .asString()
                .contains("not whole numbers");
    }

    @Test
    void list_withVary_isRefused() {
        assertThat(faults("design: list", "file: nowhere.csv", VARY))
                .contains("my.yaml:7:7: vary: is not for the design list: the columns of its file are what varies");
    }

    /** Of 100,000 points each candidate has five billion pairs. */
    @Test
    void hypercubesThatWouldTakeHoursToCompare_areRefused() {
        assertThatThrownBy(() -> sweep("design: lhs", "points: 100000", "candidates: 10000", VARY))
                .hasMessageContaining(
                        "10000 hypercubes of 100000 points would take hours to compare, pair by pair: at most 4");
        assertThat(sweep("design: lhs", "points: 1000", "candidates: 10000", VARY)
                        .design())
                .isEqualTo(new SweepDesign.Lhs(1000, 10_000));
    }
}
