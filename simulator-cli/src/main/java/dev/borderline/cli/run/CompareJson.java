package dev.borderline.cli.run;

import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.compare.Comparison.Contrast;
import dev.borderline.experiment.compare.Difference;
import dev.borderline.experiment.compare.FateComparison;
import dev.borderline.experiment.compare.Replicates;
import dev.borderline.observe.Fates;
import dev.borderline.text.JsonWriter;
import java.util.List;

/** A comparison as members of a JSON object; what is undefined or infinite is null. */
final class CompareJson {
    private CompareJson() {}

    static void write(JsonWriter json, CompareView.Shown shown, List<String> measures) {
        Experiment experiment = shown.experiment();
        json.key("base").value(experiment.arms().get(0).name());
        json.key("seed").value(experiment.seed());
        json.key("random_numbers").value(experiment.randomNumbers().word());
        json.key("replications").value(shown.comparison().arms().get(0).runs().size());
        json.key("arms").beginArray();
        List<Contrast> contrasts = shown.comparison().contrasts(measures);
        List<Replicates> runs = shown.comparison().arms();
        for (FateComparison.OfArm arm : shown.fates()) {
            json.beginObject().key("arm").value(arm.arm());
            int number = shown.comparison().names().indexOf(arm.arm());
            json.key("replications").value(runs.get(number).runs().size());
            json.key("measures").beginObject();
            contrasts.stream()
                    .filter(contrast -> contrast.arm().equals(arm.arm()))
                    .forEach(contrast -> write(json, contrast));
            json.endObject().key("fates").beginArray();
            arm.replications().forEach(fates -> write(json, fates));
            json.endArray().endObject();
        }
        json.endArray();
        GroupTable.write(json, shown.groups());
    }

    private static void write(JsonWriter json, Contrast contrast) {
        Difference counted = contrast.counted();
        json.key(counted.measure().name()).beginObject();
        json.key("unit").value(counted.measure().unit());
        json.key("n").value(counted.n());
        number(json, "base_mean", counted.baseMean());
        number(json, "arm_mean", counted.otherMean());
        write(json, counted);
        contrast.expected().ifPresent(expected -> {
            json.key("expected").beginObject();
            write(json, expected);
            json.endObject();
        });
        number(json, "p_holm", contrast.pHolm());
        json.endObject();
    }

    private static void write(JsonWriter json, Difference difference) {
        number(json, "difference", difference.mean());
        number(json, "ci_low", difference.mean() - difference.halfWidth95());
        number(json, "ci_high", difference.mean() + difference.halfWidth95());
        number(json, "p", difference.pValue());
        number(json, "variance_reduction", difference.varianceReduction());
    }

    private static void write(JsonWriter json, Fates.Difference fates) {
        json.beginObject().key("households").value(fates.households());
        json.key("different").value(fates.different());
        json.key("contacts").value(fates.contacts());
        json.key("cases").value(fates.cases());
        json.key("held").value(fates.held());
        json.key("examples").beginArray();
        fates.examples().forEach(json::value);
        json.endArray().endObject();
    }

    private static void number(JsonWriter json, String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }
}
