package dev.borderline.analysis.sensitivity;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Outputs;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.StudyOutputs;
import dev.borderline.analysis.Undetermined;
import dev.borderline.measure.Measure;
import dev.borderline.scenario.SweepDesign;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sobol's indices of some measures of a study with Saltelli's design, and what they rest on. Immutable.
 *
 * <pre>{@code
 * SobolAnalysis analysis = SobolAnalysis.of(Study.in(folder), 0, List.of("contact_share"), Bootstrap.standard());
 * analysis.measures().get(0).indices();
 * }</pre>
 *
 * @param scenario name of the scenario
 * @param arm name of the arm
 * @param measures in the order asked for
 * @param ledger grades and sources of the inputs
 * @param bootstrap how intervals were made
 */
public record SobolAnalysis(
        String scenario, String arm, List<OfMeasure> measures, AssumptionLedger ledger, Bootstrap bootstrap) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /**
     * One measure.
     *
     * @param measure name, unit and meaning
     * @param mean over the ranges and over chance; NaN if it has no value somewhere
     * @param indices null where they cannot be told
     * @param reason why not; else empty
     */
    public record OfMeasure(
            Measure measure, double mean, @Nullable SobolIndices indices, String reason) {}

    public SobolAnalysis {
        measures = List.copyOf(measures);
    }

    /**
     * Analyses an arm, counted from 0.
     *
     * @throws AnalysisRefused if the design is another, runs are missing, or there is no such measure
     */
    public static SobolAnalysis of(Study study, int arm, List<String> names, Bootstrap bootstrap) throws IOException {
        study.needDesign(SweepDesign.SALTELLI, "Sobol's indices need");
        if (study.experiment().design().size() < 2 * (study.factors().size() + 2)) {
            throw new AnalysisRefused(study.where() + " holds one base point: Sobol's indices need two or more");
        }
        StudyOutputs outputs = study.outputs();
        List<Measure> wanted = names.stream().map(outputs::measure).toList();
        List<OfMeasure> measures = new ArrayList<>();
        for (Measure measure : wanted) {
            measures.add(ofMeasure(study, outputs, measure, new Request(arm, bootstrap)));
        }
        return new SobolAnalysis(
                study.experiment().base().name(),
                study.arms().get(arm),
                measures,
                AssumptionLedger.of(study.experiment()),
                bootstrap);
    }

    private record Request(int arm, Bootstrap bootstrap) {}

    private static OfMeasure ofMeasure(Study study, StudyOutputs outputs, Measure measure, Request request) {
        double mean = Double.NaN;
        try {
            double[][] byPoint = outputs.of(measure, request.arm());
            SaltelliOutputs saltelli = saltelli(study, byPoint);
            mean = mean(saltelli);
            SobolIndices indices = SobolIndices.of(study.factors(), saltelli, request.bootstrap());
            return new OfMeasure(measure, mean, indices, "");
        } catch (Undetermined reason) {
            return new OfMeasure(measure, mean, null, String.valueOf(reason.getMessage()));
        }
    }

    private static SaltelliOutputs saltelli(Study study, double[][] byPoint) {
        List<double[]> single = new ArrayList<>();
        List<double[]> pairs = new ArrayList<>();
        for (int point = 0; point < byPoint.length; point++) {
            (study.role(point, "matrix").startsWith("BA") ? pairs : single).add(byPoint[point]);
        }
        SaltelliOutputs outputs = SaltelliOutputs.of(study.factors().size(), single.toArray(new double[0][]));
        return pairs.isEmpty() ? outputs : outputs.withSecondOrder(pairs.toArray(new double[0][]));
    }

    private static double mean(SaltelliOutputs outputs) {
        double sum = 0;
        for (int base = 0; base < outputs.baseSamples(); base++) {
            sum += Outputs.mean(outputs.atA(base)) + Outputs.mean(outputs.atB(base));
        }
        return sum / (2 * outputs.baseSamples());
    }

    /** {@code analysis-sobol.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("sobol");
        json.key("scenario").value(scenario).key("arm").value(arm);
        json.key("bootstrap").beginObject();
        json.key("seed").value(bootstrap.seed()).key("resamples").value(bootstrap.resamples());
        json.key("level").value(bootstrap.level()).endObject();
        json.key("measures").beginArray();
        measures.forEach(measure -> write(json, measure));
        json.endArray();
        ledger.write(json);
        return json.endObject().finish();
    }

    private void write(JsonWriter json, OfMeasure one) {
        json.beginObject().key("name").value(one.measure().name());
        json.key("unit").value(one.measure().unit());
        JsonNumbers.write(json, "mean", one.mean());
        SobolIndices indices = one.indices();
        if (indices == null) {
            json.key("undetermined").value(one.reason()).endObject();
            return;
        }
        ChanceShares chance = indices.chance();
        json.key("base_points").value(indices.baseSamples());
        json.key("replications").value(indices.replications());
        JsonNumbers.write(json, "sd_by_inputs", Math.sqrt(Math.max(0, chance.inputsVariance())));
        JsonNumbers.write(json, "share_inputs", chance.inputs());
        JsonNumbers.write(json, "share_replication_alone", chance.replicationAlone());
        JsonNumbers.write(json, "share_replication_with_inputs", chance.withInputs());
        AssumptionLedger.Bounds assumed = ledger.share(AssumptionLedger.ASSUMED, indices.firstOrder());
        json.key("grade_c").beginObject();
        JsonNumbers.write(json, "share_of_inputs_least", assumed.least());
        JsonNumbers.write(json, "share_of_inputs_most", assumed.most());
        json.endObject().key("factors").beginArray();
        for (SobolIndices.OfFactor factor : indices.factors()) {
            json.beginObject().key("path").value(factor.name());
            json.key("grade").value(ledger.grade(factor.name()));
            JsonNumbers.write(json, "first", factor.first());
            JsonNumbers.write(json, "total", factor.total());
            json.endObject();
        }
        json.endArray();
        if (!indices.pairs().isEmpty()) {
            writePairs(json, indices.pairs());
        }
        json.endObject();
    }

    private static void writePairs(JsonWriter json, List<SobolIndices.OfPair> pairs) {
        json.key("pairs").beginArray();
        for (SobolIndices.OfPair pair : pairs) {
            json.beginObject().key("first_path").value(pair.first());
            json.key("second_path").value(pair.second());
            JsonNumbers.write(json, "second_order", pair.together());
            json.endObject();
        }
        json.endArray();
    }

    /** {@code analysis-sobol.csv}: a line for each measure and factor. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(Csv.record(
                "measure", "factor", "grade", "first", "first_low", "first_high", "total", "total_low", "total_high"));
        for (OfMeasure one : measures) {
            SobolIndices indices = one.indices();
            if (indices != null) {
                for (SobolIndices.OfFactor factor : indices.factors()) {
                    text.append(line(one.measure().name(), factor));
                }
            }
        }
        return text.toString();
    }

    private String line(String measure, SobolIndices.OfFactor factor) {
        return Csv.record(
                measure,
                factor.name(),
                ledger.grade(factor.name()),
                Numbers.summary(factor.first().value()),
                JsonNumbers.text(factor.first().interval().low()),
                JsonNumbers.text(factor.first().interval().high()),
                Numbers.summary(factor.total().value()),
                JsonNumbers.text(factor.total().interval().low()),
                JsonNumbers.text(factor.total().interval().high()));
    }
}
