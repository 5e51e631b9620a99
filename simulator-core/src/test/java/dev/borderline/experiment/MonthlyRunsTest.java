package dev.borderline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.experiment.compare.Compare;
import dev.borderline.experiment.compare.Comparison;
import dev.borderline.experiment.compare.Replicates;
import dev.borderline.experiment.compare.Replications;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.folder.Reproduction;
import dev.borderline.experiment.folder.ReproductionReport;
import dev.borderline.experiment.folder.ResultFolder;
import dev.borderline.experiment.store.FinishedRun;
import dev.borderline.experiment.store.Journal;
import dev.borderline.experiment.store.LayoutCodec;
import dev.borderline.experiment.store.Program;
import dev.borderline.experiment.store.RunCodec;
import dev.borderline.experiment.store.RunSchema;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.store.Task;
import dev.borderline.experiment.table.Export;
import dev.borderline.measure.CalendarPeriod;
import dev.borderline.mechanism.StandardCatalog;
import dev.borderline.scenario.SweepFile;
import dev.borderline.simulation.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that keep months: their records, their folder, and folders without them, which stay as they were. */
class MonthlyRunsTest {
    private static final Program PROGRAM = new Program("1", "none", "build");
    private static final Experiment BY_YEAR = new Experiment(
            Small.scenario(), Design.single(), List.of(Arm.base()), 2, 42, List.of("arrests", "contact_share"));
    private static final Experiment BY_MONTH = BY_YEAR.with(Granularity.MONTH);

    @TempDir
    private Path temporary;

    private static Sweep sweep(Experiment experiment) {
        return new Sweep(new SweepFile.Heading("months", "Months", ""), experiment, Shard.WHOLE, List.of());
    }

    private Path written(String name, Experiment experiment) throws IOException {
        ResultFolder folder = new ResultFolder(temporary.resolve(name));
        try (Journal journal = folder.open(sweep(experiment), PROGRAM)) {
            Runner.of(experiment, journal).threads(1).run();
            folder.write(sweep(experiment), PROGRAM, journal);
        }
        return folder.path();
    }

    private static RunResult result(Experiment experiment) {
        return experiment.simulation(0, 0).run(experiment.key(new Task(0, 0, 1)));
    }

    @Test
    void record_ofMonths_readFromItsBytes_hasThem() {
        RunResult result = result(BY_MONTH);
        FinishedRun run = FinishedRun.of(new Task(0, 0, 1), result);
        RunSchema layout = LayoutCodec.layout(run.layout().payload());
        FinishedRun read = (FinishedRun) RunCodec.run(RunCodec.payload(run), id -> layout);

        assertThat(layout.id()).isEqualTo(run.layout().id());
        assertThat(layout.months()).hasSize(15).startsWith("2009-04").endsWith("2010-06");
        for (int measure = 0; measure < layout.measures().size(); measure++) {
            for (int month = 0; month < 15; month++) {
                assertThat(read.byMonth(measure)[month]).isEqualTo(Double.valueOf(read.inMonth(measure, month)));
            }
        }
        for (String name : List.of("arrests", "bribe_mean_usd", "peak_held", "bribe_median_usd", "brokers")) {
            for (int month = 0; month < 15; month++) {
                assertThat(read.inMonth(layout.index(name), month))
                        .as("%s, month %d", name, month)
                        .isEqualTo(Double.valueOf(result.outcomes().inMonth(name, month)));
            }
            CalendarPeriod spring = CalendarPeriod.parse("2010-Q2");
            assertThat(read.inPeriod(layout.index(name), spring))
                    .isEqualTo(Double.valueOf(result.inPeriod(name, "2010-Q2")));
        }
        assertThat(layout.hasMonths(layout.index("contact_share"))).isFalse();
        assertThat(read.inMonth(layout.index("contact_share"), 3)).isNaN();
    }

    /** So that months can be asked for without moving anything that is there. */
    @Test
    void values_ofWholeRunYearZoneAndFifth_areThoseWithoutMonths() {
        FinishedRun plain = FinishedRun.of(new Task(0, 0, 1), result(BY_YEAR));
        FinishedRun monthly = FinishedRun.of(new Task(0, 0, 1), result(BY_MONTH));

        assertThat(monthly.fingerprint()).isEqualTo(plain.fingerprint());
        for (int measure = 0; measure < plain.layout().measures().size(); measure++) {
            String name = plain.layout().measures().get(measure).name();
            assertThat(monthly.value(measure)).as(name).isEqualTo(Double.valueOf(plain.value(measure)));
            assertThat(monthly.inYear(measure, 1)).as(name).isEqualTo(Double.valueOf(plain.inYear(measure, 1)));
            assertThat(monthly.inZone(measure, 0)).as(name).isEqualTo(Double.valueOf(plain.inZone(measure, 0)));
            assertThat(monthly.inFifth(measure, 4)).as(name).isEqualTo(Double.valueOf(plain.inFifth(measure, 4)));
        }
    }

    @Test
    void folder_withMonths_hasATableOfThemAndTheOthersAsBefore() throws IOException {
        Path plain = written("plain", BY_YEAR);
        Path monthly = written("monthly", BY_MONTH);

        for (String table : List.of("design.csv", "runs.csv", "summary.csv", "yearly.csv")) {
            assertThat(monthly.resolve(table)).hasSameBinaryContentAs(plain.resolve(table));
        }
        assertThat(plain.resolve("monthly.csv")).doesNotExist();
        List<String> lines = Files.readAllLines(monthly.resolve("monthly.csv"));
        assertThat(lines).hasSize(1 + 2 * 15); // contact_share has no months
        assertThat(lines.get(0)).isEqualTo("scenario,arm,point,replication,date,group,metric,value,unit");
        assertThat(lines.get(1))
                .startsWith("tightening-2015,base,0,0,2009-04-01,all,arrests,")
                .endsWith(",people");
        assertThat(Files.readString(plain.resolve("manifest.json"))).doesNotContain("\"by\"");
    }

    @Test
    void folder_withMonths_isReproducedToTheByte() throws IOException {
        Path monthly = written("reproduced", BY_MONTH);

        ReproductionReport report =
                Reproduction.of(monthly, StandardCatalog.standard()).check();

        assertThat(report.findings()).isEmpty();
        Files.writeString(
                monthly.resolve("monthly.csv"),
                Files.readString(monthly.resolve("monthly.csv")).replaceFirst(",all,arrests,", ",all,arrests,9"));
        assertThat(Reproduction.of(monthly, StandardCatalog.standard()).check().findings())
                .anyMatch(finding -> finding.where().contains("monthly.csv"));
    }

    @Test
    void folder_withoutMonths_askedForThem_isRefusedByName() throws IOException {
        Path plain = written("refused", BY_YEAR);

        assertThatThrownBy(() -> new ResultFolder(plain).open(sweep(BY_MONTH), PROGRAM))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("what measures are kept by is year there, month here");
        assertThat(BY_YEAR.with(Granularity.YEAR).sha256()).isEqualTo(BY_YEAR.sha256());
        assertThat(BY_MONTH.sha256()).isNotEqualTo(BY_YEAR.sha256());
    }

    @Test
    void export_byMonth_isTheTableOfTheFolder() throws IOException {
        Path monthly = written("exported", BY_MONTH);
        ResultFolder folder = new ResultFolder(monthly);
        try (Journal journal = folder.read(BY_MONTH)) {
            StringBuilder text = new StringBuilder();
            Export.of(Export.Shape.MONTHLY, BY_MONTH, journal, List.of("arrests", "contact_share"))
                    .writeTo(text::append);
            assertThat(text.toString()).isEqualTo(Files.readString(monthly.resolve("monthly.csv")));
            assertThatThrownBy(() -> Export.of(Export.Shape.MONTHLY, BY_YEAR, journal, List.of()))
                    .hasMessage("these runs were kept by year alone: make them again with --by month");
        }
    }

    @Test
    void replications_byMonth_tellPeriodsByName() {
        Replicates runs = Replications.of(Small.scenario()).count(3).byMonth().run();
        Comparison comparison = Compare.arms(Small.scenario(), Small.scenario().with(Small.COVERAGE, 0.3))
                .replications(2)
                .byMonth()
                .run();

        double quarters = runs.tally("arrests", "2010-Q1").mean()
                + runs.tally("arrests", "2010-Q2").mean();
        assertThat(quarters).isEqualTo(runs.tally("arrests", "2010-H1").mean()).isPositive();
        assertThat(comparison.arms().get(1).tally("arrests", "2010-Q1").mean())
                .isGreaterThan(
                        comparison.arms().get(0).tally("arrests", "2010-Q1").mean());
    }
}
