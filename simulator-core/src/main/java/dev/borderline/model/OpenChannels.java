package dev.borderline.model;

import java.util.Arrays;

/** Channels of a run without cost and risk, in order of installation. None is added once the run has begun. */
final class OpenChannels implements Ports.OpenChannel {
    private Ports.OpenChannel[] channels = {};

    OpenChannels() {}

    void add(Ports.OpenChannel channel) {
        channels = Arrays.copyOf(channels, channels.length + 1);
        channels[channels.length - 1] = channel;
    }

    /** True if one of them meets a need; they are tried in order. */
    @Override
    public boolean meets(int household, int need) {
        for (Ports.OpenChannel channel : channels) {
            if (channel.meets(household, need)) {
                return true;
            }
        }
        return false;
    }
}
