package dev.borderline.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.borderline.cli.Ran;
import dev.borderline.cli.Small;
import dev.borderline.text.Numbers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run} on a small scenario. */
class RunCommandTest {
    private static final int WIDTH = 80;

    @TempDir
    private Path folder = Path.of("");

    private Ran run(String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("run", Small.scenario(folder, "").toString()));
        args.addAll(List.of(more));
        return Ran.command(args.toArray(new String[0]));
    }

    private JsonNode json(String... more) {
        List<String> args = new java.util.ArrayList<>(List.of(more));
        args.add("--json");
        return JsonMapper.shared().readTree(run(args.toArray(new String[0])).out());
    }

    @Test
    void table_default_fitsIn80ColumnsUnderEachTheme() {
        Ran ran = run("-n", "3");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.outLines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
        assertThat(ran.outLines())
                .contains("Needs and contacts", "Detection and arrests", "Money", "Time held", "Knowledge");
        assertThat(ran.out()).contains("what-ifs").contains("grade C").contains("95 % interval");
    }

    @Test
    void table_all_namesEveryMeasureOfTheJson() {
        String table = run("-n", "2", "--all").out();

        assertThat(json("-n", "2").get("measures").propertyNames())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(table).contains("  " + name + " "));
        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(WIDTH));
    }

    /** As {@code compare} and {@code sweep} have it; files and JSON keep the share. */
    @Test
    void shares_areInPerCent() {
        double share = json("-n", "2").at("/measures/contact_share/mean").asDouble();

        assertThat(run("-n", "2").out()).containsPattern("\n  contact_share +\\d[\\d.]* +[^\n]* %\n");
        assertThat(share).isBetween(0.0, 1.0);
        assertThat(run("-n", "2").out()).contains(Numbers.human(100 * share));
    }

    @Test
    void table_oneReplication_hasNoIntervals() {
        Ran ran = run("-n", "1");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("1 replication,").doesNotContain(" to -").doesNotContain("NaN");
    }

    @Test
    void json_shape_isOneObjectAsPromised() {
        JsonNode json = json("-n", "3", "--seed", "7");

        assertThat(json.propertyNames()).containsExactly("scenario", "seed", "replications", "fingerprint", "measures");
        assertThat(json.get("scenario").asString()).isEqualTo("small");
        assertThat(json.get("seed").asLong()).isEqualTo(7);
        assertThat(json.get("replications").asInt()).isEqualTo(3);
        assertThat(json.get("fingerprint").asString()).matches("[0-9a-f]{16}");
        JsonNode needs = json.get("measures").get("needs");
        assertThat(needs.propertyNames()).containsExactly("unit", "n", "mean", "sd", "se", "ci_low", "ci_high");
        assertThat(needs.get("n").asInt()).isEqualTo(3);
        assertThat(needs.get("ci_low").asDouble()).isLessThan(needs.get("mean").asDouble());
    }

    @Test
    void json_oneReplication_hasNullForWhatIsUndefined() {
        JsonNode needs = json("-n", "1").get("measures").get("needs");

        assertThat(needs.get("mean").isNumber()).isTrue();
        assertThat(needs.get("sd").isNull()).isTrue();
        assertThat(needs.get("ci_low").isNull()).isTrue();
    }

    @Test
    void json_threads_changeNothing() {
        assertThat(run("-n", "3", "--json", "--threads", "1").out())
                .isEqualTo(run("-n", "3", "--json", "--threads", "3").out());
    }

    @Test
    void fingerprint_otherSeed_differs() {
        assertThat(json("-n", "2", "--seed", "1").get("fingerprint"))
                .isNotEqualTo(json("-n", "2", "--seed", "2").get("fingerprint"));
    }

    @Test
    void set_coverageAndInformantsToZero_givesExactlyNoArrest() {
        JsonNode json =
                json("-n=2", "--set=levers.surveillance.coverage=0", "--set=levers.surveillance.informants_per_year=0");

        assertThat(json.get("measures").get("sessions").get("mean").asDouble()).isPositive();
        assertThat(json.get("measures").get("arrests").get("mean").asDouble()).isZero();
        assertThat(json.get("measures").get("arrests").get("ci_high").asDouble())
                .isZero();
    }
}
