package dev.borderline.simulation;

import dev.borderline.model.Signals;
import dev.borderline.policy.InputSpec;
import dev.borderline.scenario.Scenario;
import dev.borderline.text.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generated parts of the page {@code docs/model.md}, and the names it has to hold. They are read off the sources of the
 * mechanisms.
 */
final class ModelDocument {
    private static final Path MAIN = Path.of("src/main/java/dev/borderline");
    private static final Pattern LEVER = Pattern.compile("(?:lever = |[.]lever[(])\"([^\"]+)\"");
    private static final Pattern PURPOSE = Pattern.compile(
            "(?:[.](?:draws|chance)[(]|Draws[.]of[(]runKey, |new ThinnedArrivals[(]\\s*wiring,\\s*)\"([^\"]+)\"");
    private static final Pattern SIGNAL =
            Pattern.compile("/[*][*] ([^*]+) [*]/\\s+public static final String (\\w+) = \"([^\"]+)\";");

    /** Sources of mechanisms and of what they share, by name of class. */
    private final Map<String, String> sources = new TreeMap<>();

    private final Map<String, String> mechanisms = new TreeMap<>();

    ModelDocument() throws IOException {
        mechanisms.putAll(read("mechanism"));
        sources.putAll(mechanisms);
        sources.putAll(read("model"));
        sources.remove("Signals");
    }

    private static Map<String, String> read(String folder) throws IOException {
        try (Stream<Path> files = Files.list(MAIN.resolve(folder))) {
            return files.collect(
                    Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), ModelDocument::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with its generated parts written anew. */
    String renewed(String page) throws IOException {
        return with(with(page, "levers", levers()), "signals", signals());
    }

    private static String with(String page, String part, String text) {
        String begin = "<!-- generated: " + part + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int until = page.indexOf("<!-- end -->", from);
        if (from < begin.length() || until < 0) {
            throw new IllegalArgumentException("the page has no place for the generated " + part);
        }
        return page.substring(0, from) + text + page.substring(until);
    }

    /** Names of all draws. */
    Set<String> purposes() {
        Set<String> purposes = new TreeSet<>();
        for (String source : sources.values()) {
            PURPOSE.matcher(source).results().map(found -> found.group(1)).forEach(purposes::add);
        }
        return purposes;
    }

    private String levers() {
        Scenario baseline = Scenarios.named("baseline");
        Scenario before = Scenarios.named("historical"); // begins with the levers of 2010
        StringBuilder table = new StringBuilder("""
                | lever | what | unit | 2015 | 2010 | allowed | read by |
                |---|---|---|--:|--:|---|---|
                """);
        for (String path : baseline.values().keySet()) {
            if (path.startsWith(InputSpec.LEVERS)) {
                String lever = path.substring(InputSpec.LEVERS.length());
                InputSpec spec = baseline.spec(path);
                String unit = spec.input().unit();
                table.append(cells(
                        "`" + lever + "`",
                        spec.input().what(),
                        unit.equals("1") ? "" : unit,
                        Numbers.file(baseline.value(path)),
                        Numbers.file(before.value(path)),
                        Numbers.file(spec.input().min()) + " to "
                                + Numbers.file(spec.input().max()),
                        classes(mechanisms, source -> reads(source, lever))));
            }
        }
        return table.toString();
    }

    private static boolean reads(String source, String lever) {
        return LEVER.matcher(source).results().anyMatch(found -> found.group(1).equals(lever));
    }

    private String signals() throws IOException {
        List<MatchResult> declared = SIGNAL.matcher(Files.readString(MAIN.resolve("model/Signals.java")))
                .results()
                .toList();
        if (declared.size() != Signals.NAMES.size()) {
            throw new IllegalStateException(declared.size() + " signals have a comment, not " + Signals.NAMES.size());
        }
        StringBuilder table = new StringBuilder("""
                | signal | what | told by | heard by |
                |---|---|---|---|
                """);
        for (MatchResult signal : declared) {
            String constant = signal.group(2);
            table.append(cells(
                    "`" + signal.group(3) + "`",
                    signal.group(1),
                    tellers(constant),
                    classes(sources, source -> does(source, constant, "listen"))));
        }
        return table.toString();
    }

    /** True if a class calls this method of the signal, at once or through a field. */
    private static boolean does(String source, String constant, String method) {
        String asked = "signal[(]Signals[.]" + constant + "[)]";
        if (Pattern.compile(asked + "\\s*[.]" + method + "[(]").matcher(source).find()) {
            return true;
        }
        return Pattern.compile("(\\w+) = (?:(?:wiring|assembly)[.])?" + asked + ";")
                .matcher(source)
                .results()
                .anyMatch(field -> Pattern.compile("\\b" + field.group(1) + "[.]" + method + "[(]")
                        .matcher(source)
                        .find());
    }

    /** Tellers of a signal: classes that tell it, and one that is made with it. */
    private String tellers(String constant) {
        Pattern handedOn = Pattern.compile("new (\\w+)[(]signal[(]Signals[.]" + constant + "[)]");
        List<String> made = sources.values().stream()
                .flatMap(source -> handedOn.matcher(source).results())
                .map(found -> "`" + found.group(1) + "`")
                .toList();
        return made.isEmpty() ? classes(sources, source -> does(source, constant, "emit")) : String.join(", ", made);
    }

    private static String classes(Map<String, String> all, Predicate<String> which) {
        return all.entrySet().stream()
                .filter(file -> which.test(file.getValue()))
                .map(file -> "`" + file.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    private static String cells(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
