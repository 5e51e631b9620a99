package dev.borderline.cli.serve;

import dev.borderline.cli.text.Console;
import dev.borderline.cli.text.ExitCodes;
import dev.borderline.cli.text.Refusal;
import dev.borderline.cli.text.Version;
import dev.borderline.text.TextDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A command run in this process, whose answer is the JSON that it prints.
 *
 * @param words of the command
 * @param texts of files that it reads, by the words that stand for them
 * @param commands of this program
 */
record CommandWork(List<String> words, Map<String, String> texts, Commands commands) implements Work {
    /** Word for a folder that is dropped with the answer. */
    static final String FOLDER = "results";

    /** All commands of the program, for one console. */
    @FunctionalInterface
    interface Commands {
        CommandLine of(Console console);
    }

    Problem problem() {
        TextDigest text = new TextDigest();
        text.append("borderline command 1\n" + Version.build() + "\n");
        words.forEach(word -> text.append(word.length() + " " + word + "\n"));
        texts.forEach((file, yaml) -> text.append(file + " " + yaml.length() + "\n" + yaml + "\n"));
        return Problem.of(text.finish(), this, 1);
    }

    @Override
    public Optional<String> answer(Workshop shop) throws IOException {
        Path folder = Files.createTempDirectory("borderline-serve");
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Files.writeString(folder.resolve(text.getKey()), text.getValue());
            }
            return Optional.of(printed(folder));
        } finally {
            delete(folder);
        }
    }

    private String printed(Path folder) {
        List<String> resolved = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            String file = word.substring(equals + 1);
            boolean own = texts.containsKey(file) || word.equals(FOLDER);
            resolved.add(own ? word.substring(0, equals + 1) + folder.resolve(file) : word);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = commands.of(Console.to(out, err)).execute(resolved.toArray(new String[0]));
        if (code != ExitCodes.OK) {
            throw new Refusal(err.toString(StandardCharsets.UTF_8)
                    .replace(folder + "/", "")
                    .lines()
                    .filter(line -> line.startsWith(Console.NOTE))
                    .map(line -> line.substring(Console.NOTE.length()))
                    .collect(Collectors.joining("\n")));
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
