package dev.borderline.yaml;

/**
 * Limits on the cost of a YAML text.
 *
 * @param maxBytes length in UTF-8
 * @param maxDepth mappings and lists inside one another
 * @param maxNodes scalars, lists and mappings in all
 */
public record YamlLimits(int maxBytes, int maxDepth, int maxNodes) {
    /** For what people write: scenarios and sweeps. */
    public static final YamlLimits HAND_WRITTEN = new YamlLimits(1 << 20, 16, 20_000);

    /** For what programs write: manifests. */
    public static final YamlLimits MACHINE_WRITTEN = new YamlLimits(1 << 26, 32, 5_000_000);
}
