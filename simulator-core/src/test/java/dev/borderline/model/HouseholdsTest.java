package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.mechanism.Bench;
import dev.borderline.model.Households.State;
import dev.borderline.random.Draws;
import dev.borderline.random.Inversion;
import dev.borderline.random.QuantileTable;
import dev.borderline.random.SubjectKind;
import dev.borderline.stat.Tally;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HouseholdsTest {
    private static final int N = 70_000; // more than are remembered at a time
    private static final QuantileTable CONNECTIONS = QuantileTable.beta(1, 3);

    private static void look(Consumer<Wiring> look) {
        Bench.run(
                Bench.scenario(
                        Catalog.of(Bench.stub("test.look", wiring -> wiring.onStart(() -> look.accept(wiring)))),
                        1,
                        Bench.households(N)),
                0);
    }

    private static double uniform(String purpose, long id) {
        return Draws.of(Bench.drawKey(0), purpose, SubjectKind.HOUSEHOLD).uniform(id, 0);
    }

    private static void assertAsDrawn(Households households, int household, long id) {
        double income = Inversion.logNormal(uniform("household.income", id), 1_000, 0.8);
        double multiple = Inversion.logNormal(uniform("household.wealth", id), 2.5, 1);

        assertThat(households.id(household)).isEqualTo(id);
        assertThat(households.incomeUsd(household)).isEqualTo(income);
        assertThat(households.wealthUsd(household)).isEqualTo(income * multiple);
        assertThat(households.connections(household))
                .isEqualTo(CONNECTIONS.value(uniform("household.connections", id)));
    }

    /** Attributes are what their draws say, in whatever order they are asked for and however often. */
    @Test
    void attributes_matchTheirDraws() {
        look(wiring -> {
            for (int i = 0; i < 20_000; i++) {
                int household = i % 2 == 0 ? i / 2 : (i / 2 + 65_536) % N;
                assertAsDrawn(wiring.households(), household, household);
            }
        });
    }

    /** A household that forms is known to its draws by its lasting id, and stands where nobody stood before. */
    @Test
    void formed_hasTheDrawsOfItsId() {
        look(wiring -> {
            Households households = wiring.households();
            for (int i = 0; i < 20_000; i++) {
                long id = 0x9E3779B97F4A7C15L * (i + 1);
                int household = wiring.formHousehold(id);
                assertThat(household).isEqualTo(N + i);
                assertAsDrawn(households, household, id);
            }
            assertAsDrawn(households, 3, 3);
            assertThat(households.size()).isEqualTo(N + 20_000);
            assertThat(households.inState(State.FREE)).isEqualTo(N + 20_000);
            assertThat(households.conserved()).isTrue();
        });
    }

    /** Shares of zones, handsets, lines and fifths, and mean income. Five standard errors: false alarm below 1e-6 each. */
    @Test
    void population_sharesAndMeans() {
        look(wiring -> {
            Households households = wiring.households();
            double[] inZone = new double[4]; // capital, interior, near, reach
            double[] inFifth = new double[5];
            double[] handsets = new double[4];
            double lines = 0;
            double enemies = 0;
            Tally income = new Tally();
            for (int household = 0; household < N; household++) {
                int zone = households.zone(household);
                inZone[zone]++;
                inFifth[households.fifth(household)]++;
                handsets[zone] += households.ownsHandset(household) ? 1 : 0;
                lines += households.ownsLine(household) ? 1 : 0;
                enemies += households.kinInEnemyCountry(household) ? 1 : 0;
                income.add(households.incomeUsd(household));
            }
            double[] shares = {0.05, 0.2, 0.35, 0.4};
            double[] owners = {0, 0, 0.03, 0.1};
            for (int zone = 0; zone < 4; zone++) {
                assertShare(inZone[zone], N, shares[zone]);
                assertShare(handsets[zone], inZone[zone], owners[zone]);
            }
            for (double fifth : inFifth) {
                assertShare(fifth, N, 0.2);
            }
            assertShare(lines, N, 0.4);
            assertShare(enemies, N, 0.9);
            assertThat(income.mean()).isCloseTo(1_000, within(5 * income.standardError()));
        });
    }

    private static void assertShare(double count, double of, double p) {
        assertThat(count / of).isCloseTo(p, within(5 * StrictMath.sqrt(p * (1 - p) / of) + 1e-12));
    }
}
