package dev.borderline.spark;

import dev.borderline.scenario.ScenarioResolver;
import dev.borderline.yaml.SourceText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The texts that a sweep names, scenarios and tables, wherever they came from. Immutable.
 *
 * @param texts each once
 */
public record NamedTexts(List<Named> texts) implements ScenarioResolver, Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * One of them.
     *
     * @param table whether it was asked for as a table
     * @param reference as it was written
     * @param from name of the text it was written in
     * @param name what faults call it
     * @param text what stands in it
     */
    public record Named(boolean table, String reference, String from, String name, String text)
            implements Serializable {
        private static final long serialVersionUID = 1L;

        private boolean answers(boolean asTable, String asked, String askedFrom) {
            return table == asTable && reference.equals(asked) && from.equals(askedFrom);
        }
    }

    public NamedTexts {
        texts = List.copyOf(texts);
    }

    @Override
    public Optional<SourceText> find(String reference, String from) {
        return find(false, reference, from);
    }

    @Override
    public Optional<SourceText> findTable(String reference, String from) {
        return find(true, reference, from);
    }

    private Optional<SourceText> find(boolean table, String reference, String from) {
        return texts.stream()
                .filter(named -> named.answers(table, reference, from))
                .findFirst()
                .map(named -> new SourceText(named.name(), named.text()));
    }

    @Override
    public List<String> known() {
        return texts.stream().map(Named::name).toList();
    }

    /** Notes every text that another resolver finds. */
    static final class Noting implements ScenarioResolver {
        private final ScenarioResolver resolver;
        private final List<Named> found = new ArrayList<>();

        Noting(ScenarioResolver resolver) {
            this.resolver = resolver;
        }

        /** Texts found so far. */
        NamedTexts texts() {
            return new NamedTexts(found);
        }

        @Override
        public Optional<SourceText> find(String reference, String from) {
            return noted(false, reference, from, () -> resolver.find(reference, from));
        }

        @Override
        public Optional<SourceText> findTable(String reference, String from) {
            return noted(true, reference, from, () -> resolver.findTable(reference, from));
        }

        /** A text found before is not looked for again, so that all that is read is of one moment. */
        private Optional<SourceText> noted(
                boolean table, String reference, String from, Supplier<Optional<SourceText>> look) {
            Optional<SourceText> before = texts().find(table, reference, from);
            if (before.isPresent()) {
                return before;
            }
            Optional<SourceText> text = look.get();
            text.ifPresent(there -> found.add(new Named(table, reference, from, there.name(), there.text())));
            return text;
        }

        @Override
        public List<String> known() {
            return resolver.known();
        }
    }
}
