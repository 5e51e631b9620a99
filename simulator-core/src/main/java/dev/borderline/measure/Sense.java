package dev.borderline.measure;

/** Meaning of more of a measure for the people simulated; analyses ask it before they rank policies (decision 0007). */
public enum Sense {
    /** Gain of people, such as contact with relatives: no policy is the best for having less of it. */
    GOOD,
    /** Suffering or loss of people, such as years held: no policy is the best for having more of it. */
    HARM,
    /** Work of those who catch people: policies are never ranked by it, in either direction. */
    ENFORCEMENT,
    /** Neither gain nor loss by itself, such as the number of needs. */
    NEUTRAL,
    /** Sense of a measure in a folder written before senses were declared; policies are not ranked by it. */
    UNDECLARED
}
