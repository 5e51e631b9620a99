package dev.borderline.cli.explain;

import dev.borderline.experiment.explain.World;
import dev.borderline.observe.Fates.Fate;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.simulation.RunKey;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The fate of one household over the members of an ensemble. Its own chance is the same in each; what is not known of the inputs
 * differs from member to member.
 *
 * @param members looked at
 * @param there members in which the household is there, in either world, and simulated
 * @param different members, of those, in which its fates in the two worlds differ
 * @param heldOnlyInOne members in which it is held in the first world alone
 * @param heldOnlyInOther likewise in the second
 */
record MemberFates(int members, int there, int different, int heldOnlyInOne, int heldOnlyInOther) {
    /** Fates in one member. */
    private record Pair(Optional<Fate> one, Optional<Fate> other) {
        boolean isThere() {
            return one.isPresent() || other.isPresent();
        }

        static boolean isHeld(Optional<Fate> fate) {
            return fate.filter(known -> known.ticksHeld() > 0).isPresent();
        }
    }

    /**
     * Runs the two worlds of a story as each member has them.
     *
     * @param progress hears the number of members done
     */
    static MemberFates of(long household, Worlds.Chosen chosen, Members members, IntConsumer progress) {
        MemberFates sum = new MemberFates(0, 0, 0, 0, 0);
        for (int member = 0; member < members.count(); member++) {
            sum = sum.and(new Pair(
                    fate(household, chosen.key(), asMember(chosen.cells().get(0), members, member)),
                    fate(household, chosen.key(), asMember(chosen.cells().get(1), members, member))));
            progress.accept(member + 1);
        }
        return sum;
    }

    private static World asMember(World world, Members members, int member) {
        return world.with(members.applyTo(world.scenario(), member));
    }

    private static Optional<Fate> fate(long household, RunKey key, World world) {
        return world.fates(key).of(household);
    }

    private MemberFates and(Pair pair) {
        boolean before = Pair.isHeld(pair.one());
        boolean after = Pair.isHeld(pair.other());
        return new MemberFates(
                members + 1,
                there + (pair.isThere() ? 1 : 0),
                different + (pair.one().equals(pair.other()) ? 0 : 1),
                heldOnlyInOne + (before && !after ? 1 : 0),
                heldOnlyInOther + (after && !before ? 1 : 0));
    }

    /** The counts in a sentence; A and B are the names of the worlds. */
    String sentence(String nameA, String nameB) {
        if (there == 0) {
            return "In none of the " + members
                    + " members is this household there and simulated, so they say nothing of it.";
        }
        return "Its fate differs in " + different + " of the " + there + " members, of " + members
                + ", in which it is there and simulated: it is held only in " + nameB + " in " + heldOnlyInOther
                + ", only in " + nameA + " in " + heldOnlyInOne
                + ". Its own chance is the same in each; the inputs that are not known differ.";
    }
}
