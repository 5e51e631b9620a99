package dev.borderline.spark;

import org.apache.spark.SparkConf;

/** Spark in this process, heard by nobody else on the network. */
final class LocalSpark {
    private LocalSpark() {}

    /** Two tasks at a time. */
    static SparkConf conf() {
        return new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1");
    }
}
