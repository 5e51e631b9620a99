package dev.borderline.mechanism;

import dev.borderline.measure.MeasureGroup;
import dev.borderline.measure.Recorder.Count;
import dev.borderline.model.Wiring;

/** Measures of crossings: who sets out, who is stopped, who arrives, and what forms or is gone by it. */
final class CrossingCounts {
    final Count attempts;
    final Count pricesUsd;
    final Count departures;
    final Count byPhone;
    final Count arrivals;
    final Count stopped;
    final Count formed;
    final Count kinHouseholds;
    final Count peopleAbroad;

    CrossingCounts(Wiring wiring) {
        attempts = wiring.neutral(MeasureGroup.LEAVING)
                .count("crossing_attempts", "people", "People who set out to cross");
        pricesUsd = wiring.neutral(MeasureGroup.LEAVING)
                .money("crossing_prices_usd", "Crossing prices in force, once an attempt");
        wiring.neutral(MeasureGroup.LEAVING)
                .ratio("crossing_price_usd", "USD", "Mean crossing price over attempts", pricesUsd, attempts);
        departures = wiring.neutral(MeasureGroup.LEAVING)
                .count("crossings", "people", "People who left the country and were not stopped");
        byPhone = wiring.neutral(MeasureGroup.LEAVING)
                .count("crossings_by_phone", "people", "Those of the crossings that were arranged with help by phone");
        arrivals = wiring.neutral(MeasureGroup.LEAVING)
                .main(2)
                .count("arrivals", "people", "People who arrived abroad, by the zone and fifth they come from");
        stopped = wiring.enforcement(MeasureGroup.LEAVING)
                .line(1)
                .count("crossings_stopped", "people", "People stopped at the border");
        formed = wiring.neutral(MeasureGroup.LEAVING)
                .count("households_formed", "households", "Kin households that formed by an arrival");
        kinHouseholds = wiring.neutral(MeasureGroup.LEAVING).level("kin_households", "households", "Kin households");
        peopleAbroad = wiring.neutral(MeasureGroup.LEAVING)
                .titled("People on the way")
                .level(
                        "people_abroad",
                        "people",
                        "People who have left and not arrived, all shown under one border zone and fifth");
    }
}
