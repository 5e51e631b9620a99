package dev.borderline;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.borderline.model.Mechanism;

/** Classes that stand beside the model's, so none of the tests', wherever the build puts them; read once for all rules. */
final class CoreClasses {
    static final JavaClasses ALL = new ClassFileImporter()
            .importUrl(Mechanism.class.getProtectionDomain().getCodeSource().getLocation());

    private CoreClasses() {}
}
