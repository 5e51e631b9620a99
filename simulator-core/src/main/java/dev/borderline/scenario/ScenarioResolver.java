package dev.borderline.scenario;

import dev.borderline.yaml.SourceText;
import java.util.List;
import java.util.Optional;

/** Source of scenarios that others name, in {@code extends} and in sweeps. */
public interface ScenarioResolver {
    /**
     * The text of a scenario; empty when there is none of that name.
     *
     * @param reference as written: a name or a path
     * @param from name of the text it is written in
     */
    Optional<SourceText> find(String reference, String from);

    /**
     * The table that a sweep names; empty when there is none.
     *
     * @param reference as written: a path
     * @param from name of the text it is written in
     */
    default Optional<SourceText> findTable(String reference, String from) {
        return Optional.empty();
    }

    /** Names it knows, for "did you mean". */
    List<String> known();
}
