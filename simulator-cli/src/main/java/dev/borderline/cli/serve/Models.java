package dev.borderline.cli.serve;

import dev.borderline.experiment.Experiment;
import java.util.LinkedHashMap;
import java.util.Map;

/** Experiments behind models, by the question that names them. A model is asked at many points; its scenario is read once. Thread-safe. */
final class Models {
    private static final int KEPT_MAX = 16;

    private final Map<Asked, Experiment> known = new LinkedHashMap<>(16, 0.75f, true);

    /** The experiment of a question, whose outcomes it measures; throws what its command refuses. */
    synchronized Experiment of(Asked asked) {
        Experiment experiment = known.get(asked);
        if (experiment == null) {
            experiment = asked.question().asked();
            asked.refuseUnknownOutcomes(experiment);
            known.put(asked, experiment);
            if (known.size() > KEPT_MAX) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return experiment;
    }
}
