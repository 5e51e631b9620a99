package dev.borderline.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void lines_ofUnequalCells_areAligned() {
        TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.RIGHT);
        table.row("name", "mean").row("a heading across everything").row("x", "1,234");

        assertThat(table.lines()).containsExactly("name   mean", "a heading across everything", "x     1,234");
    }

    @Test
    void row_withACellTooMany_isRefused() {
        TextTable table = new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT);

        assertThatThrownBy(() -> table.row("a", "b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wrapping_ofText_breaksBetweenWords() {
        assertThat(Wrapping.lines("one two  three\nfour incomprehensibilities", 9))
                .containsExactly("one two", "three", "four", "incomprehensibilities");
    }
}
