package dev.borderline.cli.explain;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.explain.Explanation;
import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Diary;
import java.io.IOException;
import java.util.concurrent.Callable;
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
                    + " Tells its story up to where the arms part and beyond, the first event that comes out otherwise, the"
                    + " draws and prices behind it, and the inputs responsible with the lines that set them: found by"
                    + " running again with each of them undone. Of one world, tells the story alone.",
            "",
            "Nothing needs to have been stored. 'compare --json' names households whose fate differs."
        },
        footer = {
            "",
            "Examples:",
            "  borderline explain tightening-2015 anti-corruption-drive --household 812",
            "  borderline explain results/mine --household 812 --arms base,leniency \\",
            "    --replication 3",
            "  borderline explain results/crackdown --household 812 --arms 0/base,4/base",
            "  borderline explain tightening-2015 --household 812 --full"
        })
public final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Worlds worlds = new Worlds();

    @Option(
            names = "--household",
            paramLabel = "H",
            required = true,
            description = "The household's number: 0 and up for those there at the start.")
    private long household;

    @Option(names = "--full", description = "Tell all of it, also what is alike in both arms.")
    private boolean full;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Worlds.Chosen chosen = worlds.chosen(2);
        World one = chosen.sides().get(0);
        if (chosen.sides().size() == 1) {
            Diary diary = one.diary(household, chosen.key());
            refuseUnknown(household, diary);
            new StoryText(console, chosen).alone(diary, json);
            return ExitCodes.OK;
        }
        Explanation explanation =
                Explanation.of(household, chosen.key(), one, chosen.sides().get(1));
        if (explanation.one().start() == null) {
            refuseUnknown(household, explanation.other());
        }
        if (json) {
            console.out().println(ExplanationJson.of(chosen, explanation));
        } else {
            new StoryText(console, chosen).both(explanation, full);
        }
        return ExitCodes.OK;
    }

    /** Refuses a household that has no diary because it is none. */
    static void refuseUnknown(long household, Diary diary) {
        if (diary.start() == null) {
            throw new Refusal("--household " + household + ": there never is such a household in this replication;"
                    + " those of the start are numbered from 0, those that form later have long numbers");
        }
    }
}
