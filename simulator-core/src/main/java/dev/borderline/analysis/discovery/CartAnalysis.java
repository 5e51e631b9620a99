package dev.borderline.analysis.discovery;

import dev.borderline.analysis.AnalysisRefused;
import dev.borderline.analysis.AssumptionLedger;
import dev.borderline.analysis.JsonNumbers;
import dev.borderline.analysis.Study;
import dev.borderline.analysis.Undetermined;
import dev.borderline.measure.Measure;
import dev.borderline.text.Csv;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.util.List;

/**
 * Regression tree of outcomes over the inputs of a study with any design that varies inputs. With a threshold, it is of the share
 * of interest. Immutable.
 *
 * @param study what was run
 * @param question what is looked for
 * @param measure its measure
 * @param tree the pruned tree
 * @param ledger grades and sources of the inputs
 */
public record CartAnalysis(
        Study study, Question question, Measure measure, RegressionTree tree, AssumptionLedger ledger) {
    /** Version of {@link #toJson}. */
    public static final int SCHEMA = 1;

    /**
     * Grows and prunes the tree.
     *
     * @throws AnalysisRefused if the study does not fit the question, or the outcome is the same everywhere
     */
    public static CartAnalysis of(Study study, Question question, RegressionTree.Settings settings) throws IOException {
        try {
            Question.Asked asked = question.ask(study);
            RegressionTree tree = RegressionTree.of(asked.cases(), settings);
            if (tree.root().squares() == 0) {
                throw new Undetermined("the outcome is the same at every point");
            }
            AssumptionLedger ledger = AssumptionLedger.of(study.experiment());
            return new CartAnalysis(study, question, asked.measure(), tree, ledger);
        } catch (Undetermined reason) {
            throw new AnalysisRefused(question.measure() + ": " + reason.getMessage());
        }
    }

    /** Share of all cases of interest that lie in a leaf, where responses are 0 and 1. */
    public double coverage(RegressionTree.Leaf leaf) {
        double all = tree.root().mean() * tree.root().cases();
        return all == 0 ? 0 : leaf.node().mean() * leaf.node().cases() / all;
    }

    /** {@code analysis-cart.json}; its shape is described in docs/sensitivity.md. */
    public String toJson() {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("schema").value(SCHEMA).key("analysis").value("cart");
        json.key("scenario").value(study.experiment().base().name());
        question.write(json, study.arms());
        json.key("unit").value(question.threshold() == null ? measure.unit() : "1");
        json.key("cases").value(tree.root().cases());
        JsonNumbers.write(json, "mean", tree.root().mean());
        JsonNumbers.write(json, "explained", tree.explained());
        JsonNumbers.write(json, "explained_elsewhere", tree.elsewhere());
        json.key("leaves").beginArray();
        for (RegressionTree.Leaf leaf : tree.leaves()) {
            json.beginObject().key("cases").value(leaf.node().cases());
            JsonNumbers.write(json, "mean", leaf.node().mean());
            json.key("limits").beginArray();
            write(json, leaf.box());
            json.endArray().endObject();
        }
        json.endArray();
        ledger.write(json);
        return json.endObject().finish();
    }

    private void write(JsonWriter json, Box box) {
        List<String> factors = tree.factors();
        for (int factor = 0; factor < factors.size(); factor++) {
            if (Double.isFinite(box.low(factor)) || Double.isFinite(box.high(factor))) {
                json.beginObject().key("path").value(factors.get(factor));
                JsonNumbers.write(json, "above", box.low(factor));
                JsonNumbers.write(json, "below", box.high(factor));
                json.endObject();
            }
        }
    }

    /** {@code analysis-cart.csv}: a line for each leaf and limited factor; a tree without splits has one line. */
    public String toCsv() {
        StringBuilder text = new StringBuilder(Csv.record("leaf", "cases", "mean", "factor", "above", "below"));
        List<RegressionTree.Leaf> leaves = tree.leaves();
        for (int i = 0; i < leaves.size(); i++) {
            TreeNode node = leaves.get(i).node();
            String[] start = {Integer.toString(i + 1), Integer.toString(node.cases()), Numbers.summary(node.mean())};
            if (leaves.size() == 1) {
                text.append(Csv.record(start[0], start[1], start[2], "", "", ""));
            }
            for (int factor = 0; factor < tree.factors().size(); factor++) {
                double low = leaves.get(i).box().low(factor);
                double high = leaves.get(i).box().high(factor);
                if (Double.isFinite(low) || Double.isFinite(high)) {
                    String name = tree.factors().get(factor);
                    text.append(Csv.record(
                            start[0], start[1], start[2], name, JsonNumbers.text(low), JsonNumbers.text(high)));
                }
            }
        }
        return text.toString();
    }
}
