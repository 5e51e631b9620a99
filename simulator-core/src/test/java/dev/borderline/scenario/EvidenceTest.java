package dev.borderline.scenario;

import static dev.borderline.scenario.EvidenceTable.cell;
import static dev.borderline.scenario.EvidenceTable.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.measure.CalendarPeriod;
import dev.borderline.policy.InputSpec;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The defaults stand on the evidence tables, and the tables are what they say they are. */
class EvidenceTest {
    private static final Map<String, Map<String, String>> INPUTS = EvidenceTable.inputs();
    private static final Scenario BASELINE = ShippedScenariosTest.read("baseline");
    private static final double DIGITS = 1e-12;

    /** A year, half-year, quarter, month or day; two with a slash are from the one to the other. */
    private static final String PERIOD = "\\d{4}(-([QH]\\d|\\d\\d(-\\d\\d)?))?";

    /** A household forms per arrival or not, so the input stops at 1 though the ratio of households to persons may exceed it. */
    private static final Set<String> PROBABILITIES_OF_A_RATIO = Set.of("crossings.households_per_arrival");

    /** The row of an input; a zone may have one of its own. */
    static Map<String, String> row(String path, InputSpec spec) {
        String family = spec.input().source();
        String own = path.startsWith("zones.") ? family + "-" + path.split("\\.", -1)[1] : family;
        Map<String, String> row = INPUTS.containsKey(own) ? INPUTS.get(own) : INPUTS.get(family);
        assertThat(row).as("row of %s", path).isNotNull();
        return row == null ? Map.of() : row;
    }

    @Test
    void everyDefault_liesInItsEvidenceRangeInTheSameUnit() {
        SoftAssertions softly = new SoftAssertions();
        BASELINE.values().forEach((path, value) -> {
            InputSpec spec = BASELINE.spec(path);
            Map<String, String> row = row(path, spec);
            softly.assertThat(cell(row, "unit"))
                    .as("unit of %s", path)
                    .isEqualTo(spec.input().unit());
            softly.assertThat(value).as(path).isBetween(number(row, "low"), number(row, "high"));
            if (!cell(row, "grade").equals("C")) {
                softly.assertThat(value).as("sourced value of %s", path).isEqualTo(number(row, "value_2015"));
            }
            softly.assertThat(spec.accepts(number(row, "low")))
                    .as("low end of %s", path)
                    .isTrue();
            boolean high = spec.accepts(number(row, "high")) || PROBABILITIES_OF_A_RATIO.contains(path);
            softly.assertThat(high).as("high end of %s", path).isTrue();
        });
        softly.assertAll();
    }

    @Test
    void everyDefault_isWrittenWithItsRowAndGrade() {
        Map<String, YamlNode.Mapping> written = new TreeMap<>();
        YamlNode file =
                YamlNode.read(new SourceText("baseline.yaml", Texts.seed("baseline.yaml")), YamlLimits.HAND_WRITTEN);
        collect("", file, written);
        assertThat(written.keySet()).isEqualTo(BASELINE.values().keySet());
        SoftAssertions softly = new SoftAssertions();
        written.forEach((path, mapping) -> {
            Map<String, String> row = row(path, BASELINE.spec(path));
            softly.assertThat(text(mapping, "source")).as("source of %s", path).isEqualTo(cell(row, "id"));
            softly.assertThat(text(mapping, "grade")).as("grade of %s", path).isEqualTo(cell(row, "grade"));
            softly.assertThat(text(mapping, "unit")).as("unit of %s", path).isEqualTo(cell(row, "unit"));
        });
        softly.assertAll();
    }

    private static void collect(String path, YamlNode node, Map<String, YamlNode.Mapping> into) {
        if (node instanceof YamlNode.Mapping mapping) {
            if (mapping.get("value").isPresent()) {
                into.put(path, mapping);
                return;
            }
            mapping.entries()
                    .forEach((key, entry) -> collect(path.isEmpty() ? key : path + "." + key, entry.value(), into));
        }
    }

    private static String text(YamlNode.Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> node instanceof YamlNode.Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    @Test
    void pre2011_holdsTheValuesOf2010() {
        Scenario before = ShippedScenariosTest.read("pre-2011");
        SoftAssertions softly = new SoftAssertions();
        before.values().forEach((path, value) -> {
            // The number of teams at which P33 holds is a reference point, not a fact of a year.
            Map<String, String> row = row(path, before.spec(path));
            boolean changed = !cell(row, "value_2010").equals(cell(row, "value_2015"));
            boolean reference = path.equals("teams.reference_teams");
            double expected = changed && !reference ? number(row, "value_2010") : BASELINE.value(path);
            softly.assertThat(value).as(path).isEqualTo(expected);
        });
        softly.assertAll();
    }

    @Test
    void inputTables_areTyped() {
        assertThat(INPUTS.values()).hasSizeGreaterThan(140).allSatisfy(row -> {
            assertThat(cell(row, "id")).matches("[PQ]\\d\\d(-[a-z]+)?");
            assertThat(cell(row, "grade")).matches("[ABC]");
            assertThat(cell(row, "mechanism")).matches("M\\d\\d");
            assertThat(number(row, "value_2015")).isBetween(number(row, "low"), number(row, "high"));
            assertThat(cell(row, "value_2010")).matches("|-?\\d+(\\.\\d+)?");
            assertThat(List.of(cell(row, "name"), cell(row, "unit"), cell(row, "kind"), cell(row, "source")))
                    .doesNotContain("");
        });
    }

    @Test
    void evidence_isTyped() {
        assertThat(EvidenceTable.read("evidence.csv")).hasSizeGreaterThan(250).allSatisfy(row -> {
            assertThat(cell(row, "series")).matches("[A-Za-z]+(_[A-Za-z0-9]+)*");
            assertThat(cell(row, "period")).matches(PERIOD + "(/" + PERIOD + ")?");
            assertThat(number(row, "value")).isNotNegative();
            if (!cell(row, "high").isEmpty()) {
                assertThat(number(row, "value")).isBetween(number(row, "low"), number(row, "high"));
            }
            assertThat(cell(row, "grade")).matches("[ABC]");
            assertThat(cell(row, "grade") + " " + cell(row, "note"))
                    .as("what is derived is not counted")
                    .doesNotMatch("A .*DERIVED.*");
            assertThat(List.of(cell(row, "unit"), cell(row, "source"))).doesNotContain("");
        });
    }

    /** A series has one unit; a figure of one source stands once. */
    @Test
    void evidence_seriesHaveOneUnit_andNoFigureStandsTwice() {
        Map<String, Set<String>> units = new TreeMap<>();
        List<String> figures = new ArrayList<>();
        for (Map<String, String> row : EvidenceTable.read("evidence.csv")) {
            units.computeIfAbsent(cell(row, "series"), series -> new TreeSet<>())
                    .add(cell(row, "unit"));
            figures.add(String.join(" ", cell(row, "series"), cell(row, "period"), cell(row, "value")));
        }
        units.remove("bribe_to_settle_phone_case"); // one row cannot be converted at the rates of its day
        assertThat(units).allSatisfy((series, of) -> assertThat(of).as(series).hasSize(1));
        assertThat(figures).doesNotHaveDuplicates();
    }

    @Test
    void targets_areTyped() {
        assertThat(EvidenceTable.read("targets.csv")).hasSizeGreaterThan(50).allSatisfy(row -> {
            assertThat(cell(row, "use")).matches("fit|check|report");
            assertThat(cell(row, "grade")).matches("[ABC]");
            assertThat(number(row, "value")).isBetween(number(row, "low"), number(row, "high"));
            CalendarPeriod period = CalendarPeriod.parse(cell(row, "period"));
            int first = cell(row, "use").equals("check") ? 2015 : 2009;
            int last = cell(row, "use").equals("check") ? 2016 : 2014;
            assertThat(period.first().getYear())
                    .as("fitted to 2014, checked on 2015 and 2016")
                    .isBetween(first, last);
            assertThat(period.last().getYear()).isBetween(first, last);
        });
    }

    /** The counts within a year that are fitted are the year's count, no more and no less. */
    @ParameterizedTest
    @ValueSource(ints = {2010, 2011, 2012, 2013, 2014})
    void arrivalsWithinAYear_addUpToTheYear(int year) {
        double within = 0;
        int months = 0;
        for (Map<String, String> row : EvidenceTable.read("targets.csv")) {
            CalendarPeriod period = CalendarPeriod.parse(cell(row, "period"));
            boolean part =
                    cell(row, "measure").equals("arrivals") && cell(row, "use").equals("fit");
            if (part && period.first().getYear() == year) {
                within += number(row, "value");
                months += period.months();
            }
        }
        double counted = EvidenceTable.read("arrivals_by_year.csv").stream()
                .filter(row -> number(row, "year") == year)
                .mapToDouble(row -> number(row, "arrivals"))
                .sum();
        assertThat(months).isEqualTo(12);
        assertThat(within).isEqualTo(counted);
    }

    @Test
    void arrivalsWithinYears_areTyped() {
        assertThat(EvidenceTable.read("arrivals_within_years.csv"))
                .hasSizeGreaterThan(30)
                .allSatisfy(row -> {
                    assertThat(cell(row, "period")).matches(PERIOD + "(/" + PERIOD + ")?");
                    assertThat(number(row, "value")).isPositive();
                    assertThat(cell(row, "grade")).matches("[AB]");
                    assertThat(List.of(cell(row, "unit"), cell(row, "source"))).doesNotContain("");
                });
    }

    @Test
    void arrivals_addUp() {
        double since2002 = 0;
        for (Map<String, String> row : EvidenceTable.read("arrivals_by_year.csv")) {
            double year = number(row, "year");
            if (year >= 2002) {
                assertThat(number(row, "male") + number(row, "female")).isEqualTo(number(row, "arrivals"));
                since2002 += year <= 2015 ? number(row, "arrivals") : 0;
            }
        }
        double until1998 = 947;
        double from1999To2001 = 1043;
        assertThat(until1998 + from1999To2001 + since2002)
                .as("the count of resettled refugees at the end of 2015, P05")
                .isEqualTo(
                        BASELINE.value("population.resettled_refugees"), org.assertj.core.data.Offset.offset(DIGITS));
    }
}
