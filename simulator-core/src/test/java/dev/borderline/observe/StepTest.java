package dev.borderline.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.model.Households.State;
import dev.borderline.observe.RunView.HouseholdFacts;
import dev.borderline.observe.Step.Heard;
import dev.borderline.random.SubjectKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Likeness of two steps. */
class StepTest {
    private static final HouseholdFacts FREE =
            new HouseholdFacts(7, "near", 2, State.FREE, 500, 900, 0.2, false, false, false, true, 0);

    private static Step step(int outcome, Hearing.Draw... draws) {
        List<Heard> heard = Arrays.stream(draws)
                .map(Heard.Drawn::new)
                .map(Heard.class::cast)
                .toList();
        return new Step(1000, "detection.locate", 3, outcome, FREE, heard);
    }

    private static Hearing.Draw draw(String purpose, double uniform, double probability) {
        return new Hearing.Draw(1000, purpose, SubjectKind.HOUSEHOLD, 7, 28, 0, uniform, probability);
    }

    @Test
    void sameDraw_otherProbabilities_areAlikeUntilOneDecides() {
        Step low = step(0, draw("teams.reached", 0.3, 0.2));
        Step lower = step(0, draw("teams.reached", 0.3, 0.1));
        Step high = step(0, draw("teams.reached", 0.3, 0.4));

        assertThat(low.cameOutLike(lower)).isTrue();
        assertThat(low.cameOutLike(high)).isFalse();
        assertThat(high.cameOutLike(low)).isFalse();
        assertThat(low.cameOutLike(step(1, draw("teams.reached", 0.3, 0.2)))).isFalse();
    }

    /** As a broker's bribe is, which is only found out where it was paid. */
    @Test
    void drawOfOneWorldAlone_isNoEventOfTheHousehold() {
        Step paid = step(0, draw("teams.reached", 0.3, 0.4), draw("settlement.broker_found_out", 0.5, 0.9));
        Step notPaid = step(0, draw("teams.reached", 0.3, 0.4));

        assertThat(paid.cameOutLike(notPaid)).isTrue();
        assertThat(notPaid.cameOutLike(paid)).isTrue();
    }
}
