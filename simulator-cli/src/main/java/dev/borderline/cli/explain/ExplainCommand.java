package dev.borderline.cli.explain;

import dev.borderline.cli.options.EnsembleOptions;
import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Shell;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import dev.borderline.report.StoryPage;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.RunInProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Story of a household in one world, or the first difference between two and the lines of files behind it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Tells a household's story in two arms, and why it differs.",
        description = {
            "Runs one replication of two arms of a result folder, or of two scenarios, again and listens to one household."
                    + " Tells first in three sentences who it is, how it ends in each, and which lever or draw made the"
                    + " difference; then the story up to where the arms part and beyond, the first event that comes out otherwise, the"
                    + " draws and prices behind it, and the inputs responsible with the lines that set them: found by"
                    + " running again with each of them undone. Of one world, tells the story alone, with --from that of its"
                    + " later part.",
            "",
            "Nothing needs to have been stored. --with-fate finds households, 'compare --json' names some whose fate"
                    + " differs. Over the members of a folder, or of --ensemble, it says in how many the fate differs, the"
                    + " household's own chance being the same in each."
        },
        footer = {
            "",
            "Examples:",
            "  borderline explain tightening-2015 anti-corruption-drive --household 812",
            "  borderline explain results/mine --household 812 --arms base,leniency \\",
            "    --replication 3",
            "  borderline explain results/crackdown --household 812 --arms 0/base,4/base",
            "  borderline explain tightening-2015 leniency --with-fate \"held only in A\" \\",
            "    --fifth 2",
            "  borderline explain tightening-2015 leniency --household 812 --html story.html",
            "  borderline explain tightening-2015 --household 812 --full",
            "  borderline explain results/country --household 812 --from 2012-01-01"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Worlds worlds = new Worlds();

    @Mixin
    private FateOptions whose = new FateOptions();

    @Mixin
    private EnsembleOptions ensemble = new EnsembleOptions();

    @Mixin
    private FromOption from = new FromOption();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write the story in two worlds as a page too: two lanes side by side, the draws folded away.")
    private @Nullable Path html;

    @Option(names = "--full", description = "Tell all of it, also what is alike in both arms.")
    private boolean full;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Worlds.Chosen chosen = worlds.chosen(from.isAsked() ? 1 : 2, ensemble);
        if (chosen.sides().size() == 1 && html != null) {
            throw new Refusal("--html sets two worlds side by side: name another scenario or arm");
        }
        FateOptions.Choice choice = whose.choice(chosen);
        if (chosen.sides().size() == 1) {
            Diary diary = alone(chosen, choice.number());
            refuseUnknown(choice.number(), diary);
            new StoryText(console, chosen).alone(diary, json);
            return ExitCodes.OK;
        }
        return two(chosen, choice);
    }

    private Diary alone(Worlds.Chosen chosen, long household) {
        World side = chosen.sides().get(0);
        if (!from.isAsked()) {
            return side.diary(household, chosen.key());
        }
        LocalDate day = from.day(side.scenario().period());
        Diary[] heard = new Diary[1];
        RunInProgress run = chosen.run(0, day, () -> heard[0] = new Diary(household));
        run.runUntil(day);
        heard[0].begin();
        run.finish();
        return heard[0];
    }

    private int two(Worlds.Chosen chosen, FateOptions.Choice choice) throws IOException {
        Explanation explanation = Explanation.of(
                choice.number(),
                chosen.key(),
                chosen.sides().get(0),
                chosen.sides().get(1));
        if (explanation.one().start() == null) {
            refuseUnknown(choice.number(), explanation.other());
        }
        Optional<MemberFates> over = chosen.members()
                .map(members -> MemberFates.of(choice.number(), chosen, members, done -> progress(members, done)));
        Telling telling = new Telling(choice, explanation, over);
        if (html != null) {
            StoryPage.write(html, explanation, telling.remarks(), line(chosen, choice), program());
        }
        if (json) {
            console.out().println(ExplanationJson.of(chosen, telling));
        } else {
            new StoryText(console, chosen).both(telling, full);
        }
        return ExitCodes.OK;
    }

    private void progress(Members members, int done) {
        if (console.errTerminal()) {
            console.rewrite(done == members.count() ? "" : done + " of " + members.count() + " members");
        }
    }

    private static String program() {
        return "borderline " + Version.program() + ", commit " + Version.commit();
    }

    private String line(Worlds.Chosen chosen, FateOptions.Choice choice) {
        List<String> words = new ArrayList<>(List.of(Shell.program(), "explain"));
        words.addAll(worlds.words(chosen));
        words.addAll(ensemble.words());
        words.addAll(List.of("--household", Long.toString(choice.number()), "--html", String.valueOf(html)));
        return Shell.line(words);
    }

    /** Refuses a household that has no diary because it is none. */
    static void refuseUnknown(long household, Diary diary) {
        if (diary.start() == null) {
            throw new Refusal("--household " + household + ": there never is such a household in this replication;"
                    + " those of the start are numbered from 0, those that form later have long numbers");
        }
    }
}
