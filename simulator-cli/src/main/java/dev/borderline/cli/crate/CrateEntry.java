package dev.borderline.cli.crate;

/**
 * One file of a crate.
 *
 * @param name its path below the crate, with {@code /} between folders
 * @param size in bytes
 * @param crc32 of its bytes, as zip files have it
 * @param sha256 of its bytes, in hexadecimal digits; empty where it is not needed
 */
record CrateEntry(String name, long size, long crc32, String sha256) {}
