package dev.borderline.experiment.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.event.Times;
import dev.borderline.experiment.Arm;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.Small;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.explain.Explanation.FirstDifference;
import dev.borderline.experiment.explain.Explanation.FirstDifference.Cause;
import dev.borderline.experiment.explain.Explanation.FirstDifference.Part;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Signals;
import dev.borderline.observe.Step;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Factor;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ScenarioFiles;
import dev.borderline.scenario.ScenarioReader;
import dev.borderline.simulation.RunKey;
import dev.borderline.yaml.SourceText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final RunKey KEY = new RunKey(5, 1);

    private static Scenario file(String name, String more) {
        String text = "schema: 1\nextends: tightening-2015\nname: " + name + "\ntitle: A village\n"
                + "start: 2009-01-01\nend: 2012-01-01\npopulation:\n  resettled_refugees: 1000\n" + more;
        SourceText source = new SourceText(name + ".yaml", text);
        return ScenarioReader.read(StandardCatalog.standard(), source, new ScenarioFiles());
    }

    private static Explanation of(long household, Scenario one, Scenario other) {
        return Explanation.of(household, KEY, World.of(one), World.of(other));
    }

    /** Of the first households those that part, each followed when it is asked for. */
    private static Stream<Explanation> parted(Scenario one, Scenario other) {
        return LongStream.range(0, 200)
                .mapToObj(household -> of(household, one, other))
                .filter(explanation -> explanation.parting().isPresent());
    }

    /** The first households whose story comes to differ; at least {@code count} of the first 200. */
    private static List<Explanation> partings(Scenario one, Scenario other, int count) {
        List<Explanation> found = parted(one, other).limit(count).toList();
        assertThat(found).hasSize(count);
        return found;
    }

    @Test
    void sameWorldTwice_partsNowhere() {
        Explanation explanation = of(3, file("a", ""), file("b", ""));
        assertThat(explanation.parting()).isEmpty();
        assertThat(explanation.firstTraceOfDifference()).isEmpty();
        assertThat(explanation.one().steps())
                .isEqualTo(explanation.other().steps())
                .hasSizeGreaterThan(5);
    }

    /** More jamming: the deciding draw has the same uniform in both, and lies between the two probabilities. */
    @Test
    void moreJamming_partsAtADrawBetweenTheTwoProbabilities() {
        Scenario jammed =
                file("jammed", "policies:\n  - {lever: jamming.failure_probability, at: 2010-01-01, set: 0.5}\n");
        Explanation explanation = partings(file("base", ""), jammed, 1).get(0);
        FirstDifference parting = explanation.parting().orElseThrow();
        Step step = parting.other().orElseThrow();

        assertThat(step.time()).isGreaterThanOrEqualTo(365 * Times.DAY);
        assertThat(explanation.firstTraceOfDifference().orElseThrow().time()).isLessThanOrEqualTo(step.time());
        FirstDifference.DrawPair pair = parting.draws().stream()
                .filter(FirstDifference.DrawPair::decides)
                .findFirst()
                .orElseThrow();
        assertThat(pair.one().purpose()).isEqualTo("connection.jammed");
        assertThat(pair.one().uniform())
                .isEqualTo(pair.other().uniform())
                .isBetween(pair.one().probability(), pair.other().probability());
        Cause cause = parting.causes().get(0);
        assertThat(parting.causes()).hasSize(1);
        assertThat(cause.path()).isEqualTo("levers.jamming.failure_probability");
        assertThat(cause.part()).isEqualTo(Part.ALONE);
        assertThat(cause.other()).isEqualTo(0.5);
        assertThat(cause.lines().get(0).side()).isEqualTo("jammed");
        assertThat(cause.lines().get(0).mark().file()).isEqualTo("jammed.yaml");
        assertThat(cause.lines().get(0).mark().line()).isEqualTo(10);
        assertThat(cause.lines().get(0).text()).isEqualTo("from 2010-01-01 levers.jamming.failure_probability is 0.5");
        assertThat(cause.lines().get(1).mark().file()).isEqualTo("seeds/baseline.yaml");
    }

    /** Of three inputs that differ one is responsible: neither one without effect nor one that moves only later. */
    @Test
    void severalDifferences_theResponsibleOneStandsFirst() {
        Scenario changed = file("other", "")
                .with(Map.of("levers.settlement.bribe_detection", 0.4, "levers.border.guard_bribe_usd", 77.0))
                .with(Policy.of("late", Move.set(LocalDate.of(2011, 12, 31), "sanctions.camp_share", 0)));
        Explanation explanation = partings(file("base", ""), changed, 1).get(0);
        List<Cause> causes = explanation.parting().orElseThrow().causes();
        assertThat(causes)
                .extracting(Cause::path)
                .containsExactly("levers.settlement.bribe_detection", "levers.border.guard_bribe_usd");
        assertThat(causes).extracting(Cause::part).containsExactly(Part.ALONE, Part.UNDECIDED);
        assertThat(causes.get(0).lines())
                .extracting(FirstDifference.TextLine::side)
                .containsExactly("base");
    }

    /** More bribes found out change the price of getting out, and the difference is told. */
    @Test
    void bribesFoundOut_priceOrFloorDiffers() {
        Scenario drive = file("drive", "levers:\n  settlement:\n    bribe_detection: 0.3\n");
        Optional<FirstDifference> bargain = parted(file("base", ""), drive)
                .map(explanation -> explanation.parting().orElseThrow())
                .filter(parting -> parting.one()
                        .flatMap(step -> step.told(Signals.BRIBE_PAID))
                        .isPresent())
                .findFirst();
        assertThat(bargain).isPresent();
        assertThat(bargain.get().figures())
                .extracting(FirstDifference.FigurePair::name)
                .contains("settlement.floor_usd", "settlement.worth_usd");
        assertThat(bargain.get().causes().get(0).part()).isEqualTo(Part.ALONE);
    }

    /** An arm of an experiment is followed at its point. */
    @Test
    void armsAtPoints_areTheirScenarios() {
        Experiment experiment = new Experiment(
                Small.scenario(),
                Design.grid(List.of(Factor.of(Small.COVERAGE, 0.03, 0.3))),
                List.of(Arm.base()),
                1,
                5,
                List.of());
        World side = World.of(experiment, 1, 0);
        assertThat(side.name()).isEqualTo("1/base");
        assertThat(side.scenario().value(Small.COVERAGE)).isEqualTo(0.3);
        assertThat(side.diary(4, KEY).steps()).isNotEmpty();
    }
}
