package dev.borderline.spark;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;

/** Entry of the driver: {@code spark-submit --class dev.borderline.spark.Main ... SWEEP --out DIR}. */
public final class Main {
    private Main() {}

    /** Makes the runs of one sweep and ends the process with the command's exit code. */
    public static void main(String[] args) {
        System.exit(run(new SparkConf(), stream(FileDescriptor.out), stream(FileDescriptor.err), args));
    }

    /** Exit code of the command, which fails where its result cannot be written. The runs are in their folder by then. */
    static int run(SparkConf conf, PrintStream out, PrintStream err, String... args) {
        int code = SweepCommand.line(conf, out, err).execute(args);
        if (!out.checkError()) {
            return code;
        }
        err.println("borderline: cannot write to standard output");
        return code == ExitCodes.OK ? ExitCodes.FAILED : code;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
