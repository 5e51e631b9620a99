package dev.borderline.cli.scenarios;

import dev.borderline.cli.text.Version;
import picocli.CommandLine.Command;

/** What scenarios there are, whether one's own are valid, and whether they show what they say. */
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
