package dev.borderline.cli.ensemble;

import dev.borderline.cli.text.Version;
import picocli.CommandLine.Command;

/** Ensembles: members with a value for every uncertain input. */
@Command(
        name = "ensemble",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Makes ensembles: samples of what is thought possible.",
        description = {"Members of an ensemble have a value for every uncertain input. --ensemble answers over them."},
        footer = {"", "Examples:", "  borderline ensemble draw --members 256 --out mine.csv"},
        synopsisSubcommandLabel = "COMMAND")
public final class EnsembleCommand {}
