package dev.borderline.random;

/** What the subject number of a draw counts. The ids stand in the counter of every draw and are frozen. */
public enum SubjectKind {
    /** The run as a whole; its one subject is 0. */
    WORLD(0),
    HOUSEHOLD(1),
    BROKER(2),
    ZONE(3),
    OFFICER(4),
    TEAM(5),
    CASE(6),
    /** An input that varies in a design. */
    FACTOR(7);

    private final int id;

    SubjectKind(int id) {
        this.id = id;
    }

    /** The frozen id, 0 to 255. */
    public int id() {
        return id;
    }
}
