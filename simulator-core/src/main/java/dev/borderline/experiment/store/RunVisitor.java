package dev.borderline.experiment.store;

import java.io.IOException;

/** Visitor of each record of a store. */
@FunctionalInterface
public interface RunVisitor {
    /** Takes the next record. */
    void accept(RunRecord run) throws IOException;
}
