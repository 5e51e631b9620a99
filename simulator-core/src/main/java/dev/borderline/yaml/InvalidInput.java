package dev.borderline.yaml;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** An input that was refused, with everything that is wrong with it. The message has one line per fault. */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** Refusal for these faults, at least one, in any order. */
    public InvalidInput(Collection<Fault> faults) {
        super(faults.stream().sorted().distinct().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().distinct().toList();
    }

    public InvalidInput(Mark mark, String key, String message) {
        this(List.of(Fault.at(mark, key, message)));
    }

    /** This refusal at another place: of what a file says there, with words that lead to each fault. */
    public InvalidInput at(Mark mark, String key, String lead) {
        return new InvalidInput(
                faults.stream().map(fault -> Fault.at(mark, key, lead + fault)).toList());
    }

    /** Faults, sorted by file and position. */
    public List<Fault> faults() {
        return faults;
    }

    /** The faults, a line each. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
