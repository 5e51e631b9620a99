package dev.borderline.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileEvaluationLogTest {
    private static final Scenario SCENARIO = Scenarios.named("historical");
    private static final List<String> INPUTS = List.of("needs.rate_mean_per_year", "calling.value_mean_usd");

    @TempDir
    private Path folder = Path.of("");

    private static Target target(int first, int last, String unit) {
        Statistic statistic = Statistic.of("sent_usd", first, last).in(TargetUnit.of(unit));
        return new Target("T1", "t", statistic, 5, 4, 6, Target.Use.FIT, "A");
    }

    private static EvaluationSubject subject() {
        return EvaluationSubject.of("program", SCENARIO, 42, 3)
                .inputs(INPUTS)
                .targets(List.of(target(2010, 2012, "USD")));
    }

    private Path file() {
        return folder.resolve("evaluations.csv");
    }

    private void write(EvaluationSubject subject) throws IOException {
        try (FileEvaluationLog log = FileEvaluationLog.open(file(), subject)) {
            log.add(List.of(0.1, 1e-300), List.of(1.0 / 3));
            log.add(List.of(0.2, 80.0), List.of(Double.NaN));
            log.add(List.of(0.3, 80.0), List.of(-7.0));
        }
    }

    @Test
    void written_readsBackToTheSameBits() throws IOException {
        write(subject());

        try (FileEvaluationLog log = FileEvaluationLog.open(file(), subject())) {
            assertThat(log.size()).isEqualTo(3);
            assertThat(log.damaged()).isZero();
            assertThat(log.find(List.of(0.1, 1e-300))).contains(List.of(1.0 / 3));
            assertThat(log.find(List.of(0.2, 80.0))).contains(List.of(Double.NaN));
            assertThat(log.find(List.of(0.2, 80.00001))).isEmpty();
        }
    }

    static Stream<Arguments> others() {
        List<Target> targets = List.of(target(2010, 2012, "USD"));
        EvaluationSubject bare = EvaluationSubject.of("program", SCENARIO, 42, 3);
        return Stream.of(
                Arguments.of(
                        "program",
                        EvaluationSubject.of("another", SCENARIO, 42, 3)
                                .inputs(INPUTS)
                                .targets(targets)),
                Arguments.of(
                        "scenario",
                        EvaluationSubject.of("program", SCENARIO.with("calling.value_mean_usd", 81), 42, 3)
                                .inputs(INPUTS)
                                .targets(targets)),
                Arguments.of(
                        "seed",
                        EvaluationSubject.of("program", SCENARIO, 43, 3)
                                .inputs(INPUTS)
                                .targets(targets)),
                Arguments.of(
                        "replications",
                        EvaluationSubject.of("program", SCENARIO, 42, 4)
                                .inputs(INPUTS)
                                .targets(targets)),
                Arguments.of(
                        "input",
                        bare.inputs(List.of(INPUTS.get(1), INPUTS.get(0))).targets(targets)),
                Arguments.of("number of inputs or targets", bare.inputs(INPUTS)),
                Arguments.of("target", bare.inputs(INPUTS).targets(List.of(target(2010, 2012, "million USD")))),
                Arguments.of("target", bare.inputs(INPUTS).targets(List.of(target(2010, 2013, "USD")))),
                Arguments.of("target", bare.inputs(INPUTS).targets(List.of(target(2011, 2012, "USD")))));
    }

    /** All that an evaluation depends on is in the key, and the message says what differs. */
    @ParameterizedTest(name = "another {0}")
    @MethodSource("others")
    void ofAnotherSubject_isRefused(String named, EvaluationSubject other) throws IOException {
        write(subject());
        byte[] before = Files.readAllBytes(file());

        assertThat(other.sha256()).isNotEqualTo(subject().sha256());
        assertThatThrownBy(() -> FileEvaluationLog.open(file(), other))
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("another calibration, which differs in the " + named.replace("the ", ""));
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    /** Figures and tolerances are no part of it: they can be corrected and the runs be kept. */
    @Test
    void ofCorrectedFigures_isTheSame() throws IOException {
        write(subject());
        Target other = new Target("T9", "u", target(2010, 2012, "USD").statistic(), 8, 7, 9, Target.Use.CHECK, "B");
        EvaluationSubject corrected =
                EvaluationSubject.of("program", SCENARIO, 42, 3).inputs(INPUTS).targets(List.of(other));

        try (FileEvaluationLog log = FileEvaluationLog.open(file(), corrected)) {
            assertThat(log.size()).isEqualTo(3);
        }
    }

    /** Any one byte changed: that line is not believed, or the head is refused; a number is never wrong. */
    @Test
    void everyByteChanged_neverAWrongNumber() throws IOException {
        write(subject());
        byte[] good = Files.readAllBytes(file());
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            Files.write(file(), bad);
            try (FileEvaluationLog log = FileEvaluationLog.open(file(), subject())) {
                assertThat(log.size()).isLessThan(3);
                assertThat(log.find(List.of(0.3, 80.0)).orElse(List.of(-7.0))).containsExactly(-7.0);
                assertThat(log.find(List.of(0.1, 1e-300)).orElse(List.of(1.0 / 3)))
                        .containsExactly(1.0 / 3);
            } catch (AnalysisRefused refused) {
                assertThat(refused).hasMessageContaining("evaluations.csv");
            }
        }
    }

    /** Cut off anywhere, what is left is used and the rest is written again to the same bytes. */
    @Test
    void cutAnywhere_goesOnToTheSameBytes() throws IOException {
        write(subject());
        byte[] good = Files.readAllBytes(file());
        for (int length = 0; length < good.length; length++) {
            Files.write(file(), Arrays.copyOf(good, length));
            try (FileEvaluationLog log = FileEvaluationLog.open(file(), subject())) {
                int there = log.size();
                List<List<Double>> points = List.of(List.of(0.1, 1e-300), List.of(0.2, 80.0), List.of(0.3, 80.0));
                List<Double> found = List.of(1.0 / 3, Double.NaN, -7.0);
                for (int i = there; i < points.size(); i++) {
                    log.add(points.get(i), List.of(found.get(i)));
                }
            }
            assertThat(Files.readAllBytes(file())).as("cut at %d", length).isEqualTo(good);
        }
    }

    @Test
    void openTwice_secondIsRefused() throws IOException {
        try (FileEvaluationLog log = FileEvaluationLog.open(file(), subject())) {
            assertThat(log.size()).isZero();
            assertThatThrownBy(() -> FileEvaluationLog.open(file(), subject()))
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining("is in use");
        }
        write(subject());
    }

    @Test
    void foreignFileOrLink_isLeftAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("mine.csv"), "a,b\n1,2\n");
        Files.createSymbolicLink(file(), other);

        assertThatThrownBy(() -> FileEvaluationLog.open(file(), subject()))
                .hasMessageContaining("is a link, not a file");
        Files.delete(file());
        Files.copy(other, file());
        assertThatThrownBy(() -> FileEvaluationLog.open(file(), subject()))
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("is no log of evaluations");
        assertThat(other).hasContent("a,b\n1,2\n");
        assertThat(file()).hasContent("a,b\n1,2\n");
    }
}
