package dev.borderline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code docs/tutorial.md} from top to bottom in an empty folder: every command as a process, every file it asks for. What a
 * command prints must be what stands under it. {@code -Dborderline.write=true} writes the page anew instead.
 */
class TutorialTest {
    private static final Path PAGE = Path.of("..", "docs", "tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|text|yaml)( [a-z.-]+)?\n(.*?)^```$");
    private static final String PROGRAM = "./borderline ";

    @TempDir
    private Path folder = Path.of("");

    private String printed = "";

    @Test
    void tutorial_everyCommand_printsWhatItSays() throws Exception {
        Files.createSymbolicLink(folder.resolve("seeds"), Path.of("..", "seeds").toRealPath());
        String page = Files.readString(PAGE);
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(page);
        StringBuilder played = new StringBuilder();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
            matcher.appendReplacement(played, Matcher.quoteReplacement(play(matcher.toMatchResult())));
        }
        matcher.appendTail(played);

        assertThat(blocks).contains("sh", "text", "yaml").hasSizeGreaterThan(8);
        if (Boolean.getBoolean("borderline.write")) {
            Files.writeString(PAGE, played.toString());
        } else {
            assertThat(played.toString()).isEqualTo(page);
        }
    }

    /** The block as it should stand. */
    private String play(MatchResult block) throws IOException, InterruptedException {
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
            default -> {
                return "```text\n" + printed + "```";
            }
        }
    }

    private String run(String line) throws IOException, InterruptedException {
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
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(line).isTrue();
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
}
