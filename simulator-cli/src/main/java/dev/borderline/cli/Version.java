package dev.borderline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of the program, the commit it was built from and the Java it runs on. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "build.properties";

    @Override
    public String[] getVersion() {
        return new String[] {
            "borderline " + program() + " (" + commit() + ")",
            "Java " + Runtime.version() + ", " + System.getProperty("java.vm.vendor")
        };
    }

    /** Such as {@code 0.1.0}. */
    static String program() {
        return properties().getProperty("version");
    }

    /** Short hash of the commit built from, with {@code -dirty} when files had changed; {@code unknown} where the build was not told. */
    static String commit() {
        return properties().getProperty("commit");
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
