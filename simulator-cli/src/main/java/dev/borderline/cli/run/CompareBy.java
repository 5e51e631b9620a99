package dev.borderline.cli.run;

import dev.borderline.cli.text.Refusal;
import dev.borderline.experiment.Experiment.Granularity;
import dev.borderline.report.GroupChanges;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** Divisions of a comparison: calendar periods that measures are kept by, and groups of households that changes are told of. */
public final class CompareBy {
    /** Words of the option. */
    public enum Word {
        YEAR,
        MONTH,
        FIFTH,
        ZONE,
        BOTH
    }

    @Option(
            names = "--by",
            paramLabel = "WORDS",
            split = ",",
            description = {
                "fifth, zone: tell the paired changes of each wealth fifth and zone too, what is counted per 1,000"
                        + " household-years; with --out in comparison-groups.csv. both: each fifth of each zone, for"
                        + " which every run is made once more; month: keep measures by month too."
            })
    private List<Word> words = new ArrayList<>();

    List<String> words() {
        return words.isEmpty()
                ? List.of()
                : List.of(
                        "--by",
                        String.join(
                                ",",
                                words.stream()
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }

    Granularity granularity() {
        return words.contains(Word.MONTH) ? Granularity.MONTH : Granularity.YEAR;
    }

    void refuseWithoutFolder() {
        if (words.contains(Word.MONTH)) {
            throw new Refusal("--by month: nothing is kept by month here; name a folder for monthly.csv with --out");
        }
    }

    /** Groups of households that changes are told of; none where nobody asked. */
    Set<GroupChanges.By> groupings() {
        Set<GroupChanges.By> groupings = EnumSet.noneOf(GroupChanges.By.class);
        if (words.contains(Word.FIFTH)) {
            groupings.add(GroupChanges.By.FIFTH);
        }
        if (words.contains(Word.ZONE)) {
            groupings.add(GroupChanges.By.ZONE);
        }
        if (words.contains(Word.BOTH)) {
            groupings.add(GroupChanges.By.BOTH);
        }
        return groupings;
    }
}
