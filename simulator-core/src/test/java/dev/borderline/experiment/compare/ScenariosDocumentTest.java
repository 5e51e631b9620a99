package dev.borderline.experiment.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.experiment.compare.MeasuredScenarios.Digested;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScenariosDocumentTest {
    private static final Path PAGE = Path.of("../docs/scenarios.md");
    private static final Path NUMBERS = Path.of("../docs/scenarios.csv");
    private static final Path SIGNATURES = Path.of("../docs/signatures.csv");
    private static final String STALE =
            "stale: mvn -pl simulator-core test -Dtest=ScenariosDocumentTest -Dborderline.write=true";
    private static final String STALE_NUMBERS = STALE + " -Dborderline.measure=true (runs every scenario; minutes)";

    /** With {@code -Dborderline.write=true} it writes the page instead of complaining, with {@code measure} the numbers too. */
    @Test
    void page_isUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(NUMBERS, MeasuredScenarios.measure().csv());
            Files.writeString(SIGNATURES, MemberSignatures.measure().csv());
        }
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).as(STALE).content().isEqualTo(page());
    }

    private static String page() throws IOException {
        return ScenariosDocument.text(
                MeasuredScenarios.read(Files.readString(NUMBERS)),
                MemberSignatures.read(Files.readString(SIGNATURES)),
                arrivalsCounted());
    }

    private static Map<String, String> arrivalsCounted() throws IOException {
        Map<String, String> byYear = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../seeds/evidence/arrivals_by_year.csv"))) {
            List<String> cells = List.of(line.split(",", -1));
            byYear.put(cells.get(0), cells.get(1));
        }
        return byYear;
    }

    /** A number of a file changed after the measuring, and what was measured is no longer what the file says. */
    @Test
    void numbers_areThoseOfTheFilesAsTheyAre() throws IOException {
        Set<Digested> now = new LinkedHashSet<>();
        Scenarios.list().forEach(listing -> now.add(Digested.of(listing.name())));
        now.add(Digested.of("baseline"));
        Set<Digested> measured =
                MeasuredScenarios.read(Files.readString(NUMBERS)).scenarios();
        assertThat(measured).as(STALE_NUMBERS).containsExactlyInAnyOrderElementsOf(now);
    }

    @Test
    void signatures_areThoseOfTheFilesAsTheyAre() throws IOException {
        MemberSignatures measured = MemberSignatures.read(Files.readString(SIGNATURES));
        String ensemble = MemberSignatures.usual().ensemble().sha256();
        Scenarios.list().forEach(listing -> {
            Scenario scenario = Scenarios.named(listing.name());
            scenario.signature().forEach(claim -> {
                MemberSignatures.Row row = measured.of(scenario, claim);
                assertThat(row.scenario()).as(STALE_NUMBERS).isEqualTo(Digested.of(listing.name()));
                assertThat(row.ensembleSha256()).as(STALE_NUMBERS).isEqualTo(ensemble);
            });
        });
    }

    /** The model changed after the measuring. */
    @Test
    @Tag("deep")
    void numbers_areThoseOfTheModelAsItIs() throws IOException {
        assertThat(NUMBERS)
                .as(STALE_NUMBERS)
                .content()
                .isEqualTo(MeasuredScenarios.measure().csv());
        assertThat(SIGNATURES)
                .as(STALE_NUMBERS)
                .content()
                .isEqualTo(MemberSignatures.measure().csv());
    }
}
