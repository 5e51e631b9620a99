package dev.borderline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void field_plainText_isNotQuoted() {
        assertEquals("", Csv.field(""));
        assertEquals("zone 3; north", Csv.field("zone 3; north"));
    }

    @Test
    void field_specialCharacters_isQuoted() {
        assertEquals("\"a,b\"", Csv.field("a,b"));
        assertEquals("\"say \"\"no\"\"\"", Csv.field("say \"no\""));
        assertEquals("\"two\nlines\"", Csv.field("two\nlines"));
        assertEquals("\"\r\"", Csv.field("\r"));
        assertEquals("\" edge\"", Csv.field(" edge"));
    }

    @Test
    void record_fields_areJoinedAndEnded() {
        assertEquals("a,\"b,c\",,1\n", Csv.record("a", "b,c", "", "1"));
    }

    @Test
    void fields_ofARecord_areThoseThatWereJoined() {
        String[] fields = {"a", "b,c", "", "say \"no\"", " edge", "\"", ""};
        String line = Csv.record(fields);
        assertEquals(List.of(fields), Csv.fields(line.substring(0, line.length() - 1)));
        assertEquals(List.of(""), Csv.fields(""));
    }
}
