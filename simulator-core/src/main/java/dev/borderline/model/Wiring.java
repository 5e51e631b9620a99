package dev.borderline.model;

/** What a mechanism gets to connect itself to one run. */
public final class Wiring {}
