package dev.borderline.experiment.folder;

import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.table.ResultFiles;
import dev.borderline.model.Catalog;
import dev.borderline.scenario.ensemble.Ensemble;
import dev.borderline.scenario.ensemble.Members;
import dev.borderline.text.GuardedFiles;
import dev.borderline.text.JsonWriter;
import dev.borderline.yaml.JsonView;
import dev.borderline.yaml.SourceText;
import dev.borderline.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Members of an ensemble as a result folder keeps them: the values in {@code ensemble.csv}, the rest in the manifest. The folder then
 * needs no other file to be read, added to or repeated.
 */
final class SavedMembers {
    private static final String KEY = "ensemble";

    private SavedMembers() {}

    /** Writes what the manifest says of members. */
    static void write(Members members, JsonWriter json) {
        json.key(KEY).beginObject();
        json.key("name").value(members.ensemble().name());
        json.key("sha256").value(members.ensemble().sha256());
        json.key("members").value(members.count());
        json.key("replications_each").value(members.replicationsEach()).endObject();
    }

    /** The members of a folder, if its manifest has any; refuses a table that is not that of the manifest. */
    static Optional<Members> read(Path folder, JsonView manifest, Catalog catalog) throws IOException {
        if (!manifest.has(KEY)) {
            return Optional.empty();
        }
        JsonView saved = manifest.at(KEY);
        Path table = folder.resolve(ResultFiles.ENSEMBLE);
        if (!GuardedFiles.isThere(table)) {
            throw new StoreRefused(table + " is missing: it holds the members of the ensemble");
        }
        Ensemble all = Ensemble.read(
                catalog,
                saved.text("name"),
                new SourceText(table.toString(), GuardedFiles.text(table, YamlLimits.MACHINE_WRITTEN.maxBytes())));
        if (!all.sha256().equals(saved.text("sha256"))) {
            throw new StoreRefused(table + " is not the ensemble of the manifest beside it; it was changed");
        }
        return Optional.of(new Members(all, saved.whole("replications_each")));
    }
}
