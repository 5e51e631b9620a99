package dev.borderline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.borderline.model.Mechanism;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Classes that stand beside the model's, so none of the tests', wherever the build puts them; read once for all rules. */
final class CoreClasses {
    /** Folder in which they stand. */
    static final Path PLACE = place();

    static final JavaClasses ALL = new ClassFileImporter().importPath(PLACE);

    private static Path place() {
        try {
            return Path.of(Mechanism.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private CoreClasses() {}
}
