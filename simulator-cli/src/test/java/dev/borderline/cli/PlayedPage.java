package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of {@code docs/} that is played from top to bottom in a folder: commands as processes, files it asks for, SQL in DuckDB.
 * What is printed must be what stands underneath, as {@code text}. {@code -Dborderline.write=true} writes the page anew instead.
 */
final class PlayedPage {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text|yaml|sql)( [a-z.-]+)?\n(.*?)^```$");
    private static final String PROGRAM = "./borderline ";

    private final Path page;
    private final Path folder;
    private final List<String> blocks = new ArrayList<>();
    private String printed = "";

    private PlayedPage(Path page, Path folder) {
        this.page = page;
        this.folder = folder;
    }

    /** Plays a page; answers the kinds of its blocks. */
    static List<String> play(String name, Path folder) throws IOException {
        PlayedPage played = new PlayedPage(Path.of("..", "docs", name), folder);
        played.play();
        return played.blocks;
    }

    private void play() throws IOException {
        String text = Files.readString(page);
        Matcher matcher = BLOCK.matcher(text);
        StringBuilder played = new StringBuilder();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
            matcher.appendReplacement(played, Matcher.quoteReplacement(play(matcher.toMatchResult())));
        }
        matcher.appendTail(played);
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(page, played.toString());
        } else {
            assertThat(played.toString()).isEqualTo(text);
        }
    }

    /** The block as it should stand. */
    private String play(MatchResult block) throws IOException {
        switch (block.group(1)) {
            case "sh" -> {
                StringBuilder output = new StringBuilder();
                for (String line : block.group(3).lines().toList()) {
                    output.append(run(line));
                }
                printed = output.toString();
                return block.group();
            }
            case "yaml" -> {
                Files.writeString(folder.resolve(block.group(2).strip()), block.group(3));
                return block.group();
            }
            case "sql" -> {
                printed = query(block.group(3));
                return block.group();
            }
            default -> {
                return "```text\n" + printed + "```";
            }
        }
    }

    private String run(String line) throws IOException {
        assertThat(line).startsWith(PROGRAM);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(line.substring(PROGRAM.length()).split(" +", -1)));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.MINUTES)).as(line).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(process.exitValue()).as(line + "\n" + Files.readString(err)).isZero();
        return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
    }

    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(System.getProperty("path.separator")), -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(System.getProperty("path.separator"), entries);
    }

    /** Paths in the SQL are relative to the folder, as for a person who stands there. */
    private String query(String sql) throws IOException {
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = memory.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute("SET file_search_path = '" + folder.toRealPath() + "'");
            try (ResultSet rows = statement.executeQuery(sql)) {
                return csv(rows);
            }
        } catch (SQLException e) {
            throw new AssertionError(sql + e.getMessage(), e);
        }
    }

    private static String csv(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            names.add(rows.getMetaData().getColumnLabel(column));
        }
        StringBuilder text = new StringBuilder(String.join(",", names)).append('\n');
        while (rows.next()) {
            List<String> cells = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                cells.add(String.valueOf(rows.getObject(column)));
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }
}
