package dev.borderline.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.text.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The levers that stand first are those that the ensemble says decide the outcomes. */
class LeverRanksTest {
    private static final Path FILE = Path.of("src/main/resources/dev/borderline/cli/serve/lever-ranks.csv");
    private static final String STALE =
            "stale: mvn -pl simulator-core,simulator-cli test -Dtest=LeverRanksTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dborderline.measure=true (runs every scenario over all members; minutes)";

    /** With {@code -Dborderline.measure=true} it writes the table instead of complaining. */
    @Test
    void ranks_areThoseOfScenariosAndMembersAsTheyAre() throws IOException {
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(FILE, MeasuredLevers.csv());
        }
        List<List<String>> rows =
                Files.readAllLines(FILE).stream().skip(1).map(Csv::fields).toList();

        String members = MeasuredLevers.ensemble().sha256();
        assertThat(rows).hasSize(MeasuredLevers.scenarios().size() * MeasuredLevers.FIRST);
        for (String name : MeasuredLevers.scenarios()) {
            Scenario scenario = Scenarios.named(name);
            List<List<String>> own =
                    rows.stream().filter(row -> row.get(0).equals(name)).toList();
            assertThat(own).as(STALE).allSatisfy(row -> {
                assertThat(row.get(1)).isEqualTo(scenario.sha256());
                assertThat(row.get(2)).isEqualTo(members);
                assertThat(scenario.spec(row.get(4)).isLever()).isTrue();
            });
            assertThat(own.stream().map(row -> mean(row)).toList())
                    .isSortedAccordingTo((one, other) -> Double.compare(other, one));
            assertThat(own.stream().map(row -> LeverRanks.of(name, row.get(4)).orElseThrow()))
                    .isEqualTo(IntStream.rangeClosed(1, MeasuredLevers.FIRST)
                            .boxed()
                            .toList());
        }
    }

    private static double mean(List<String> row) {
        return row.subList(5, row.size()).stream()
                .mapToDouble(Double::parseDouble)
                .average()
                .orElseThrow();
    }

    @Test
    void ranks_ofAScenarioOfSomebodysOwn_areThoseOfTheBaseline() {
        for (String path : Scenarios.named("baseline").values().keySet()) {
            assertThat(LeverRanks.of("village", path)).isEqualTo(LeverRanks.of("baseline", path));
        }
    }

    /** The model changed after the measuring. */
    @Test
    @Tag("deep")
    void ranks_areThoseOfTheModelAsItIs() throws IOException {
        assertThat(FILE).as(STALE).content().isEqualTo(MeasuredLevers.csv());
    }
}
