package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Version;
import picocli.CommandLine.Command;

/** Commands for scenarios: list, validate and check their signatures. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists, shows, checks and begins scenarios.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  borderline scenarios list",
            "  borderline scenarios show pre-2011 > mine.yaml",
            "  borderline scenarios new mine.yaml",
            "  borderline scenarios validate mine.yaml",
            "  borderline scenarios check leniency"
        })
public final class ScenariosCommand {}
