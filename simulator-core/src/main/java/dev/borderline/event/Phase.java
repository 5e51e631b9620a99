package dev.borderline.event;

/** Order of events on the same instant: policy moves first, then the model, then those who only look. */
public enum Phase {
    POLICY,
    MODEL,
    OBSERVE
}
