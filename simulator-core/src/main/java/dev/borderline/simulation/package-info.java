/**
 * Assembles and runs one run. Stands on the mechanisms, policies, scenarios and outcomes; knows nothing of experiments. Start
 * with {@link dev.borderline.simulation.Simulation}. A run is owned by one thread; what goes in and comes out is immutable.
 *
 * <p>Part of the API: {@link Controller}, {@link ControllerFactory}, {@link RunFailure}, {@link RunInProgress},
 * {@link RunKey}, {@link RunResult}, {@link RunSnapshot}, {@link Scenarios}, {@link Simulation}. The rest is for other rooms
 * of the library. A {@link dev.borderline.simulation.Controller} is at work in a run, a {@link dev.borderline.observe.Probe}
 * listens to it, {@link dev.borderline.simulation.RunInProgress} lets it stop and go on.
 */
@NullMarked
package dev.borderline.simulation;

import org.jspecify.annotations.NullMarked;
