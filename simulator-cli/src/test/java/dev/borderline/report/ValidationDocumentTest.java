package dev.borderline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.analysis.calibration.Target;
import dev.borderline.analysis.calibration.Targets;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.simulation.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fitted {@code historical} beside the record. What was measured stands in a file, so that every build can hold it. */
class ValidationDocumentTest {
    private static final Path PAGE = Path.of("../docs/validation.md");
    private static final Path PICTURE = Path.of("../docs/img/validation.svg");
    private static final Path NUMBERS = Path.of("../docs/validation.csv");
    private static final Path OF_MEMBERS = Path.of("../docs/validation/members.csv");
    private static final Path LEFT_OUT = Path.of("../docs/validation/left-out.csv");
    private static final Path RECORD = Path.of("../seeds/evidence");
    private static final String STALE = "stale: " + ValidationDocument.COMMAND + " -Dborderline.write=true";
    private static final String STALE_NUMBERS = STALE + " -Dborderline.measure=true (some minutes of processor time)";

    /** With {@code -Dborderline.write=true} it writes instead of complaining, with {@code measure} the numbers too. */
    @Test
    void pageAndPicture_areUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(NUMBERS, measured().csv());
            Files.writeString(OF_MEMBERS, ofMembers());
        }
        ValidationDocument document = new ValidationDocument(kept(), targets(), OnRecord.read(RECORD));
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, document.text());
            Files.writeString(PICTURE, document.picture());
        }
        assertThat(PAGE).as(STALE).content().isEqualTo(document.text());
        assertThat(PICTURE).as(STALE).content().isEqualTo(document.picture());
    }

    @Test
    void numbers_areThoseOfTheScenarioAsItIs() throws IOException {
        assertThat(kept().sha256())
                .as(STALE_NUMBERS)
                .isEqualTo(Scenarios.named(History.SCENARIO).sha256());
    }

    /** The fit must reach four fifths of what it was fitted on, and the arrivals of 2009. */
    @Test
    void fit_isInsideMostTolerances() throws IOException {
        History history = kept();
        List<Target> fitted = ValidationDocument.fittedOn(targets());
        assertThat(fitted).hasSizeGreaterThanOrEqualTo(10);
        long inside = fitted.stream()
                .filter(target -> target.accepts(history.of(target.id()).mean()))
                .count();
        assertThat((double) inside / fitted.size()).isGreaterThanOrEqualTo(0.8);
        assertThat(history.of("arrivals 2009").mean()).isBetween(2500.0, 3300.0);
    }

    /** Bands of 90 %, discrepancy included, hold at least seven of the eight yearly counts, two of which the fit never saw. */
    @Test
    void members_holdTheYearlyCounts() throws IOException {
        ValidationDocument document = new ValidationDocument(kept(), targets(), OnRecord.read(RECORD));
        List<Map<String, String>> bands = ValidationDocument.arrivalsOfMembers();

        assertThat(bands).hasSize(8);
        assertThat(bands.stream().filter(document::holds).count()).isGreaterThanOrEqualTo(7);
    }

    private static String ofMembers() {
        Ensemble fitted = Ensemble.shipped(StandardCatalog.standard(), Ensemble.FITTED);
        return new MemberPredictions(Scenarios.named(History.SCENARIO), fitted, List.of(), Map.of("arrivals", 0.1))
                .csv(2009, 2016);
    }

    /** The model changed after the measuring. */
    @Test
    @Tag("deep")
    void numbers_areThoseOfTheModelAsItIs() throws IOException {
        assertThat(OF_MEMBERS).as(STALE_NUMBERS).content().isEqualTo(ofMembers());
        assertThat(NUMBERS).as(STALE_NUMBERS).content().isEqualTo(measured().csv());
    }

    /** As {@link #numbers_areThoseOfTheModelAsItIs}, of the structures. */
    @Test
    @Tag("deep")
    void leftOut_areThoseOfTheModelAsItIs() throws IOException {
        String measured = StructureStudy.measured(targets());
        if (Boolean.getBoolean("borderline.measure")) {
            Files.writeString(LEFT_OUT, measured);
        }
        assertThat(LEFT_OUT).as(STALE_NUMBERS).content().isEqualTo(measured);
    }

    /** As {@link #numbers_areThoseOfTheModelAsItIs}, of the point fit to all figures. */
    @Test
    @Tag("deep")
    void anew_isWhatCalibrateFinds(@TempDir Path folder) throws IOException {
        FittedAnew.measured(folder);
        for (String file : FittedAnew.FILES) {
            String found = Files.readString(folder.resolve(file));
            if (Boolean.getBoolean("borderline.measure")) {
                Files.writeString(ValidationDocument.ANEW.resolve(file), found);
            }
            assertThat(ValidationDocument.ANEW.resolve(file))
                    .as(STALE_NUMBERS)
                    .content()
                    .isEqualTo(found);
        }
    }

    private static History measured() throws IOException {
        return History.measure(targets(), ValidationDocument.MEASURES);
    }

    private static History kept() throws IOException {
        return History.read(NUMBERS);
    }

    private static List<Target> targets() throws IOException {
        return Targets.read("targets.csv", Files.readString(RECORD.resolve("targets.csv")));
    }
}
