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
import dev.borderline.cli.text.SelectionTable;
import dev.borderline.experiment.Experiment;
import dev.borderline.text.JsonWriter;

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
            new SelectionTable(selection).lines(WIDTH).forEach(console.out()::println);
            console.out().println();
            Caution.lines(WIDTH).forEach(console.out()::println);
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

    private static String json(BestArm.Selection selection, long seed) {
        JsonWriter json = JsonWriter.indented().beginObject();
        selection.write(json);
        return json.key("seed").value(seed).endObject().finish();
    }
}
