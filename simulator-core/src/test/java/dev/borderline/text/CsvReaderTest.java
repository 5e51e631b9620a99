package dev.borderline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
    @Test
    void read_plainLines_knowsWhereFieldsStand() {
        assertThat(CsvReader.read("a,bb,c\r\n1,,3\n\n4"))
                .containsExactly(
                        new CsvReader.Row(1, List.of("a", "bb", "c"), List.of(1, 3, 6)),
                        new CsvReader.Row(2, List.of("1", "", "3"), List.of(1, 3, 4)),
                        new CsvReader.Row(4, List.of("4"), List.of(1)));
        assertThat(CsvReader.read("")).isEmpty();
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheFirstField() {
        assertThat(CsvReader.read("\uFEFFa,b\n1,2")).isEqualTo(CsvReader.read("a,b\n1,2"));
    }

    @Test
    void read_quotes_holdCommasQuotesAndLineEnds() {
        List<CsvReader.Row> rows = CsvReader.read("\"a,b\",\"say \"\"x\"\"\"\n\"two\nlines\",z\nlast,1\n");
        assertThat(rows)
                .containsExactly(
                        new CsvReader.Row(1, List.of("a,b", "say \"x\""), List.of(1, 7)),
                        new CsvReader.Row(2, List.of("two\nlines", "z"), List.of(1, 8)),
                        new CsvReader.Row(4, List.of("last", "1"), List.of(1, 6)));
    }

    @Test
    void read_whatCsvWrote_isTheSame() {
        List<String> fields = List.of("plain", "a,b", "\"q\"", "line\nend", " space ", "");
        assertThat(CsvReader.read(Csv.record(fields.toArray(new String[0])))
                        .get(0)
                        .fields())
                .isEqualTo(fields);
    }
}
