package dev.borderline.cli.run;

import dev.borderline.analysis.selection.BestArm;
import dev.borderline.analysis.selection.KimNelson;
import dev.borderline.cli.options.WorkOptions;
import dev.borderline.cli.text.Caution;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Interruption;
import dev.borderline.cli.text.ProgressLine;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.TextTable;
import dev.borderline.cli.text.Wrapping;
import dev.borderline.experiment.Experiment;
import dev.borderline.figure.Scale;
import dev.borderline.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the runs of a selection and tells which scenario was selected. */
final class SelectBest {
    private static final int WIDTH = 80;
    private static final int ROUNDS_MAX = 10_000;

    private final Console console;
    private final WorkOptions options;
    private final BestOptions best;

    SelectBest(Console console, WorkOptions options, BestOptions best) {
        this.console = console;
        this.options = options;
        this.best = best;
    }

    /** Selects among the arms of an experiment, with at most so many rounds as it has replications. */
    int run(Experiment experiment, boolean json) {
        BestArm.Selection selection;
        try (Interruption interruption = Interruption.listen()) {
            BestArm search;
            try {
                search = BestArm.of(
                                experiment,
                                best.objective(experiment.simulation(0, 0).measures()),
                                best.settings())
                        .maxRounds(experiment.replications());
            } catch (IllegalArgumentException e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            }
            ProgressLine.Style style = options.progressStyle(console);
            selection = search.runner(runner -> options.set(runner).cancelWhen(interruption::wished))
                    .onRound(state -> tell(style, state))
                    .run();
            if (interruption.wished()) {
                console.note("stopped after " + selection.rounds() + " rounds; nothing was kept");
                return ExitCodes.PARTIAL;
            }
        }
        if (json) {
            console.out().println(json(selection, experiment.seed()));
        } else {
            lines(selection).forEach(console.out()::println);
        }
        return selection.selected() == null ? ExitCodes.PARTIAL : ExitCodes.OK;
    }

    /** Most rounds, unless replications are asked for. */
    static int roundsMax() {
        return ROUNDS_MAX;
    }

    private void tell(ProgressLine.Style style, KimNelson state) {
        int rounds = state.rounds();
        boolean round = Integer.highestOneBit(rounds) == rounds || rounds % 100 == 0;
        if (style != ProgressLine.Style.NONE && round) {
            console.note(rounds + " rounds, " + state.left().size() + " scenarios left");
        }
    }

    private static List<String> lines(BestArm.Selection selection) {
        double largest = selection.arms().stream()
                .mapToDouble(arm -> Math.abs(arm.mean()))
                .max()
                .orElse(0);
        Scale scale = Scale.of(largest, selection.measure().unit());
        TextTable table = new TextTable(
                TextTable.Align.LEFT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.RIGHT,
                TextTable.Align.LEFT);
        table.row("scenario", "mean", "sd", "runs", "");
        for (BestArm.OfArm arm : selection.arms()) {
            table.row(arm.name(), scale.shown(arm.mean()), scale.shown(arm.sd()), Long.toString(arm.runs()), fate(arm));
        }
        List<String> lines = new ArrayList<>(List.of(selection.measure().name() + ", " + scale.unit() + ":"));
        table.lines().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.addAll(Wrapping.lines(verdict(selection, scale), WIDTH));
        lines.add("");
        lines.addAll(Caution.lines(WIDTH));
        return lines;
    }

    private static String fate(BestArm.OfArm arm) {
        return arm.goneAfter() == 0 ? "stayed" : "gone after " + arm.goneAfter() + ", behind " + arm.goneBy();
    }

    private static String verdict(BestArm.Selection selection, Scale scale) {
        String word = selection.objective().largest() ? "largest" : "smallest";
        double delta = selection.settings().indifference();
        if (selection.selected() == null) {
            return "Not decided after " + selection.rounds()
                    + " rounds: more --replications, or a larger --indifference.";
        }
        return "Selected as the one with the " + word + " mean: " + selection.selected() + ". If its lead is "
                + scale.shown(delta) + " " + scale.unit() + " or more, that is right with a probability of at least "
                + String.format(
                        Locale.ROOT, "%.0f", 100 * (1 - selection.settings().alpha()))
                + " % (Kim and Nelson 2001); else it is one of those within that of the best. Means of scenarios that were"
                + " selected or went early err to the side that decided: 'compare' estimates differences.";
    }

    private static String json(BestArm.Selection selection, long seed) {
        JsonWriter json = JsonWriter.indented().beginObject();
        json.key("measure").value(selection.measure().name());
        json.key("unit").value(selection.measure().unit());
        json.key("better").value(selection.objective().largest() ? "more" : "less");
        json.key("alpha").value(selection.settings().alpha());
        json.key("indifference").value(selection.settings().indifference());
        json.key("seed").value(seed).key("rounds").value(selection.rounds()).key("selected");
        String selected = selection.selected();
        if (selected == null) {
            json.nullValue();
        } else {
            json.value(selected);
        }
        json.key("arms").beginArray();
        for (BestArm.OfArm arm : selection.arms()) {
            json.beginObject().key("name").value(arm.name()).key("runs").value(arm.runs());
            json.key("mean").summaryValue(arm.mean()).key("sd").summaryValue(arm.sd());
            if (arm.goneAfter() > 0) {
                json.key("gone_after").value(arm.goneAfter()).key("gone_by").value(arm.goneBy());
            }
            json.endObject();
        }
        return json.endArray().endObject().finish();
    }
}
