package dev.borderline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AttributeCacheTest {
    private static final int MANY = 100_000; // more than are kept

    private int draws;

    private double twice(int household) {
        draws++;
        return 2.0 * household;
    }

    @Test
    void attribute_ofOneKept_isDrawnOnce() {
        AttributeCache remembered = new AttributeCache();
        AttributeCache.Attribute twice = remembered.attribute(this::twice);
        remembered.layOut(10);
        for (int round = 0; round < 3; round++) {
            for (int household = 0; household < 10; household++) {
                assertThat(twice.of(household)).isEqualTo(2 * household);
            }
        }
        assertThat(draws).isEqualTo(10);
        assertThat(remembered.keeps(9)).isTrue();
        assertThat(remembered.keeps(10)).isFalse();
    }

    @Test
    void attribute_ofOthers_isKeptForTheLastAskedFor() {
        AttributeCache remembered = new AttributeCache();
        AttributeCache.Attribute twice = remembered.attribute(this::twice);
        remembered.layOut(MANY);
        int first = MANY - 2;
        for (int household : new int[] {first, first, first + 1, first, 1, first}) {
            assertThat(twice.of(household)).isEqualTo(2 * household);
        }
        assertThat(draws).as("two others in turn, and one that is kept").isEqualTo(4);
    }

    @Test
    void attributes_sideBySide_doNotMeet() {
        AttributeCache remembered = new AttributeCache();
        AttributeCache.Attribute twice = remembered.attribute(this::twice);
        AttributeCache.Attribute negative = remembered.attribute(household -> -household);
        remembered.layOut(3);
        for (int household = 0; household < 5; household++) {
            assertThat(negative.of(household)).isEqualTo(-household);
            assertThat(twice.of(household)).isEqualTo(2 * household);
            assertThat(negative.of(household)).isEqualTo(-household);
        }
    }

    @Test
    void attribute_declaredLate_isRefused() {
        AttributeCache remembered = new AttributeCache();
        remembered.layOut(3);
        remembered.attribute(this::twice); // an empty table has no room to lose
        remembered.layOut(3);
        assertThatThrownBy(() -> remembered.attribute(this::twice)).isInstanceOf(IllegalStateException.class);
    }
}
