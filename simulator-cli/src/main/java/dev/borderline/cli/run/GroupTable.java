package dev.borderline.cli.run;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.MembersText;
import dev.borderline.cli.text.TextTable;
import dev.borderline.report.GroupChanges;
import dev.borderline.text.JsonWriter;
import dev.borderline.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes by group of households, as tables or JSON. */
record GroupTable(Console console, List<GroupChanges.Row> rows) {
    void print() {
        Map<String, List<GroupChanges.Row>> tables = new LinkedHashMap<>();
        for (GroupChanges.Row row : rows) {
            String head = row.measure().name() + ", " + row.unit();
            tables.computeIfAbsent(row.arm() + "\n" + row.by() + "\n" + head, absent -> new ArrayList<>())
                    .add(row);
        }
        tables.forEach((key, ofTable) -> {
            TextTable table = new TextTable(
                    TextTable.Align.LEFT,
                    TextTable.Align.RIGHT,
                    TextTable.Align.RIGHT,
                    TextTable.Align.LEFT,
                    TextTable.Align.RIGHT);
            GroupChanges.Row first = ofTable.get(0);
            boolean overMembers = first.answer().isPresent();
            table.row("What " + first.arm() + " changes by " + word(first));
            table.row(key.substring(key.lastIndexOf('\n') + 1));
            table.row(
                    "",
                    "base",
                    overMembers ? "median" : "change",
                    overMembers ? "90 % of members" : "95 % interval",
                    overMembers ? "rises in" : "");
            for (GroupChanges.Row row : ofTable) {
                table.row(
                        "  " + (row.by() == GroupChanges.By.FIFTH ? "fifth " : "") + row.group(),
                        Numbers.human(row.base()),
                        signed(row.change()),
                        Double.isNaN(row.low()) ? "too few runs" : signed(row.low()) + " to " + signed(row.high()),
                        row.answer().map(MembersText::rises).orElse(""));
            }
            table.lines().forEach(console.out()::println);
            console.out().println();
        });
    }

    private static String word(GroupChanges.Row row) {
        return switch (row.by()) {
            case FIFTH -> "wealth fifth (1 is the poorest)";
            case ZONE -> "zone";
            case BOTH -> "zone and wealth fifth (1 is the poorest)";
        };
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Numbers.human(value);
    }

    /** Writes the rows as an array; nothing where there are none. */
    static void write(JsonWriter json, List<GroupChanges.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        json.key("groups").beginArray();
        for (GroupChanges.Row row : rows) {
            json.beginObject().key("arm").value(row.arm());
            json.key("by").value(row.by().name().toLowerCase(Locale.ROOT));
            json.key("group").value(row.group());
            json.key("measure").value(row.measure().name());
            json.key("unit").value(row.unit());
            json.key("n").value(row.n());
            number(json, "base", row.base());
            number(json, "change", row.change());
            number(json, "low", row.low());
            number(json, "high", row.high());
            row.answer().ifPresent(answer -> number(json, "share_positive", answer.sharePositive()));
            json.endObject();
        }
        json.endArray();
    }

    private static void number(JsonWriter json, String key, double value) {
        json.key(key);
        if (Double.isFinite(value)) {
            json.summaryValue(value);
        } else {
            json.nullValue();
        }
    }
}
