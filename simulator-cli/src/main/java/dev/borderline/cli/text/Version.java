package dev.borderline.cli.text;

import dev.borderline.experiment.store.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of the program, the commit it was built from and the Java it runs on. */
public final class Version implements IVersionProvider {
    private static final String RESOURCE = "build.properties";
    private static final int DATE_DIGITS = 10;

    @Override
    public String[] getVersion() {
        return new String[] {
            "borderline " + program() + " (" + commit() + ")",
            "Java " + Runtime.version() + ", " + System.getProperty("java.vm.vendor")
        };
    }

    /** Such as {@code 0.1.0}. */
    public static String program() {
        return properties().getProperty("version");
    }

    /** The day of the sources' release, such as {@code 2026-11-23}. */
    public static String released() {
        return properties().getProperty("released").substring(0, DATE_DIGITS);
    }

    /** Short hash of the commit built from, with {@code -dirty} when files had changed; {@code unknown} where the build was not told. */
    public static String commit() {
        return properties().getProperty("commit");
    }

    /**
     * Identity of the build that decides the results: the version and a digest of the core. Two builds of one version in the
     * making can differ.
     */
    public static String build() {
        return asProgram().build();
    }

    /** This program, as result folders name it. */
    public static Program asProgram() {
        return Program.ofBuild(program(), commit());
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + RESOURCE + " cannot be read", e);
        }
        return properties;
    }
}
