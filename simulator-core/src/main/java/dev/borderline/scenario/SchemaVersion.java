package dev.borderline.scenario;

import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.Optional;

/** The key {@code schema}, by which a file says what its keys mean. */
final class SchemaVersion {
    static final String KEY = "schema";
    static final String CURRENT = "1";

    private SchemaVersion() {}

    static void check(YamlNode.Mapping mapping, Faults faults) {
        Optional<YamlNode> node = mapping.get(KEY);
        if (node.isEmpty()) {
            faults.add(mapping.mark(), KEY, "is missing; begin the file with 'schema: " + CURRENT + "'");
        } else if (!(node.get() instanceof YamlNode.Scalar scalar)
                || !scalar.text().equals(CURRENT)) {
            faults.add(
                    node.get().mark(), KEY, node.get().description() + " is not known; this version reads " + CURRENT);
        }
    }
}
