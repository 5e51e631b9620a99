package dev.borderline.scenario;

import dev.borderline.scenario.syntax.NameSyntax;
import dev.borderline.scenario.syntax.Scalars;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.Mark;
import dev.borderline.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** The first place of each measure that a sweep names. */
    static Map<String, Mark> marks(YamlNode.Mapping sweep) {
        Map<String, Mark> marks = new TreeMap<>();
        for (String key : List.of("outcomes", ChanceReader.PRECISION)) {
            sweep.get(key).ifPresent(node -> mark(node, marks));
        }
        return marks;
    }

    private static void mark(YamlNode node, Map<String, Mark> marks) {
        if (node instanceof YamlNode.Scalar scalar) {
            marks.putIfAbsent(scalar.text(), scalar.mark());
        } else if (node instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> mark(item, marks));
        } else if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries().values()) {
                marks.putIfAbsent(entry.key(), entry.keyMark());
                mark(entry.value(), marks);
            }
        }
    }
}
