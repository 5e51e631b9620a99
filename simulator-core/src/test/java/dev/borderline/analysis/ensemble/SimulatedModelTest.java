package dev.borderline.analysis.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.calibration.Targets;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.EnsembleUse;
import dev.borderline.scenario.Scenario;
import dev.borderline.scenario.ensemble.PriorSpace;
import dev.borderline.simulation.Scenarios;
import dev.borderline.yaml.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A hundredth of the people, two years. */
class SimulatedModelTest {
    private static final String HEAD = "id,target,measure,first_year,last_year,value,low,high,unit,use,grade\n";
    private static final String NEEDS = "T1,needs,needs,2009,2009,60000,40000,90000,needs,fit,A\n";
    private static final String CHECK = "T2,share,contact_share,2010,2010,0.5,0.3,0.7,1,check,A\n";

    private static Scenario world(double share) {
        LocalDate start = LocalDate.of(2009, 1, 1);
        return Scenarios.named("tightening-2015")
                .with(new SimulatedPeriod(start, start.plusYears(2)))
                .with(SimulatedModel.SHARE, share);
    }

    private static PriorSpace space() {
        return PriorSpace.of(Scenarios.named("baseline"));
    }

    private static SimulatedModel model(double share, String rows) {
        List<Target> targets = Targets.read("t", HEAD + rows);
        return SimulatedModel.of(world(share), space(), targets, 1, 42, 2);
    }

    @Test
    void prediction_isThatOfItsPopulation_ofFittedFiguresAlone() {
        SimulatedModel model = model(0.01, NEEDS + CHECK);
        double[] scores = new double[model.inputs().size()];

        assertThat(model.predictions()).containsExactly("T1");
        assertThat(model.allows(scores)).isTrue();
        double[] first = model.predict(scores, 0).orElseThrow();
        assertThat(model.predict(scores, 0).orElseThrow()).isEqualTo(first);
        assertThat(model.predict(scores, 1).orElseThrow()).isNotEqualTo(first);
        assertThat(model.member(scores)).containsOnlyKeys(space().paths());
    }

    /**
     * Variance that chance adds, which is that of all people: alike for two shares, by variances of 16 runs. A ratio beyond 10
     * has probability 1e-4.
     */
    @Test
    void chance_ofAnyShare_isThatOfAllPeople() {
        double ofFew = model(0.01, NEEDS).figures().get(0).chanceVariance();
        double ofMore = model(0.05, NEEDS).figures().get(0).chanceVariance();

        assertThat(ofFew).isPositive();
        assertThat(Math.log(ofFew / ofMore)).isCloseTo(0, within(Math.log(10)));
    }

    @Test
    void targets_thatCannotBeFitted_refused() {
        assertThatThrownBy(() -> model(0.01, CHECK))
                .isInstanceOf(AnalysisRefused.class)
                .hasMessageContaining("there is no target to fit");
        assertThatThrownBy(() -> model(0.01, NEEDS.replace("2009,2009", "2011,2011")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the year 2011 is not simulated");
    }

    @Test
    void inputs_thatAreNoneOfTheSpace_refused() {
        EnsembleUse keeping = new EnsembleUse(
                Optional.empty(),
                OptionalInt.empty(),
                EnsembleUse.YEAR,
                new TreeSet<>(List.of("needs.rate_shape")),
                OptionalDouble.empty());
        PriorSpace without = PriorSpace.of(world(0.01).with(keeping));

        assertThatThrownBy(() -> without.applied(world(0.01)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("needs.rate_shape: varies in tightening-2015, and is no input of");
    }
}
