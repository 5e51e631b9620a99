package dev.borderline.measure;

/** Zone and wealth fifth of each household at present: the margins by which measures are split. */
public interface Membership {
    /** Zone of a household now, counted from 0. */
    int zone(int household);

    /** Wealth fifth of a household, 0 for the poorest. */
    int fifth(int household);

    /** Index of a household's zone and fifth, in {@code [zone][fifth]} flattened. */
    int group(int household);
}
