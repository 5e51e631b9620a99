package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.mechanism.Handsets;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.InputSpec;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunFailure;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mechanisms added to a catalog, taken out of it and put in the place of others, and what tells their runs apart. */
class CatalogTest {
    private static final Scenario BUSY = Worlds.busy();

    /** A mechanism without parameters. */
    private record Nothing() {}

    private static Mechanism<Nothing> quiet(String name) {
        return new Mechanism<>(name, Nothing.class, (nothing, wiring) -> wiring);
    }

    private static Scenario with(Mechanism<?> mechanism) {
        return BUSY.with(BUSY.catalog().with(mechanism));
    }

    /** Before, all of these had the digest of the world without, and one folder took the runs of all. */
    @Test
    void digest_knowsForeignMechanisms() {
        Mechanism<Nothing> mine = quiet("curfew");
        Mechanism<Nothing> yours =
                new Mechanism<>("curfew", Nothing.class, (nothing, wiring) -> wiring, "org.example", "1");
        Mechanism<Handsets.Params> handsets =
                new Mechanism<>("handsets", Handsets.Params.class, (params, wiring) -> wiring);

        assertThat(List.of(
                        BUSY.sha256(),
                        with(mine).sha256(),
                        with(mine.version("2")).sha256(),
                        with(yours).sha256(),
                        BUSY.with(BUSY.catalog().replace("handsets", handsets)).sha256(),
                        BUSY.with(new Catalog(first(mine, BUSY.catalog()))).sha256()))
                .doesNotHaveDuplicates();
        assertThat(with(mine).sha256()).isEqualTo(with(quiet("curfew")).sha256());
        assertThat(BUSY.with(StandardCatalog.standard()).sha256()).isEqualTo(BUSY.sha256());
    }

    private static List<Mechanism<?>> first(Mechanism<?> mechanism, Catalog catalog) {
        List<Mechanism<?>> all = new ArrayList<>(List.of(mechanism));
        all.addAll(catalog.mechanisms());
        return all;
    }

    @Test
    void failure_namesOwnerAndVersion() {
        Mechanism<Nothing> failing = new Mechanism<>("curfew", Nothing.class, CatalogTest::fail).version("7");
        assertThatThrownBy(() -> Simulation.run(with(failing), Worlds.KEY))
                .isInstanceOf(RunFailure.class)
                .hasMessageEndingWith(": mechanism curfew (dev.borderline.embedding 7): not today");
    }

    private static Object fail(Nothing nothing, Wiring wiring) {
        throw new IllegalStateException("not today");
    }

    @Test
    void owner_isOneWord() {
        assertThatThrownBy(() -> quiet("curfew").version("1 of 2"))
                .hasMessage("version of mechanism curfew is \"1 of 2\"; it is one word, without white space");
    }

    /** Installed where the other was, with the parameters the scenario has. */
    @Test
    void replace_putsAnotherInItsPlace() {
        Mechanism<Handsets.Params> none =
                new Mechanism<>("handsets", Handsets.Params.class, (params, wiring) -> wiring);
        Scenario replaced = BUSY.with(BUSY.catalog().replace("handsets", none));

        assertThat(replaced.catalog().names()).isEqualTo(BUSY.catalog().names());
        assertThat(Simulation.run(BUSY, Worlds.KEY).value("handset_requests")).isPositive();
        assertThat(Simulation.of(replaced).measures())
                .noneMatch(measure -> measure.name().equals("handset_requests"));
    }

    @Test
    void without_anUnknownName_isRefusedWithTheNearest() {
        assertThat(BUSY.catalog().without("handsets").names())
                .doesNotContain("handsets")
                .hasSize(BUSY.catalog().names().size() - 1);
        assertThatThrownBy(() -> BUSY.catalog().without("handset"))
                .hasMessage("the catalog has no mechanism handset; nearest is handsets");
        assertThatThrownBy(() -> BUSY.catalog().replace("handset", quiet("curfew")))
                .hasMessage("the catalog has no mechanism handset; nearest is handsets");
    }

    private record Frozen(
            @Input(what = "Share", unit = "1", max = 1, source = "made up", lever = "curfew.share")
            double share) {}

    private record Loose(
            @Input(what = "Share", unit = "1", max = 1, source = "made up")
            Lever share) {}

    /** Before, the number of the first day could be read all through a run. */
    @Test
    void input_thatIsALever_isOfThatType() {
        String lever =
                ": what a policy may move is a Lever with the name of its lever in @Input, and nothing else is one";
        assertThatThrownBy(() -> InputSpec.of("curfew", Frozen.class)).hasMessageEndingWith("Frozen.share" + lever);
        assertThatThrownBy(() -> InputSpec.of("curfew", Loose.class)).hasMessageEndingWith("Loose.share" + lever);
    }

    private record Curfew(
            @Input(what = "Share", unit = "1", max = 1, source = "made up", lever = "curfew.share")
            Lever share) {}

    /** The lever that a mechanism gets is that of its run: it moves with the policy, and in no other run. */
    @Test
    void lever_isThatOfTheRun() {
        List<Double> seen = new ArrayList<>();
        Mechanism<Curfew> curfew = new Mechanism<>("curfew", Curfew.class, (params, wiring) -> {
            assertThat(params.share()).isSameAs(wiring.lever("curfew.share"));
            wiring.onYear(() -> seen.add(params.share().value()));
            return wiring;
        });
        Scenario scenario = BUSY.with(curfew, Map.of("levers.curfew.share", 0.1))
                .with(Policy.of("later", Move.set(LocalDate.of(2011, 1, 1), "curfew.share", 0.7)));
        Simulation.run(scenario, Worlds.KEY);
        Simulation.run(scenario, Worlds.KEY);

        assertThat(seen).containsExactly(0.1, 0.1, 0.1, 0.7, 0.1, 0.1, 0.1, 0.7);
        assertThat(scenario.parameters("curfew", Curfew.class).share().value()).isEqualTo(0.1);
    }

    @Test
    void mechanism_calledAsAGroupOfInputs_isRefused() {
        assertThatThrownBy(() -> with(quiet("population")))
                .hasMessage("a mechanism cannot be called population, as a group of inputs is");
    }
}
