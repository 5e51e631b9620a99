/**
 * Checked texts: YAML and JSON as nodes that know where they stand, and the faults found in them.
 *
 * <p>Floor: on {@code text}; knows no scenario.
 *
 * <p>Guarantees: a refusal names file, line, column and what is allowed, all faults together; no text, however large or deep,
 * costs more than {@link dev.borderline.yaml.YamlLimits} allow.
 *
 * <p>Start reading at {@link dev.borderline.yaml.YamlReader}, then {@link dev.borderline.yaml.Faults}.
 *
 * <p>Part of the API: {@link Fault}, {@link InvalidInput}, {@link Mark}, {@link SourceText}. The rest is for other rooms of
 * the library.
 */
@NullMarked
package dev.borderline.yaml;

import org.jspecify.annotations.NullMarked;
