package dev.borderline.mechanism;

import dev.borderline.model.Catalog;

/** The mechanisms of the model, in the order of the model's documentation. */
public final class StandardCatalog {
    private static final Catalog STANDARD = Catalog.of(
            Needs.MECHANISM,
            Knowledge.MECHANISM,
            Channels.MECHANISM,
            Brokers.MECHANISM,
            Choice.MECHANISM,
            Connection.MECHANISM,
            Detection.MECHANISM,
            Informants.MECHANISM,
            Teams.MECHANISM,
            Settlement.MECHANISM,
            Sanctions.MECHANISM,
            Beliefs.MECHANISM,
            Transfers.MECHANISM,
            Handsets.MECHANISM,
            Stops.MECHANISM,
            BorderGoods.MECHANISM,
            Crossings.MECHANISM);

    private StandardCatalog() {}

    /** All of them. */
    public static Catalog standard() {
        return STANDARD;
    }
}
