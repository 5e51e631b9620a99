package dev.borderline.cli.explain;

import dev.borderline.cli.options.ChanceOptions;
import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.explain.World;
import dev.borderline.text.Numbers;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Choice of a household, by its number or by its fate. */
final class FateOptions {
    private static final int FIFTHS = 5;
    private static final int SHOWN = 8;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--household",
            paramLabel = "H",
            description = "The household's number: 0 and up for those there at the start.")
    private @Nullable Long household;

    @Option(
            names = "--with-fate",
            paramLabel = "FATE",
            description = {
                "Instead of a number: find households by what they meet in A, the first world, and B, the second, such as"
                        + " \"held only in B\" or \"lost contact\", and tell the story of the first. A word that is none is"
                        + " answered with all of them."
            })
    private @Nullable String fate;

    @Option(
            names = "--fifth",
            paramLabel = "N",
            description = "With --with-fate: of this wealth fifth only, 1 for the poorest to 5.")
    private @Nullable BigInteger fifth;

    /**
     * The household chosen.
     *
     * @param number of it
     * @param found those of the fate sought, this one first; null where a number was given
     */
    record Choice(long number, @Nullable Sought found) {}

    /** A fate sought, and who met it. */
    record Sought(String fate, OptionalInt fifth, SoughtFate.Found found) {
        /** The finding in a sentence. */
        String sentence() {
            List<Long> ids = found.households();
            return "\"" + fate + "\": " + Numbers.human(ids.size()) + " of " + Numbers.human(found.among())
                    + " households"
                    + (fifth.isPresent() ? " of fifth " + (fifth.getAsInt() + 1) : "")
                    + " in this replication, such as "
                    + String.join(
                            ", ", ids.stream().limit(SHOWN).map(String::valueOf).toList())
                    + ". This is the story of the first.";
        }
    }

    /** True if a household is sought by its fate. */
    boolean isSought() {
        return fate != null;
    }

    /** The household, found where it is sought; throws {@link Refusal}. */
    Choice choice(Worlds.Chosen chosen) {
        if (fate == null) {
            return new Choice(number(), null);
        }
        if (household != null) {
            throw new Refusal("--household and --with-fate: give one of them");
        }
        if (chosen.sides().size() < 2) {
            throw new Refusal("--with-fate sets two worlds side by side: name another scenario or arm");
        }
        World one = chosen.sides().get(0);
        World other = chosen.sides().get(1);
        OptionalInt only = fifth == null
                ? OptionalInt.empty()
                : OptionalInt.of(ChanceOptions.whole("--fifth", fifth, 1, FIFTHS) - 1);
        SoughtFate sought = sought(fate, one, other);
        SoughtFate.Found found = sought.in(one, other, chosen.key(), only);
        if (found.households().isEmpty()) {
            throw new Refusal("--with-fate \"" + fate + "\": none of " + Numbers.human(found.among())
                    + " households meets it in this replication; try another with --replication");
        }
        return new Choice(found.households().get(0), new Sought(sought.words(), only, found));
    }

    private static SoughtFate sought(String words, World one, World other) {
        try {
            return SoughtFate.named(words, one, other);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("--with-fate: " + unknown.getMessage());
        }
    }

    private long number() {
        if (fifth != null) {
            throw new Refusal("--fifth narrows --with-fate: give a fate to look for");
        }
        if (household == null) {
            throw new ParameterException(
                    Objects.requireNonNull(command).commandLine(),
                    "Missing required option: '--household=H' or '--with-fate=FATE'");
        }
        return household;
    }
}
