package example;

import dev.borderline.model.Signals;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Probe;
import dev.borderline.observe.RunView.CallFacts;

/** The longest plan of a call that somebody broke off. */
final class LongestSpotted implements Probe {
    private double minutes;

    @Override
    public void attach(Hearing hearing) {
        hearing.onSignal(Signals.SESSION_ENDED, (household, slot) -> {
            CallFacts call = hearing.run().call(slot);
            if (call.cutOff()) {
                minutes = Math.max(minutes, call.minutes());
            }
        });
    }

    double minutes() {
        return minutes;
    }
}
