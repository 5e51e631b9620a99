/**
 * Ensembles and the priors they are drawn from: what is uncertain about a scenario, as members. Floor: on {@code scenario}.
 *
 * <p>Guarantees: a member has a value for every uncertain input, in its range and within the joint limits of shares; the same seed draws
 * the same members.
 *
 * <p>Start reading at {@link dev.borderline.scenario.ensemble.Ensemble}, then {@link dev.borderline.scenario.ensemble.Priors}.
 *
 * <p>Part of the API: everything public here.
 */
@NullMarked
package dev.borderline.scenario.ensemble;

import org.jspecify.annotations.NullMarked;
