package dev.borderline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.Measure;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.model.Mechanism;
import dev.borderline.model.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page {@code docs/model.md}: its tables are generated, and it has a place for every input, draw and mechanism. */
class ModelDocumentTest {
    private static final Path PAGE = Path.of("../docs/model.md");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    /** Headings of ODD+D in their order (Müller et al. 2013), as far as this model has something to say. */
    private static final List<String> ORDER = List.of(
            "## I Overview",
            "### I.i Purpose",
            "### I.ii Entities",
            "### I.iii Process overview",
            "## II Design concepts",
            "- **Theoretical background",
            "- **Individual decisions",
            "- **Learning",
            "- **Sensing",
            "- **Prediction",
            "- **Interaction",
            "- **Collectives",
            "- **Heterogeneity",
            "- **Stochasticity",
            "- **Observation",
            "## III Details",
            "### III.i Implementation",
            "### III.ii Initialisation",
            "### III.iii Input data",
            "### III.iv Submodels");

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static Set<String> quoted() throws IOException {
        return QUOTED.matcher(page()).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** With {@code -Dborderline.write=true} it writes the tables instead of complaining. */
    @Test
    void tables_areUpToDate() throws IOException {
        ModelDocument document = new ModelDocument();
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, document.renewed(page()));
        }
        assertThat(PAGE)
                .as("stale: mvn -pl simulator-core test -Dtest=ModelDocumentTest -Dborderline.write=true")
                .content()
                .isEqualTo(document.renewed(page()));
    }

    @Test
    void parts_standInTheOrderOfOddPlusD() throws IOException {
        String page = page();
        int last = -1;
        for (String heading : ORDER) {
            int at = page.indexOf("\n" + heading);
            assertThat(at).as(heading).isGreaterThan(last);
            last = at;
        }
        for (int mechanism = 1; mechanism <= 16; mechanism++) {
            int at = page.indexOf("\n#### M%02d ".formatted(mechanism));
            assertThat(at).as("M%02d", mechanism).isGreaterThan(last);
            last = at;
        }
    }

    /** Zones share their inputs, which stand there as {@code zones.*}. A lever in a formula has its whole path, in the table not. */
    @Test
    void inputs_areAllNamed() throws IOException {
        String page = page();
        Set<String> missing = new TreeSet<>();
        for (String path : Scenarios.named("baseline").values().keySet()) {
            String name = path.replaceFirst("^zones[.]\\w+", "zones.*");
            if (!Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?![\\w.])")
                    .matcher(page)
                    .find()) {
                missing.add(name);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void drawsAndMechanisms_areAllNamed() throws IOException {
        Set<String> purposes = new ModelDocument().purposes();

        assertThat(purposes).hasSizeGreaterThan(45);
        assertThat(quoted()).containsAll(purposes);
        for (Mechanism<?> mechanism : StandardCatalog.standard().mechanisms()) {
            String type = mechanism.parameters().getEnclosingClass().getSimpleName();
            assertThat(quoted()).as(mechanism.name()).contains(type);
        }
    }

    /** Names that look like an input, a draw, a lever or a measure are one. */
    @Test
    void names_exist() throws IOException {
        Set<String> known = new TreeSet<>(new ModelDocument().purposes());
        for (String path : Scenarios.named("baseline").values().keySet()) {
            known.add(path);
            known.add(path.replaceFirst("^zones[.]\\w+", "zones.*"));
            known.add(path.replaceFirst("^levers[.]", ""));
        }
        known.addAll(Signals.NAMES);
        Simulation.of(Runs.whole()).measures().stream().map(Measure::name).forEach(known::add);
        Set<String> named = quoted().stream()
                .filter(name -> name.matches("[a-z_]+([.][a-z_*]+)+"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(150).isSubsetOf(known);
    }
}
