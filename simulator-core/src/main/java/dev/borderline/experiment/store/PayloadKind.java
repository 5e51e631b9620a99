package dev.borderline.experiment.store;

/** Kind of a payload; its first number. The order is frozen. */
public enum PayloadKind {
    LAYOUT,
    FINISHED,
    FAILED;

    public static PayloadKind of(int number) {
        if (number < 0 || number >= values().length) {
            throw new IllegalArgumentException("a record is of unknown kind " + number);
        }
        return values()[number];
    }

    void check(int number) {
        if (number != ordinal()) {
            throw new IllegalArgumentException("a record is of kind " + of(number) + ", not " + this);
        }
    }
}
