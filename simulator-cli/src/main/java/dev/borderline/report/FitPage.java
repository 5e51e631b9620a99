package dev.borderline.report;

import dev.borderline.figure.RangeStrip;
import dev.borderline.figure.RangeStrip.Span;
import dev.borderline.figure.Scale;
import dev.borderline.text.AtomicFile;
import dev.borderline.text.Numbers;
import dev.borderline.text.ShellWords;
import dev.borderline.text.Visible;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of a calibration's folder. It shows targets beside the record, what was known of each input before and after, and gates.
 *
 * @param folder that the fit was written into
 * @param fit what its files say
 * @param assets style
 */
public record FitPage(String folder, FitFiles fit, Assets assets) {
    private static final String TEMPLATE = "fit.jte";
    private static final double FORGOTTEN = 0.9; // of the ignorance: the record says little of such an input

    /** True if a folder is that of a calibration. */
    public static boolean isFit(Path folder) throws IOException {
        return FitFiles.areIn(folder);
    }

    /** Writes the page of a calibration's folder. */
    public static void write(Path folder, Path page) throws IOException {
        StringOutput out = new StringOutput();
        FitPage content = new FitPage(folder.toString(), FitFiles.read(folder), Assets.read());
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, FitPage.class.getPackageName())
                .render(TEMPLATE, content, out);
        AtomicFile.write(page, Visible.of(out.toString()));
    }

    /** The answer in sentences. */
    List<String> answer() {
        List<String> sentences = new ArrayList<>();
        List<FitFiles.Target> fitted = fit.targets().stream()
                .filter(target -> target.use().equals("fit"))
                .toList();
        long inside = fitted.stream().filter(FitFiles.Target::inside).count();
        sentences.add(inside + " of " + fitted.size() + " figures that the model was fitted to lie inside "
                + (fit.isEnsemble() ? "the 90 % range that it predicts for them." : "their tolerance.")
                + left(fitted));
        List<FitFiles.Gate> failing =
                fit.gates().stream().filter(gate -> !gate.passes()).toList();
        if (!failing.isEmpty()) {
            sentences.add("The fit is not to be used: " + failing.size() + " of "
                    + fit.gates().size() + " gates fail.");
        } else if (!fit.gates().isEmpty()) {
            sentences.add("All " + fit.gates().size() + " gates pass.");
        }
        long silent =
                fit.inputs().stream().filter(input -> input.left() >= FORGOTTEN).count();
        sentences.add("The record says next to nothing of " + silent + " of "
                + fit.inputs().size() + " inputs: at least 90 % of their ignorance is left.");
        return sentences;
    }

    private static String left(List<FitFiles.Target> fitted) {
        List<String> outside = fitted.stream()
                .filter(target -> !target.inside())
                .map(FitFiles.Target::id)
                .toList();
        return outside.isEmpty() ? "" : " Outside: " + PlainNames.enumerated(outside) + ".";
    }

    String strip(FitFiles.Target target) {
        return RangeStrip.svg(
                target.record(),
                target.model(),
                target.id() + ": recorded " + human(target, target.record().middle()) + ", model "
                        + range(target, target.model()) + (unit(target).isEmpty() ? "" : " " + unit(target)));
    }

    String strip(FitFiles.Fitted input) {
        return RangeStrip.svg(
                input.before(),
                input.after(),
                words(input) + ": before " + range(input.before()) + ", after " + range(input.after()));
    }

    String words(FitFiles.Fitted input) {
        return PlainNames.ofInput(input.path());
    }

    /** Unit in which people read a figure: shares in per cent. */
    String unit(FitFiles.Target target) {
        return Scale.of(0, target.unit()).unit();
    }

    String human(FitFiles.Target target, double value) {
        return human(value * Scale.of(0, target.unit()).factor());
    }

    String range(FitFiles.Target target, Span span) {
        return human(target, span.low()) + " to " + human(target, span.high());
    }

    String human(double value) {
        return Double.isNaN(value) ? "–" : Numbers.human(value).replace('-', '−');
    }

    String range(Span span) {
        return human(span.low()) + " to " + human(span.high());
    }

    String percent(double share) {
        return Double.isNaN(share) ? "–" : Numbers.human(StrictMath.rint(100 * share)) + " %";
    }

    String policy() {
        return assets.policyOf(assets.style());
    }

    String command() {
        return ShellWords.line(List.of("./borderline", "report", folder));
    }
}
