package dev.borderline.analysis.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.Functions;
import dev.borderline.analysis.Objective;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.selection.Robustness;
import dev.borderline.analysis.selection.RobustnessAnalysis;
import dev.borderline.analysis.sensitivity.Bootstrap;
import dev.borderline.analysis.sensitivity.MorrisAnalysis;
import dev.borderline.analysis.sensitivity.MorrisEffects;
import dev.borderline.analysis.sensitivity.SaltelliOutputs;
import dev.borderline.analysis.sensitivity.SobolAnalysis;
import dev.borderline.analysis.sensitivity.SobolIndices;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Runner;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.Scrambling;
import dev.borderline.experiment.store.MemoryStore;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Analyses of real runs of a small scenario. */
class StudyTest {
    private static final Factor COVERAGE = Factor.log("levers.surveillance.coverage", .01, .2);
    private static final Factor VALUE = Factor.linear("calling.value_mean_usd", 100, 800);
    private static final Factor INCOME = Factor.linear("population.income_mean_usd", 800, 1200);
    private static final Bootstrap FEW = new Bootstrap(1, 100, .95);

    private static Scenario scenario() {
        return Scenarios.named("tightening-2015")
                .with("population.resettled_refugees", 300)
                .with(new SimulatedPeriod(LocalDate.of(2009, 4, 1), LocalDate.of(2009, 10, 1)));
    }

    private static Study study(Design design, List<Arm> arms, int replications) throws IOException {
        Experiment experiment = new Experiment(scenario(), design, arms, replications, 7, List.of());
        MemoryStore store = new MemoryStore(experiment.tasks());
        Runner.of(experiment, store).threads(1).run();
        return Study.of(experiment, store);
    }

    @Test
    void sobol_ofRuns_isThatOfTheirOutputs() throws IOException {
        Design design = Design.saltelli(List.of(COVERAGE, VALUE), 3, false, Scrambling.seeded(1));
        Study study = study(design, List.of(Arm.base()), 2);
        SobolAnalysis analysis = SobolAnalysis.of(study, 0, List.of("contact_share"), FEW);

        Simulation simulation = Simulation.of(scenario());
        double[][] outputs = new double[design.size()][2];
        for (int point = 0; point < outputs.length; point++) {
            for (int replication = 0; replication < 2; replication++) {
                Scenario at = scenario().with(design.point(point).settings());
                outputs[point][replication] =
                        simulation.sibling(at).run(new RunKey(7, replication)).value("contact_share");
            }
        }
        SobolIndices expected = SobolIndices.of(study.factors(), SaltelliOutputs.of(2, outputs), FEW);
        assertThat(analysis.measures().get(0).indices()).isEqualTo(expected);
    }

    @Test
    void sobol_ofADesignWithSecondOrder_leavesItsOtherPointsOut() throws IOException {
        Factor[] factors = {COVERAGE, VALUE};
        Design plain = Design.saltelli(List.of(factors), 4, false, Scrambling.none());
        Design more = Design.saltelli(List.of(factors), 4, true, Scrambling.none());
        List<String> names = List.of("contact_share", "needs");

        SobolAnalysis one = SobolAnalysis.of(study(plain, List.of(Arm.base()), 1), 0, names, FEW);
        SobolAnalysis other = SobolAnalysis.of(study(more, List.of(Arm.base()), 1), 0, names, FEW);

        assertThat(other.toCsv()).isEqualTo(one.toCsv());
    }

    /** Needs come whatever the state does: the same at every point. */
    @Test
    void sobol_ofWhatDoesNotVary_saysSoInTheFile() throws IOException {
        Design design = Design.saltelli(List.of(COVERAGE, VALUE), 4, false, Scrambling.none());
        SobolAnalysis analysis = SobolAnalysis.of(study(design, List.of(Arm.base()), 1), 0, List.of("needs"), FEW);

        JsonNode json = JsonMapper.shared().readTree(analysis.toJson());
        assertThat(json.get("measures").get(0).get("undetermined").asString()).contains("same at every point");
        assertThat(json.get("ledger").get("varied").get(1).get("row").asString())
                .isEqualTo("P16");
        assertThat(json.get("ledger").get("varied").get(0).get("source").asString())
                .isNotBlank();
    }

    /** A measure of a study is the mean over replications; the pure functions have their own tests. */
    @Test
    void morris_ofRuns_findsTheStepsOfItsDesign() throws IOException {
        Design design = Design.morris(List.of(COVERAGE, VALUE, INCOME), 4, 4, 3);
        Study study = study(design, List.of(Arm.base()), 2);
        MorrisEffects effects = MorrisAnalysis.of(study, 0, List.of("contact_share"))
                .measures()
                .get(0)
                .effects();
        assertThat(effects).isNotNull();
        double[] means = study.outputs().means(study.outputs().measure("contact_share"), 0);
        double size = 0;
        for (int point = 0; point < means.length; point++) {
            if (study.role(point, "moved").equals(VALUE.path())) {
                double step = Double.parseDouble(study.role(point, "step"));
                size += Math.abs((means[point] - means[point - 1]) / step) / 4;
                double from = design.point(point - 1).settings().getOrDefault(VALUE.path(), 0.0);
                double to = design.point(point).settings().getOrDefault(VALUE.path(), 0.0);
                assertThat(Math.signum(to - from)).isEqualTo(Math.signum(step));
            }
        }
        assertThat(effects == null ? 0 : effects.factors().get(1).muStar().value())
                .isCloseTo(size, within(1e-12));
    }

    @Test
    void question_betweenArms_asksWhatOneAdds() throws IOException {
        Arm more = Arm.of("more", scenario -> scenario.with("levers.surveillance.coverage", .3));
        Study study = study(Design.lhs(List.of(VALUE, INCOME), 12, 5), List.of(Arm.base(), more), 1);
        LabelledPoints added =
                new Question("contact_share", 1, 0, null, true).ask(study).cases();
        double[] of = study.outputs().means(study.outputs().measure("contact_share"), 1);
        double[] against = study.outputs().means(study.outputs().measure("contact_share"), 0);

        for (int i = 0; i < 12; i++) {
            assertThat(added.response(i)).isEqualTo(of[i] - against[i]);
        }
        LabelledPoints below =
                new Question("contact_share", 1, 0, 0.0, false).ask(study).cases();
        assertThat(below.isBinary()).isTrue();
        assertThat(below.response(0)).isEqualTo(of[0] < against[0] ? 1 : 0);
        RobustnessAnalysis robust =
                RobustnessAnalysis.of(study, new Objective(study.outputs().measure("contact_share"), true), null);
        assertThat(robust.robustness().policies())
                .extracting(Robustness.OfPolicy::name)
                .containsExactly("base", "more");
    }

    /** With 0.3 and 0.1 explained alone by C and 0.4 by B, C has at least 0.4 and at most 1 - 0.4. */
    @Test
    void ledger_mixedGrades_boundsTheShareOfAssumptions() throws IOException {
        Design design = Design.saltelli(List.of(COVERAGE, INCOME, VALUE), 4, false, Scrambling.none());
        Study study = study(design, List.of(Arm.base()), 1);
        AssumptionLedger ledger = AssumptionLedger.of(study.experiment());
        SaltelliOutputs outputs =
                Functions.outputs(3, 1024, Functions.sobol(6), x -> x[0] + 2 * (x[1] - .5) * (x[2] - .5) + x[1]);
        SobolIndices indices = SobolIndices.of(study.factors(), outputs, FEW);

        assertThat(ledger.grade(COVERAGE.path())).isEqualTo("C");
        assertThat(ledger.grade(INCOME.path())).isEqualTo("B");
        AssumptionLedger.Bounds share = ledger.share("C", indices.firstOrder());
        assertThat(share.least()).isCloseTo(3 / 7.0, within(.01)); // variances 3, 3, and 1 of the two together
        assertThat(share.most()).isCloseTo(4 / 7.0, within(.01));
        assertThat(ledger.share("A", indices.firstOrder()).most()).isZero();
        assertThat(ledger.held("C")).isGreaterThan(50);
    }

    @Test
    void study_unfit_isRefusedWithWhatToDo() throws IOException {
        Design design = Design.lhs(List.of(COVERAGE, VALUE), 4, 1);
        Study study = study(design, List.of(Arm.base()), 1);
        List<String> names = List.of("contact_share");

        assertThatThrownBy(() -> SobolAnalysis.of(study, 0, names, FEW))
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("design: lhs")
                .hasMessageContaining("design: saltelli");
        assertThatThrownBy(() -> MorrisAnalysis.of(study, 0, names)).hasMessageContaining("design: morris");
        assertThatThrownBy(() -> study.arm("nobody")).hasMessageContaining("it has base");
        assertThatThrownBy(() -> study.outputs().measure("contact_shar"))
                .hasMessageContaining("nearest is contact_share");
        Experiment experiment = study.experiment().withReplications(2);
        MemoryStore half = new MemoryStore(experiment.tasks());
        assertThatThrownBy(() -> Study.of(experiment, half).outputs()).hasMessageContaining("0 of 8 runs");
    }
}
