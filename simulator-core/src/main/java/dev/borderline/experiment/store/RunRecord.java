package dev.borderline.experiment.store;

import dev.borderline.text.Digest;

/** Record of a run: its numbers, or the reason for which it has none. Equal runs have equal payloads. Immutable. */
public sealed interface RunRecord permits FinishedRun, FailedRun {
    /** The run it is of. */
    Task task();

    /** SHA-256 of the canonical payload: covers every number kept. */
    default String digest() {
        return Digest.sha256(RunCodec.payload(this));
    }
}
