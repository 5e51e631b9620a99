package dev.borderline.cli.crate;

import dev.borderline.experiment.folder.SavedSweep;
import dev.borderline.text.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code ro-crate-metadata.json}: description of a crate by RO-Crate 1.1 and its profile Process Run Crate 0.5, an entity a line.
 * It follows from the files of the folder alone, so whoever has them can write it again and compare.
 *
 * <p>References: RO-Crate 1.1, doi:10.5281/zenodo.4541002; Leo et al. (2024), Recording provenance of workflow runs with RO-Crate,
 * PLoS ONE 19(9) e0309210.
 */
final class CrateMetadata {
    static final String FILE = "ro-crate-metadata.json";
    static final String CITATION = "CITATION.cff";

    private static final String RO_CRATE = "https://w3id.org/ro/crate/1.1";
    private static final String PROFILE = "https://w3id.org/ro/wfrun/process/0.5";
    private static final String SHA256_TERM = "https://w3id.org/ro/terms/workflow-run#sha256";
    private static final String APACHE = "https://spdx.org/licenses/Apache-2.0";
    private static final List<String> LICENCES = List.of("LICENSE", "LICENSE.md", "LICENSE.txt");

    private final SavedSweep saved;
    private final SavedSweep.Facts facts;
    private final List<CrateEntry> files;
    private final List<CrateAction> actions;
    private final List<String> lines = new ArrayList<>();

    private CrateMetadata(SavedSweep saved, SavedSweep.Facts facts, List<CrateEntry> files) {
        this.saved = saved;
        this.facts = facts;
        this.files = files;
        this.actions = CrateAction.of(
                saved, facts, files.stream().map(CrateEntry::name).toList());
    }

    /** The file's bytes. */
    static byte[] of(SavedSweep saved, SavedSweep.Facts facts, List<CrateEntry> files) {
        CrateMetadata metadata = new CrateMetadata(saved, facts, files);
        metadata.describe();
        String context = JsonWriter.compact()
                .beginArray()
                .value(RO_CRATE + "/context")
                .beginObject()
                .key("sha256")
                .value(SHA256_TERM)
                .endObject()
                .endArray()
                .finish();
        return ("{\"@context\":" + context + ",\"@graph\":[\n" + String.join(",\n", metadata.lines) + "\n]}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void describe() {
        entity(FILE, "CreativeWork", json -> {
            reference(json, "about", "./");
            reference(json, "conformsTo", RO_CRATE);
        });
        root();
        entity(PROFILE, "CreativeWork", json -> text(text(json, "name", "Process Run Crate"), "version", "0.5"));
        if (licence().equals(APACHE)) {
            entity(APACHE, "CreativeWork", json -> text(json, "name", "Apache License 2.0"));
        }
        programs();
        actions.forEach(this::action);
        CrateInputs.of(saved.sweep())
                .forEach(input -> entity(input.id(), "PropertyValue", json -> {
                    text(json, "name", input.name());
                    text(json, "value", input.value());
                }));
        files.forEach(this::file);
    }

    private void root() {
        String title = saved.sweep().heading().title();
        entity("./", "Dataset", json -> {
            text(json, "name", title);
            text(
                    json,
                    "description",
                    (saved.sweep().heading().question()
                                    + " Results of Borderline: conditional what-ifs, not estimates of"
                                    + " real counts. 'borderline reproduce' on the zip file makes every run again.")
                            .strip());
            text(json, "datePublished", String.valueOf(facts.finished()));
            reference(json, "license", licence());
            reference(json, "conformsTo", PROFILE);
            references(json, "hasPart", files.stream().map(CrateEntry::name).map(CrateMetadata::uri));
            references(json, "mentions", actions.stream().map(CrateAction::id));
        });
    }

    /** The licence that the folder's owner put there. Else it is that of the program and the texts that its scenarios are made of. */
    private String licence() {
        return files.stream()
                .map(CrateEntry::name)
                .filter(LICENCES::contains)
                .findFirst()
                .orElse(APACHE);
    }

    private void programs() {
        entity(CrateAction.PROGRAM, "SoftwareApplication", json -> {
            text(json, "name", "Borderline");
            text(
                    json,
                    "softwareVersion",
                    facts.program().version() + " (" + facts.program().commit() + ")");
            text(json, "description", facts.program().build() + "; " + facts.jvm() + "; " + facts.os());
        });
        if (actions.stream().anyMatch(action -> action.instrument().equals(CrateAction.SOME_PROGRAM))) {
            entity(CrateAction.SOME_PROGRAM, "SoftwareApplication", json -> {
                text(json, "name", "Borderline");
                text(json, "description", "Of a version that was not recorded with what it made");
            });
        }
    }

    private void action(CrateAction action) {
        entity(action.id(), "CreateAction", json -> {
            text(json, "name", action.name());
            text(json, "description", action.description());
            if (!action.started().isEmpty()) {
                text(json, "startTime", action.started());
                text(json, "endTime", action.ended());
            }
            reference(json, "instrument", action.instrument());
            references(json, "object", action.inputs().stream().map(CrateMetadata::uri));
            references(json, "result", action.results().stream().map(CrateMetadata::uri));
            reference(json, "actionStatus", "http://schema.org/CompletedActionStatus");
        });
    }

    private void file(CrateEntry file) {
        entity(uri(file.name()), "File", json -> {
            text(json, "name", file.name());
            text(json, "encodingFormat", mediaType(file.name()));
            text(json, "contentSize", Long.toString(file.size()));
            text(json, "sha256", file.sha256());
        });
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> "text/csv";
            case "json" -> "application/json";
            case "html" -> "text/html";
            case "svg" -> "image/svg+xml";
            case "md" -> "text/markdown";
            case "cff", "yaml" -> "application/yaml";
            case "parquet" -> "application/vnd.apache.parquet";
            case "journal" -> "application/octet-stream";
            default -> "text/plain";
        };
    }

    /** A name as a relative reference (RFC 3986): letters that have none stand as bytes. Names of other entities stay. */
    private static String uri(String name) {
        if (name.startsWith("#")) {
            return name;
        }
        StringBuilder uri = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) Byte.toUnsignedInt(octet);
            boolean plain = letter < 128 && (Character.isLetterOrDigit(letter) || "-._~/".indexOf(letter) >= 0);
            uri.append(
                    plain ? String.valueOf(letter) : String.format(Locale.ROOT, "%%%02X", Byte.toUnsignedInt(octet)));
        }
        return uri.toString();
    }

    private void entity(String id, String type, Consumer<JsonWriter> more) {
        JsonWriter json = JsonWriter.compact().beginObject();
        text(json, "@id", id);
        text(json, "@type", type);
        more.accept(json);
        lines.add(json.endObject().finish());
    }

    private static JsonWriter text(JsonWriter json, String key, String value) {
        return json.key(key).value(value);
    }

    private static void reference(JsonWriter json, String key, String id) {
        json.key(key).beginObject().key("@id").value(id).endObject();
    }

    private static void references(JsonWriter json, String key, Stream<String> ids) {
        json.key(key).beginArray();
        ids.forEach(id -> json.beginObject().key("@id").value(id).endObject());
        json.endArray();
    }
}
