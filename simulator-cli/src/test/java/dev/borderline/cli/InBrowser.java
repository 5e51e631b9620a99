package dev.borderline.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of reports of every kind of folder, made once for a class and opened in one browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InBrowser {
    final Browser browser = Browser.start();
    final ReportPage page = new ReportPage(browser);
    ReportFolders folders = new ReportFolders(Path.of(""));

    @BeforeAll
    void makeReports(@TempDir Path folder) {
        folders = new ReportFolders(folder);
        folders.make();
    }

    @AfterAll
    void close() {
        browser.close();
    }
}
