package dev.borderline.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.mechanism.Bench;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Factor.Range;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.Scenarios;
import dev.borderline.yaml.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private static final String HEAD =
            "id,target,measure,period,value,low,high,unit,group,error,discrepancy,use,grade\n";
    private static final String YEARS = "id,target,measure,first_year,last_year,value,low,high,unit,use,grade\n";

    private static Scenario small() {
        return Scenarios.named("tightening-2015")
                .with(Bench.households(1_500))
                .with(new SimulatedPeriod(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1)));
    }

    private static Target one(String row) {
        return Targets.read("t.csv", HEAD + row + "\n").get(0);
    }

    @Test
    void shippedTable_isReadAndFitsTheScenario() throws IOException {
        String text = Files.readString(Path.of("../seeds/evidence/targets.csv"));
        List<Target> targets = Targets.read("targets.csv", text);

        Calibration.of(Scenarios.named("historical"), targets)
                .vary("needs.rate_mean_per_year", Range.linear(1.5, 4))
                .check();
        assertThat(targets).extracting(Target::id).contains("T01", "T05");
    }

    @Test
    void statistic_ofAPeriod_isTheValueInIt() {
        FinishedRun run =
                Replications.of(small()).count(1).byMonth().run().runs().get(0);
        double first = one("A,a,arrests,2009-Q1,10,5,15,1,,,,fit,A").statistic().of(run);
        double second =
                one("A,a,arrests,2009-Q2,10,5,15,1,,,,fit,A").statistic().of(run);
        double half = one("A,a,arrests,2009-H1,10,5,15,1,,,,fit,A").statistic().of(run);
        double ratio = one("A,a,arrests[2009-Q2] / arrests[2009-Q1],2009,10,5,15,1,,,,fit,A")
                .statistic()
                .of(run);
        double years =
                one("A,a,arrests,2009..2010,10,5,15,1,,,,fit,A").statistic().of(run);

        assertThat(first + second).isEqualTo(half).isPositive();
        assertThat(ratio).isEqualTo(second / first);
        assertThat(years).isEqualTo(run.value(run.layout().index("arrests")) / 2); // the mean of two years
    }

    @Test
    void period_besideEqualYears_isRead() {
        String text = YEARS.replace("first_year", "period,first_year")
                + "A,a,arrests,2009..2010,2009,2010,10,5,15,1,fit,A\n" + "B,b,needs,,2009,2009,10,5,15,1,check,A\n";
        List<Target> targets = Targets.read("t.csv", text);

        assertThat(targets.get(0).statistic().periods()).hasToString("[2009..2010]");
        assertThat(targets.get(1).statistic().periods()).hasToString("[2009]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "A,a,arrests,2009-Q5,10,5,15,1,,,,fit,A | t.csv:2:13: period: '2009-Q5' is no period; write a year such as 2012",
                "A,a,arrests,2010..2009,10,5,15,1,,,,fit,A | period: a period from 2010-01 to 2009-12 ends before it begins",
                "A,a,arrests,,10,5,15,1,,,,fit,A | period: is empty; write a year such as 2012",
                "A,a,arrests,2009,10,5,15,1,,log_norml,,fit,A | error: 'log_norml' is not allowed; it is normal, split_normal, log_normal;",
                "A,a,arrests,2009,10,0,15,1,,log_normal,,fit,A | low: must lie above 0 where the error is log_normal",
                "A,a,arrests,2009,10,5,15,1,,,-1,fit,A | discrepancy: '-1' is below 0",
                "A,a,arrests,2009,10,5,15,1,,,,fitted,A | use: 'fitted' is not allowed; it is fit, check or report"
            })
    void row_malformed_isRefusedWithItsPlace(String row, String message) {
        assertThatThrownBy(() -> one(row)).isInstanceOf(InvalidInput.class).hasMessageContaining(message);
    }

    @Test
    void period_thatContradictsTheYears_isRefused() {
        String text =
                YEARS.replace("first_year", "period,first_year") + "A,a,arrests,2009-H1,2009,2009,10,5,15,1,fit,A\n";

        assertThatThrownBy(() -> Targets.read("t.csv", text))
                .hasMessageContaining("'2009-H1' is not 2009, which first_year and last_year say");
        assertThatThrownBy(() -> Targets.read("t.csv", YEARS.replace("first_year,last_year,", "") + "\n"))
                .hasMessageContaining("this column is missing: a table has period, or first_year and last_year");
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "arrests,2009-Q1,10,5,15,1,,,,fit,A | arrests,2009,40,20,60,1,,,,fit,A | true",
                "arrests,2009-Q1,10,5,15,1,x,,,fit,A | needs,2009-H1,40,20,60,1,x,,,fit,A | true",
                "arrests,2009-Q1,10,5,15,1,x,,,fit,A | arrests,2009-H1,40,20,60,1,y,,,fit,A | true",
                "arrests,2009-Q1,10,5,15,1,x,,,fit,A | needs,2009-H1,40,20,60,1,y,,,fit,A | false",
                "arrests,2009-Q1,10,5,15,1,,,,fit,A | arrests,2009-Q2,40,20,60,1,,,,fit,A | false",
                "arrests,2009-Q1,10,5,15,1,,,,fit,A | arrests,2009,40,20,60,1,,,,report,A | false",
                "arrests,2010-Q1,10,5,15,1,,,,check,A | arrests,2010,40,20,60,1,,,,check,A | false"
            })
    void fittedRows_thatOverlapInTime_areRefusedByName(String one, String other, boolean refused) {
        String text = HEAD + "T1,a," + one + "\nT2,b," + other + "\n";
        if (refused) {
            assertThatThrownBy(() -> Targets.read("t.csv", text))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(" of T2 and 2009-Q1 of T1 overlap, and both are to be fitted");
        } else {
            assertThat(Targets.read("t.csv", text)).hasSize(2);
        }
    }

    /** Targets of things that a run would not have are told before any is made. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "contact_share,2010-Q1,1 | contact_share is defined by calendar year: it has no value in 2010-Q1",
                "bribe_median_usd,2010-Q1,USD | bribe_median_usd is a quantile: that of 2010-Q1 does not follow",
                "arrests,2011-Q1,1 | 2011-Q1 is not simulated: the scenario runs from 2009-01-01 to 2010-12-31",
                "slope of ln arrests on ln needs,2010-H1,1 | a slope needs two years or more, not 2010-H1 alone"
            })
    void period_thatTheScenarioLacks_isRefused(String row, String message) {
        List<String> parts = List.of(row.split(","));
        Target target = one("A,a," + parts.get(0) + "," + parts.get(1) + ",10,5,15," + parts.get(2) + ",,,,fit,A");

        assertThatThrownBy(() -> Calibration.of(small(), List.of(target))
                        .vary("needs.rate_mean_per_year", Range.linear(1, 4))
                        .check())
                .hasMessageContaining(message);
    }

    @Test
    void errors_ofEachLaw_areTheirFormulas() {
        double z = 1.959963984540054;
        Target normal = one("A,a,arrests,2009,10,7,15,1,,normal,,fit,A");
        Target split = one("A,a,arrests,2009,10,7,15,1,,split_normal,3,fit,A");
        Target log = one("A,a,arrests,2009,10,5,20,1,,log_normal,0.1,fit,A");
        double ofLog = Math.hypot(Math.log(2) / z, 0.1);

        assertThat(normal.distance(12)).isCloseTo(2 / (4 / z), within(1e-12));
        assertThat(normal.distance(8)).isCloseTo(-2 / (4 / z), within(1e-12));
        assertThat(split.distance(12)).isCloseTo(2 / Math.hypot(5 / z, 3), within(1e-12));
        assertThat(split.distance(8)).isCloseTo(-2 / Math.hypot(3 / z, 3), within(1e-12));
        assertThat(log.distance(20)).isCloseTo(Math.log(2) / ofLog, within(1e-12));
        assertThat(log.distance(5)).isCloseTo(-log.distance(20), within(1e-12));
        assertThat(log.sd(20)).isCloseTo(20 * ofLog, within(1e-12)); // that of the logarithm, by the delta method
    }

    /** A figure only reported moves nothing, as a check does not. */
    @Test
    void fit_withWhatIsReported_isThatWithout() {
        Target needs = one("N,n,needs,2009-H1,3000,1000,9000,1,,log_normal,,fit,A");
        Target report = one("R,r,arrests,2009,1e6,9e5,2e6,1,,,,report,A");

        Fit alone = calibration(List.of(needs)).run();
        Fit beside = calibration(List.of(needs, report)).run();

        assertThat(beside.values()).isEqualTo(alone.values());
        assertThat(beside.distance()).isEqualTo(alone.distance());
        assertThat(beside.targets().get(1).reason()).isEqualTo("only reported: it repeats others, or is doubted");
        assertThat(alone.targets().get(0).fitted()).isPositive();
    }

    private static Calibration calibration(List<Target> targets) {
        return Calibration.of(small(), targets)
                .vary("needs.rate_mean_per_year", Range.linear(1, 4))
                .replications(2)
                .finalReplications(2)
                .budget(8);
    }
}
