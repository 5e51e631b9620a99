package dev.borderline.cli.options;

import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.experiment.table.Column;
import dev.borderline.experiment.table.Column.ColumnType;
import dev.borderline.text.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Parquet files, made from CSV by DuckDB in memory. One thread, rows in their order, groups of a fixed size and one version of
 * DuckDB: the same CSV gives the same bytes. Opened only here, because it takes half a second.
 */
final class Parquet {
    private static final int ROW_GROUP_ROWS = 122_880;
    private static final String SETTINGS = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE " + ROW_GROUP_ROWS;

    private static final String DRIVER = "org.duckdb.DuckDBDriver";

    private Parquet() {}

    /** Throws a {@link Refusal} where this installation has come without DuckDB. */
    static void refuseWhereAbsent() {
        try {
            Class.forName(DRIVER, false, Parquet.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new Refusal("Parquet needs DuckDB, an archive of its own that is not unpacked here: unpack"
                    + " parquet-for-borderline-" + Version.program()
                    + ".tar.gz or .zip where Borderline's own was unpacked"
                    + " (INSTALL.md), or write CSV");
        }
    }

    /**
     * Makes a Parquet file, whole or not at all, from a CSV file whose first line names its columns.
     *
     * @param absent text of a value that is not there, besides the empty one
     */
    static void write(Path csv, List<Column> columns, String absent, Path target) throws IOException {
        try (Draft draft = Draft.of(target);
                Connection memory = open();
                Statement statement = memory.createStatement()) {
            statement.execute("COPY (SELECT * FROM " + reading(csv, columns, absent) + ") TO "
                    + quoted(draft.path().toString()) + " (" + SETTINGS + ")");
            draft.putInPlace();
        } catch (SQLException e) {
            throw new IOException(target + ": cannot write Parquet (" + e.getMessage() + ")", e);
        } catch (LinkageError e) {
            throw new Refusal("Parquet cannot be written on this system (" + e.getMessage() + "); export CSV instead");
        }
    }

    private static Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("autoinstall_known_extensions", "false"); // nothing is ever fetched
        settings.setProperty("autoload_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    private static String reading(Path csv, List<Column> columns, String absent) {
        String types = columns.stream()
                .map(column -> quoted(column.name()) + ": " + quoted(sql(column.type())))
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + quoted(csv.toString()) + ", header = true, auto_detect = false, delim = ',', quote = '\"',"
                + " escape = '\"', new_line = '\\n', nullstr = ['', " + quoted(absent) + "], columns = " + types + ")";
    }

    private static String sql(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case WHOLE -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case DATE -> "DATE";
            case TIME -> "TIMESTAMP";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
