package dev.borderline.cli.sweep;

import dev.borderline.experiment.table.Export;
import java.util.Locale;

/** Shapes of exported tables, as they are typed. */
public enum ExportShape {
    LONG,
    WIDE,
    HUBVERSE;

    Export.Shape inLibrary() {
        return Export.Shape.valueOf(name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
