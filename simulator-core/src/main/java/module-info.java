/**
 * The simulator as a library. Every exported package says what it guarantees; a mechanism in a named module of its own opens the package of
 * its parameters to this module.
 *
 * <h2>Run</h2>
 *
 * <p>{@link dev.borderline.simulation.Simulation} makes one run of a {@link dev.borderline.scenario.Scenario}; {@link
 * dev.borderline.simulation.Scenarios} finds those that are shipped; {@link dev.borderline.measure.Outcomes} reads what came out.
 *
 * <h2>Compare</h2>
 *
 * <p>{@link dev.borderline.experiment.compare.Compare} and {@link dev.borderline.experiment.compare.Replications} in a few lines; {@link
 * dev.borderline.experiment.Experiment}, {@link dev.borderline.experiment.Runner} and {@link
 * dev.borderline.experiment.folder.ResultFolder} for sweeps; {@code dev.borderline.analysis} for what moves an outcome.
 *
 * <h2>Extend</h2>
 *
 * <p>{@link dev.borderline.model.Mechanism} and {@link dev.borderline.model.Wiring} for mechanisms; {@link
 * dev.borderline.observe.Probe} to listen; {@link dev.borderline.simulation.Controller} for policies that react.
 *
 * <h2>Ground</h2>
 *
 * <p>{@link dev.borderline.event.EventLoop}, {@link dev.borderline.random.Draws} and {@link dev.borderline.stat.Tally} know nothing of
 * the model here and serve any other.
 */
@SuppressWarnings("requires-automatic") // commons-math3 has no module descriptor, so its name is that of its file
module dev.borderline.core {
    requires commons.math3;
    requires org.apache.commons.statistics.distribution;
    requires org.apache.commons.statistics.interval;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;

    exports dev.borderline.analysis;
    exports dev.borderline.analysis.calibration;
    exports dev.borderline.analysis.discovery;
    exports dev.borderline.analysis.ensemble;
    exports dev.borderline.analysis.selection;
    exports dev.borderline.analysis.sensitivity;
    exports dev.borderline.event;
    exports dev.borderline.experiment;
    exports dev.borderline.experiment.compare;
    exports dev.borderline.experiment.design;
    exports dev.borderline.experiment.explain;
    exports dev.borderline.experiment.folder;
    exports dev.borderline.experiment.store;
    exports dev.borderline.experiment.table;
    exports dev.borderline.measure;
    exports dev.borderline.mechanism;
    exports dev.borderline.model;
    exports dev.borderline.observe;
    exports dev.borderline.policy;
    exports dev.borderline.random;
    exports dev.borderline.scenario;
    exports dev.borderline.scenario.ensemble;
    exports dev.borderline.simulation;
    exports dev.borderline.stat;
    exports dev.borderline.state;
    exports dev.borderline.text;
    exports dev.borderline.yaml;
}
