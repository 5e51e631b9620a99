package dev.borderline.scenario;

import dev.borderline.model.Catalog;
import dev.borderline.model.Mechanism;
import dev.borderline.policy.InputSpec;
import dev.borderline.yaml.Fault;
import dev.borderline.yaml.Faults;
import dev.borderline.yaml.InvalidInput;
import dev.borderline.yaml.Mark;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Mechanisms that a scenario does without, for whoever misses one of their inputs. */
record SwitchedOff(List<String> mechanisms) {
    SwitchedOff {
        mechanisms = List.copyOf(mechanisms);
    }

    /** A catalog without mechanisms of these names; throws {@link InvalidInput} where there is none of a name. */
    static Catalog kept(Catalog all, Collection<String> names) {
        Faults faults = new Faults();
        for (String name : new TreeSet<>(names)) {
            if (!all.names().contains(name)) {
                String near = Faults.didYouMean(name, all.names());
                faults.add(Mark.NONE, "without", "there is no mechanism " + Fault.quoted(name) + near);
            }
        }
        faults.throwIfAny();
        return all.without(names);
    }

    /** The one of a catalog of all that has an input at {@code path}. */
    Optional<String> owner(Catalog all, String path) {
        return all.mechanisms().stream()
                .filter(mechanism -> mechanisms.contains(mechanism.name()))
                .filter(mechanism -> InputSpec.of(mechanism.name(), mechanism.parameters()).stream()
                        .anyMatch(spec -> spec.path().equals(path)))
                .map(Mechanism::name)
                .findFirst();
    }

    /** The line of a scenario file that switches one on. */
    String remedy(String mechanism) {
        List<String> others =
                mechanisms.stream().filter(name -> !name.equals(mechanism)).toList();
        return mechanism + " is switched off here; 'without: [" + String.join(", ", others)
                + "]' in a scenario file switches it on";
    }

    /** Text to add to the refusal of a path that no mechanism here has; empty where none is switched off. */
    String hint(String path) {
        String name = path.startsWith(InputSpec.LEVERS) ? path.substring(InputSpec.LEVERS.length()) : path;
        Optional<String> owner =
                mechanisms.stream().filter(one -> name.startsWith(one + ".")).findFirst();
        if (owner.isPresent()) {
            return "; " + remedy(owner.get());
        }
        return mechanisms.isEmpty()
                ? ""
                : "; switched off here: " + String.join(", ", mechanisms)
                        + " ('without: []' in a scenario file switches all on)";
    }
}
