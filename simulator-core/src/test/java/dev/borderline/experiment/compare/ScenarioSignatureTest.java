package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.scenario.Claim;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped scenario shows what its file says it shows: with a quarter of the people, eight replications of common random numbers in
 * every arm, seed 42. A claim that is false would pass with a probability of at most 5e-4, by Student's interval of 99.9 %, all
 * together with at most 3e-2; the seed is fixed, so what passes once passes always.
 */
class ScenarioSignatureTest {
    private static final class Quick {
        static final Signatures RUNS = new Signatures(Signatures.share(0.25), 8, 0.999);
    }

    private static final class Deep {
        static final Signatures RUNS = new Signatures(Signatures.share(1), 30, 0.9999);
    }

    static Stream<Arguments> claims() {
        return Scenarios.list().stream()
                .flatMap(listing -> Scenarios.named(listing.name()).signature().stream()
                        .map(claim -> Arguments.of(listing.name(), claim)));
    }

    @Test
    void everyShippedScenario_claimsSomething() {
        assertThat(Scenarios.list()).hasSize(15).allSatisfy(listing -> {
            Scenario scenario = Scenarios.checked(listing.name());
            assertThat(scenario.signature()).as(listing.name()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(scenario.limits()).as(listing.name()).endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("claims")
    void claim_ofAShippedScenario_shows(String scenario, Claim claim) {
        Verdict verdict = Quick.RUNS.verdict(scenario, claim);
        assertThat(verdict.shows()).as(verdict.toString()).isTrue();
    }

    /** All people, thirty replications: false with at most 5e-5 a claim. */
    @Tag("deep")
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("claims")
    void claim_ofAShippedScenarioInFull_shows(String scenario, Claim claim) {
        Verdict verdict = Deep.RUNS.verdict(scenario, claim);
        assertThat(verdict.shows()).as(verdict.toString()).isTrue();
    }

    /** Claims that a scenario differs from another, beyond being at least a share of it. */
    static Stream<Arguments> differences() {
        return claims().filter(arguments -> {
            Claim claim = (Claim) arguments.get()[1];
            return !claim.scenario().isEmpty() && (claim.above() ? claim.factor() >= 1 : claim.factor() <= 1);
        });
    }

    /** A world that does nothing of what a scenario does shows none of its claims. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("differences")
    void claim_ofTheReferenceItself_doesNotShow(String scenario, Claim claim) {
        Replicates reference = Quick.RUNS.runs(claim.scenario());
        assertThat(Verdict.of(claim, reference, reference, 0.5).shows()).isFalse();
    }

    /** Leniency in name only, half of the cases going to training as before: people are held, and the test would tell. */
    @Test
    void claim_ofALeniencyThatIsNone_doesNotShow() {
        Scenario broken = Signatures.share(0.25)
                .apply(Scenarios.named("leniency"))
                .with(Map.of("levers.sanctions.training_share", 0.5, "levers.sanctions.pretrial_days_mean", 20.0));
        Replicates runs = Replications.of(broken).count(8).run();
        Claim held = broken.signature().get(0);
        assertThat(held.measure()).isEqualTo("person_years_held");
        Verdict verdict = Verdict.of(held, runs, Quick.RUNS.runs(held.scenario()), 0.999);
        assertThat(verdict.shows()).as(verdict.toString()).isFalse();
    }
}
