package dev.borderline.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Difference;
import dev.borderline.measure.Measure;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Catalog;
import dev.borderline.model.HouseholdTable;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signal;
import dev.borderline.model.Signals;
import dev.borderline.model.Wiring;
import dev.borderline.policy.Input;
import dev.borderline.policy.Lever;
import dev.borderline.policy.Move;
import dev.borderline.policy.Policy;
import dev.borderline.policy.Schedule;
import dev.borderline.random.SubjectKind;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.ControllerFactory;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mechanism of an embedding program: parameters, lever, draws, state, signal and measures of every kind, from outside. */
class OwnMechanismTest {
    /** Neighbours who leave letters: some sessions end in a letter, which costs something and takes time. */
    private static final class Letters {
        private record Params(
                @Input(
                        what = "Share of sessions after which a letter is left",
                        unit = "1",
                        max = 1,
                        source = "made up",
                        lever = "letters.share")
                Lever share,

                @Input(what = "Price of a letter", unit = "USD", max = 100, source = "made up")
                double priceUsd) {}

        private static final Mechanism<Params> MECHANISM = new Mechanism<>("letters", Params.class, Letters::new);
        private static final Map<String, Double> INPUTS =
                Map.of("levers.letters.share", 0.25, "letters.price_usd", 2.5);

        private final Wiring wiring;
        private final HouseholdTable.Ints written;

        private Letters(Params params, Wiring wiring) {
            this.wiring = wiring;
            written = wiring.rows().ints();
            Count letters = wiring.neutral("Tests").count("letters", "letters", "Letters left after a session");
            Count spentUsd = wiring.neutral("Tests").money("letters_usd", "Money spent on letters");
            Count onTheWay = wiring.neutral("Tests").years("letters_years", "Time that letters were on the way");
            Count writers =
                    wiring.neutral("Tests").level("letter_writers", "households", "Households that ever left a letter");
            Count sessions = wiring.neutral("Tests").count("letter_chances", "sessions", "Sessions that ended");
            wiring.neutral("Tests").ratio("letter_share", "1", "Letters over sessions that ended", letters, sessions);
            var chance = wiring.chance("letters.left");
            var days = wiring.draws("letters.days", SubjectKind.HOUSEHOLD);
            var share = params.share();
            Signal left = wiring.newSignal("letter.left");
            wiring.signal(Signals.SESSION_ENDED).listen((household, call) -> {
                int need = wiring.calls().need(call);
                sessions.add(household);
                if (chance.occurs(household, need, share.value())) {
                    letters.add(household);
                    spentUsd.add(household, Math.round(params.priceUsd() * 100));
                    long now = wiring.scheduler().now();
                    onTheWay.addSpell(household, now, now + (long) (1 + 1e8 * days.uniform(household, need)));
                    written.set(household, written.get(household) + 1);
                    left.emit(household, need);
                }
            });
            wiring.onPeriodEnd(() -> countWriters(writers));
            wiring.invariant("letters have writers", () -> letters.total() == total());
        }

        private void countWriters(Count writers) {
            for (int household = 0; household < wiring.households().size(); household++) {
                if (written.get(household) > 0) {
                    writers.add(household);
                }
            }
        }

        private long total() {
            long total = 0;
            for (int household = 0; household < wiring.households().size(); household++) {
                total += written.get(household);
            }
            return total;
        }
    }

    private static final Scenario BUSY = Worlds.busy();
    private static final Scenario WITH_LETTERS = BUSY.with(Letters.MECHANISM, Letters.INPUTS);

    @Test
    void measures_ofEveryKind_areReported() {
        RunResult run = Simulation.run(WITH_LETTERS, Worlds.KEY);

        double letters = run.value("letters");
        assertThat(letters).isGreaterThan(100);
        assertThat(run.value("letters_usd")).isEqualTo(2.5 * letters);
        assertThat(run.value("letter_share"))
                .isEqualTo(letters / run.value("letter_chances"))
                .isBetween(0.2, 0.3);
        assertThat(run.value("letters_years")).isPositive();
        assertThat(run.outcomes().inYear("letter_writers", 1))
                .isGreaterThan(run.outcomes().inYear("letter_writers", 0));
        assertThat(Simulation.of(WITH_LETTERS).byMonth().run(Worlds.KEY).inPeriod("letter_writers", "2010-12"))
                .isEqualTo(run.outcomes().inYear("letter_writers", 1));
        Measure measure = run.outcomes().measure("letters_usd");
        assertThat(measure.unit()).isEqualTo("USD");
        assertThat(run.sites()).anyMatch(site -> site.purpose().equals("letters.left") && site.accepted() == letters);
        assertThat(Simulation.of(WITH_LETTERS).measures()).contains(measure);
    }

    /** It moves nothing of what was there. */
    @Test
    void othersOutcomes_areThoseWithoutIt() {
        RunResult without = Simulation.run(BUSY, Worlds.KEY);
        RunResult with = Simulation.run(WITH_LETTERS, Worlds.KEY);

        assertThat(with.monthlyFingerprints()).isEqualTo(without.monthlyFingerprints());
        for (Measure measure : without.outcomes().measures()) {
            assertThat(with.value(measure.name())).isEqualTo(without.value(measure.name()));
        }
    }

    /** Its lever is moved by dated policies, arms, points and controllers; its signal is heard by probes. */
    @Test
    void lever_andSignal_serveAll() {
        Policy stop = Policy.of("no letters", Move.set(LocalDate.of(2010, 1, 1), "letters.share", 0));
        RunResult stopped = Simulation.run(WITH_LETTERS.with(stop), Worlds.KEY);
        assertThat(stopped.outcomes().inYear("letters", 0)).isPositive();
        assertThat(stopped.outcomes().inYear("letters", 1)).isZero();

        ControllerFactory always = new ControllerFactory(
                "post",
                "1",
                Schedule.on(LocalDate.of(2010, 1, 1)),
                () -> controls -> controls.move("letters.share", 1));
        AtomicInteger heard = new AtomicInteger();
        RunResult raised = Simulation.of(WITH_LETTERS)
                .with(always)
                .run(
                        Worlds.KEY,
                        hearing -> hearing.onSignal("letter.left", (household, need) -> heard.incrementAndGet()));
        assertThat(raised.outcomes().inYear("letter_share", 1)).isEqualTo(1);
        assertThat((double) heard.get()).isEqualTo(raised.value("letters"));

        Difference difference = Compare.arms(WITH_LETTERS, WITH_LETTERS.with("levers.letters.share", 1))
                .replications(2)
                .run()
                .difference("letter_share");
        assertThat(difference.mean()).isBetween(0.7, 0.8);
    }

    @Test
    void inputs_missingUnknownOrOutOfRange_areRefusedTogether() {
        assertThatThrownBy(() -> BUSY.with(Letters.MECHANISM, Map.of("levers.letters.shar", 0.25)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("unknown key 'levers.letters.shar'; did you mean 'levers.letters.share'?")
                .hasMessageContaining("levers.letters.share: is missing; mechanism letters asks for it")
                .hasMessageContaining("letters.price_usd: is missing; mechanism letters asks for it");
        assertThatThrownBy(() ->
                        BUSY.with(Letters.MECHANISM, Map.of("levers.letters.share", 2.0, "letters.price_usd", -1.0)))
                .hasMessageContaining("levers.letters.share: 2 is not allowed; it is a number from 0 to 1")
                .hasMessageContaining("letters.price_usd: -1 is not allowed; it is a number from 0 to 100 USD");
        assertThatThrownBy(() -> WITH_LETTERS.with(Letters.MECHANISM, Letters.INPUTS))
                .hasMessage("two mechanisms are called letters");
    }

    /** A scenario file sets its inputs like any other; the same scenario as one put together in the program. */
    @Test
    void file_setsItsInputs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("letters.yaml");
        Files.writeString(file, """
                schema: 1
                extends: tightening-2015
                levers: {letters: {share: 0.25}}
                letters: {price_usd: 2.5}
                """);
        Catalog catalog = StandardCatalog.standard().with(Letters.MECHANISM);
        Scenario read = Scenarios.named(catalog, file.toString());

        assertThat(read.sha256())
                .isEqualTo(Scenarios.named("tightening-2015")
                        .with(Letters.MECHANISM, Letters.INPUTS)
                        .sha256());
        Files.writeString(file, "schema: 1\nextends: tightening-2015\nletters: {price_us: 2.5}\n");
        assertThatThrownBy(() -> Scenarios.named(catalog, file.toString()))
                .hasMessageContaining("letters.yaml:3:11")
                .hasMessageContaining("did you mean 'price_usd'?");
    }
}
