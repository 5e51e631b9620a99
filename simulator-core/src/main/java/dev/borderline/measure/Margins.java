package dev.borderline.measure;

/**
 * Margins of a measure's numbers, in the order of one row: calendar years, zones, wealth fifths, the whole. The numbers of zones
 * and fifths are those over the whole run, the last is that of the whole run and everyone.
 *
 * @param years calendar years of the run
 * @param zones zones of the scenario
 */
public record Margins(int years, int zones) {
    private static void check(String what, int number, int count) {
        if (number < 0 || number >= count) {
            throw new IllegalArgumentException(
                    "there is no " + what + " " + number + ": they are numbered from 0 to " + (count - 1));
        }
    }

    /** Slot of a calendar year, counted from 0. */
    public int year(int year) {
        check("year", year, years);
        return year;
    }

    /** Slot of a zone, counted from 0. */
    public int zone(int zone) {
        check("zone", zone, zones);
        return years + zone;
    }

    /** Slot of a wealth fifth, 0 for the poorest. */
    public int fifth(int fifth) {
        check("fifth", fifth, Recorder.FIFTHS);
        return years + zones + fifth;
    }

    /** Slot of the whole run and everyone: the last. */
    public int whole() {
        return years + zones + Recorder.FIFTHS;
    }

    /** Length of the row. */
    public int count() {
        return whole() + 1;
    }
}
