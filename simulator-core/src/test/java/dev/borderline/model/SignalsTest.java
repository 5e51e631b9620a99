package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void names_areAllNames() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : Signals.class.getFields()) {
            if (field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }
        assertThat(constants).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(Signals.NAMES).containsExactlyInAnyOrderElementsOf(constants);
    }
}
