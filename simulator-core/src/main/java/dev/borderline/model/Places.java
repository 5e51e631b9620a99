package dev.borderline.model;

import dev.borderline.policy.Input;

/** Differences of a remote place from a town: less jamming, less exposure, and the cost of going there. */
public record Places(
        @Input(what = "Jamming at a remote place over jamming in town", unit = "1", max = 1, source = "Q07")
        double remoteJammingFactor,

        @Input(
                what = "Detection and informants at a remote place over those in town",
                unit = "1",
                max = 1,
                source = "Q08")
        double remoteExposureFactor,

        @Input(what = "Cost of going to a remote place for one call", unit = "USD", max = 1e4, source = "Q09")
        double remoteCostUsd) {
    /** Multiplier of jamming. */
    public double jammingFactor(boolean remote) {
        return remote ? remoteJammingFactor : 1;
    }

    /** Multiplier of detection and of informants. */
    public double exposureFactor(boolean remote) {
        return remote ? remoteExposureFactor : 1;
    }

    /** Cost of the place for one call, in USD. */
    public double costUsd(boolean remote) {
        return remote ? remoteCostUsd : 0;
    }
}
