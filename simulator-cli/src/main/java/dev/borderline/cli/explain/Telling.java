package dev.borderline.cli.explain;

import dev.borderline.experiment.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is told of a household in two worlds.
 *
 * @param choice the household, and those found with it
 * @param story its two diaries and where they part
 * @param members its fate over members, where there are some
 */
record Telling(FateOptions.Choice choice, Explanation story, Optional<MemberFates> members) {
    /** Sentences that stand after the three: over members, and who else met the fate. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        members.ifPresent(counts -> remarks.add(counts.sentence(
                story.worlds().get(0).name(), story.worlds().get(1).name())));
        FateOptions.Sought found = choice.found();
        if (found != null) {
            remarks.add(found.sentence());
        }
        return remarks;
    }
}
