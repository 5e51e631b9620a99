package dev.borderline.cli.explain;

import dev.borderline.cli.text.Refusal;
import dev.borderline.policy.SimulatedPeriod;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Day from which on a run is told. */
final class FromOption {
    @Option(
            names = "--from",
            paramLabel = "DATE",
            description =
                    "Only what happens from this day on. Of a folder whose run was saved before that day and not ended,"
                            + " the run goes on from there; what is told is the same.")
    private @Nullable String from;

    boolean isAsked() {
        return from != null;
    }

    /** The day, the first of the period if none is asked for; throws {@link Refusal} for one outside. */
    LocalDate day(SimulatedPeriod period) {
        if (from == null) {
            return period.start();
        }
        try {
            LocalDate day = LocalDate.parse(from);
            if (!day.isBefore(period.start()) && day.isBefore(period.end())) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // said below
        }
        throw new Refusal("--from " + from + ": give a day from " + period.start() + " to "
                + period.end().minusDays(1));
    }
}
