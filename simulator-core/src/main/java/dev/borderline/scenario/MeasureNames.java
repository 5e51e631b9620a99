package dev.borderline.scenario;

import dev.borderline.yaml.Faults;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of measures in sweeps. Whether there are such measures is known once the scenario is made ready to run. */
final class MeasureNames {
    private MeasureNames() {}

    static List<String> read(YamlNode node, String key, Faults faults) {
        Scalars scalars = new Scalars(faults);
        List<String> names = new ArrayList<>();
        for (YamlNode item : scalars.items(node, key)) {
            scalars.name(item, key, NameSyntax.SNAKE).ifPresent(name -> {
                if (names.contains(name)) {
                    faults.add(item.mark(), key, item.description() + " stands here twice");
                }
                names.add(name);
            });
        }
        return names;
    }
}
