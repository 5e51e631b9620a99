/**
 * Assembles and runs one run. Stands on the mechanisms, policies, scenarios and outcomes; knows nothing of experiments. Start
 * with {@link dev.borderline.simulation.Simulation}. A run is owned by one thread; what goes in and comes out is immutable.
 */
@NullMarked
package dev.borderline.simulation;

import org.jspecify.annotations.NullMarked;
