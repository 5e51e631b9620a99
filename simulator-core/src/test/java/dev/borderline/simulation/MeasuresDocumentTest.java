package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.measure.MeasureGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The page {@code docs/measures.md}: what every run reports, as the mechanisms declare it. */
class MeasuresDocumentTest {
    private static final Path PAGE = Path.of("../docs/measures.md");

    /** With {@code -Dborderline.write=true} it writes the page instead of complaining. */
    @Test
    void page_isUpToDate() throws IOException {
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, text(measures()));
        }
        assertThat(PAGE)
                .as("stale: mvn -pl simulator-core test -Dtest=MeasuresDocumentTest -Dborderline.write=true")
                .content()
                .isEqualTo(text(measures()));
    }

    @Test
    void measures_haveNamesUnitsAndDefinitions() {
        assertThat(measures()).hasSizeGreaterThan(80).allSatisfy(measure -> {
            assertThat(measure.name()).matches("[a-z][a-z0-9_]*");
            assertThat(measure.unit()).isNotBlank();
            assertThat(measure.what()).isNotBlank();
        });
    }

    private static List<Measure> measures() {
        return Simulation.of(Runs.whole()).measures();
    }

    /** The page of these measures. */
    static String text(List<Measure> all) {
        StringBuilder page = new StringBuilder("""
                # Measures

                Generated from what the mechanisms declare; do not edit. To write it again:
                `mvn -pl simulator-core test -Dtest=MeasuresDocumentTest -Dborderline.write=true`

                Every run reports these over the whole run, by calendar year, by zone and by wealth fifth (1 is the poorest). Counts
                and sums add up over years, zones and fifths. A ratio is formed from the sums of its two parts over whatever is asked
                for; where the lower part is 0 it has no value and the cell is empty. A level is taken at the end of each calendar
                year; over several years it is their mean. A peak is the greatest number at once in the year or over the run, and
                does not add up. A quantile is the smallest amount that at least that share of the amounts does not exceed; it has
                no value where there are none. A mechanism that a scenario switches off takes its measures with it.
                Those with the unit *share* are numbers up to 1 in files, JSON and options, and per cent in
                every table, sentence and picture for people.

                With `--by month` all of them are kept of everyone by calendar month too, a level at its end, but for what is defined by
                calendar year: `pairs`, `pairs_in_contact`, `remitters` and the ratios over them.

                They stand under the headings of tables. The sense says what more of one means for people: what is *good* may only be made
                more of by a policy that is to be the best, a *harm* only less; by *enforcement* policies are never ranked
                ([decision 0007](decisions/0007-no-death-no-ranking.md)).
                """);
        for (MeasureGroup<Measure> group : MeasureGroup.of(all, Function.identity())) {
            page.append("\n## ").append(group.heading());
            page.append("\n\n| measure | unit | kind | sense | definition |\n|---|---|---|---|---|\n");
            group.rows().forEach(measure -> page.append(line(measure, all)));
        }
        return page.toString();
    }

    private static String line(Measure measure, List<Measure> all) {
        String what = measure.what();
        if (measure.kind() == Measure.Kind.RATIO) {
            what += ": `" + all.get(measure.numerator()).name() + "` / `"
                    + all.get(measure.denominator()).name() + "`";
        }
        return "| `" + measure.name() + "` | " + (measure.unit().equals("1") ? "share" : measure.unit()) + " | "
                + kind(measure.kind()) + " | " + sense(measure) + " | " + what + " |\n";
    }

    private static String sense(Measure measure) {
        return switch (measure.standing().sense()) {
            case GOOD -> "good";
            case HARM -> "harm";
            case ENFORCEMENT -> "enforcement";
            case NEUTRAL -> "";
            case UNDECLARED -> throw new AssertionError(measure.name());
        };
    }

    private static String kind(Measure.Kind kind) {
        return switch (kind) {
            case COUNT -> "count";
            case MONEY, MINUTES, YEARS -> "sum";
            case LEVEL -> "level";
            case EXPECTED -> "expected number";
            case PEAK -> "peak";
            case QUANTILE -> "quantile";
            case RATIO -> "ratio";
        };
    }
}
