package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Content of a report's page, read back from a browser that has it open. */
final class ReportPage {
    private static final int NUMBERS = 4; // n, mean and the ends of its interval

    private final Browser browser;

    ReportPage(Browser browser) {
        this.browser = browser;
    }

    /** Names of the figures, in their order. */
    List<String> figures() {
        return texts(browser.list("return [...document.querySelectorAll('section.figure')].map(e => e.id)"));
    }

    /** Rows of a figure's table: cells of keys, measure and unit, then n, mean and interval in full. */
    List<List<String>> rows(String figure) {
        List<List<String>> rows = new ArrayList<>();
        for (Object row : browser.list(
                "return [...document.querySelectorAll(`table[data-figure=${arguments[0]}] tbody tr`)].map(tr =>"
                        + "[...tr.cells].map(td => td.querySelector('data')?.value ?? td.textContent))",
                figure)) {
            rows.add(texts((List<?>) row));
        }
        assertThat(rows).as("rows of %s", figure).isNotEmpty();
        return rows;
    }

    /** The numbers of the marks of a figure: n, mean and interval. */
    List<List<String>> marks(String figure) {
        List<List<String>> marks = new ArrayList<>();
        for (Object mark : browser.list(
                "return [...document.querySelectorAll(`[data-figure=${arguments[0]}] .mark`)].map(mark =>"
                        + "[mark.dataset.n, mark.dataset.mean, mark.dataset.low, mark.dataset.high])",
                figure)) {
            marks.add(texts((List<?>) mark));
        }
        return marks;
    }

    /** The files that the links of the page hold, by name. */
    Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        for (Object link : browser.list("return [...document.querySelectorAll('a[download]')].map(a => {"
                + "const bytes = Uint8Array.from(atob(a.href.split(',')[1]), c => c.charCodeAt(0));"
                + "return [a.download, new TextDecoder().decode(bytes)]; })")) {
            List<String> pair = texts((List<?>) link);
            files.put(pair.get(0), pair.get(1));
        }
        return files;
    }

    /** n, mean and interval of a row. */
    static List<String> numbers(List<String> row) {
        return row.subList(row.size() - NUMBERS, row.size());
    }

    /** Mean, and the ends of the interval, of a row. */
    static double[] values(List<String> row) {
        return IntStream.range(1, NUMBERS)
                .mapToObj(i -> numbers(row).get(i))
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                .toArray();
    }

    private static List<String> texts(List<?> list) {
        return list.stream().map(Object::toString).toList();
    }
}
