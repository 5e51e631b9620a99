/**
 * Scenario and sweep files in, validated values out. Floor: beside {@code mechanism}, {@code policy} and {@code observe}, on
 * {@code model}; the catalog of mechanisms comes as an argument.
 *
 * <p>Guarantees: a {@link dev.borderline.scenario.Scenario} that exists is complete, in range and consistent at every step of
 * its policies; a refusal ({@link dev.borderline.yaml.InvalidInput}) names every fault with file, line, column, key, what
 * is allowed and the nearest valid key; no text, however large or deep, costs more than
 * {@link dev.borderline.yaml.YamlLimits} allow.
 *
 * <p>Start reading at {@link dev.borderline.scenario.ScenarioReader}, then {@link dev.borderline.scenario.Scenario}.
 *
 * <p>Part of the API: {@link Claim}, {@link EnsembleUse}, {@link Evidence}, {@link Factor}, {@link Scenario},
 * {@link ScenarioReader}, {@link ScenarioResolver}, {@link ShippedScenarios}, {@link SweepDesign}, {@link SweepFile},
 * {@link SweepReader}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.scenario;

import org.jspecify.annotations.NullMarked;
