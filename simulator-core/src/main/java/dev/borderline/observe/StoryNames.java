package dev.borderline.observe;

import java.util.Map;

/** Names of draws and figures of the shipped mechanisms in a story; those of others go by their own names. */
final class StoryNames {
    private static final Map<String, String> DRAWS = Map.ofEntries(
            Map.entry("border_goods.refused", "refused by the guard"),
            Map.entry("border_goods.seized", "seized on the way"),
            Map.entry("channels.domestic", "through on the domestic line"),
            Map.entry("connection.jammed", "jammed"),
            Map.entry("crossings.caller_leaves", "the caller goes along"),
            Map.entry("crossings.chain_leaves", "somebody sets out"),
            Map.entry("crossings.chain_stopped", "stopped at the border"),
            Map.entry("detection.client_taken", "taken with the broker"),
            Map.entry("detection.identified", "identified afterwards"),
            Map.entry("detection.located", "located"),
            Map.entry("informants.exposed", "exposed by an informant"),
            Map.entry("sanctions.exile", "moved to the interior"),
            Map.entry("settlement.approach", "an official open to a bribe"),
            Map.entry("settlement.broker_approach", "an officer open to the broker's bribe"),
            Map.entry("settlement.broker_found_out", "the broker's bribe found out"),
            Map.entry("settlement.found_out", "the bribe found out"),
            Map.entry("stops.framed", "framed"),
            Map.entry("stops.stopped", "searched"),
            Map.entry("teams.reached", "reached by a team"),
            Map.entry("transfers.by_guard", "sent through a guard"),
            Map.entry("transfers.intercepted", "intercepted"),
            Map.entry("transfers.kept", "kept by the broker"),
            Map.entry("transfers.levied", "let go for a levy on the money"));

    private static final Map<String, String> FIGURES = Map.ofEntries(
            Map.entry("choice.believed_risk", "believed chance of arrest for a call"),
            Map.entry("choice.best_without_fear_usd", "best plan's worth without fear"),
            Map.entry("choice.broker_call_usd", "worth of a call through a broker"),
            Map.entry("choice.loss_if_caught_usd", "what being caught would cost"),
            Map.entry("choice.remote_call_usd", "worth of a call from a remote place"),
            Map.entry("choice.town_call_usd", "worth of a call from town"),
            Map.entry("sanctions.pretrial_days", "days held before the sentence"),
            Map.entry("sanctions.sentence_draw", "number drawn for the sentence"),
            Map.entry("sanctions.term_years", "length of the term"),
            Map.entry("settlement.floor_usd", "least an official would take"),
            Map.entry("settlement.price_usd", "price agreed on"),
            Map.entry("settlement.wealth_usd", "what the household has"),
            Map.entry("settlement.worth_usd", "what getting out is worth to it"),
            Map.entry("teams.busy_teams", "teams away on other pursuits"),
            Map.entry("transfers.received_usd", "money received"),
            Map.entry("transfers.sent_usd", "money sent"));

    private static final Map<String, String> ZONES = Map.of(
            "reach", "near the border, within reach of a foreign signal",
            "near", "in a border province, out of reach of a signal",
            "interior", "in the interior",
            "capital", "in the capital");

    private StoryNames() {}

    /** Words for a draw or figure: without its mechanism and unit, where there is no phrase for it. */
    static String of(String name) {
        String phrase = DRAWS.getOrDefault(name, FIGURES.get(name));
        if (phrase != null) {
            return phrase;
        }
        String last = name.substring(name.indexOf('.') + 1);
        return last.replaceAll("_(usd|years|days)$", "").replace('_', ' ');
    }

    /** Place where a household lives, as it follows on "lives". */
    static String zone(String name) {
        return ZONES.getOrDefault(name, "in " + name);
    }
}
