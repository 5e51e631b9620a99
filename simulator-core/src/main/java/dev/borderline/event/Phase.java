package dev.borderline.event;

/** The order of events that fall on the same instant: policy moves first, then the model, then those who only look. */
public enum Phase {
    POLICY,
    MODEL,
    OBSERVE
}
