package dev.borderline.spark;

import dev.borderline.experiment.store.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version of the program and the commit it was built from. */
final class Version implements IVersionProvider {
    private static final String RESOURCE = "build.properties";

    @Override
    public String[] getVersion() {
        Program program = asProgram();
        return new String[] {"borderline " + program.version() + " on Spark (" + program.commit() + ")"};
    }

    /** This program as result folders name it. That of the command line, as the core that makes the runs is the same. */
    static Program asProgram() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + RESOURCE + " cannot be read", e);
        }
        return Program.ofBuild(properties.getProperty("version"), properties.getProperty("commit"));
    }
}
