package dev.borderline.cli.options;

import java.util.List;

/** Measures that are shown where nobody asks for others. */
public final class UsualOutcomes {
    /** Their names, in the order of tables. */
    public static final List<String> NAMES = List.of("contact_share", "arrests", "bribes_paid", "person_years_held");

    private UsualOutcomes() {}
}
