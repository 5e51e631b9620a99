package dev.borderline.simulation;

import dev.borderline.measure.Outcomes;
import dev.borderline.model.DrawSite;
import dev.borderline.random.Mix64;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Result of one run.
 *
 * @param scenario name of the scenario
 * @param key seed and replication
 * @param outcomes measures by year, zone and wealth fifth
 * @param sites count and compensator of every yes-or-no draw site
 * @param monthlyFingerprints one 64-bit sum per simulated month
 * @param events events executed
 * @param moves levers moved by controllers, in order
 */
public record RunResult(
        String scenario,
        RunKey key,
        Outcomes outcomes,
        List<DrawSite.Tested> sites,
        List<Long> monthlyFingerprints,
        long events,
        List<ControllerMove> moves) {
    public RunResult {
        sites = List.copyOf(sites);
        monthlyFingerprints = List.copyOf(monthlyFingerprints);
        moves = List.copyOf(moves);
    }

    /** A measure over the whole run, see {@link Outcomes#value}. */
    public double value(String measure) {
        return outcomes.value(measure);
    }

    /** A measure in a period such as {@code 2012}, {@code 2012-Q1} or {@code 2012-03}, see {@link Outcomes#inPeriod}. */
    public double inPeriod(String measure, String period) {
        return outcomes.inPeriod(measure, period);
    }

    /** Key of the run, number of its events, and its fingerprint. */
    @Override
    public String toString() {
        return scenario + ", replication " + key.replication() + " of seed " + key.seed() + ": " + events + " events, "
                + fingerprint();
    }

    /** All months in one word, as 16 hexadecimal digits. */
    public String fingerprint() {
        long all = 0;
        for (long month : monthlyFingerprints) {
            all = Mix64.combine(all, month);
        }
        return HexFormat.of().toHexDigits(all);
    }

    /**
     * A lever moved by a controller.
     *
     * @param date from whose midnight it holds
     * @param controller who moved it
     * @param lever its name, for example {@code surveillance.coverage}
     * @param from value before
     * @param to value from then on
     */
    public record ControllerMove(LocalDate date, String controller, String lever, double from, double to) {}
}
