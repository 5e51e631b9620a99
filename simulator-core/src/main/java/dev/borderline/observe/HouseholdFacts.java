package dev.borderline.observe;

import dev.borderline.model.Households;
import dev.borderline.model.Households.State;

/**
 * A household at one moment.
 *
 * @param id lasting number by which draws know it, the same in every arm
 * @param zone name of the zone it lives in
 * @param fifth wealth fifth, 0 for the poorest
 * @param state where its caller is
 * @param incomeUsd yearly income
 * @param wealthUsd liquid wealth
 * @param connections connections to officials, 0 to 1
 * @param ownsHandset whether it owns a handset for a neighbour's network
 * @param ownsLine whether it owns a domestic line
 * @param licensed whether it may call abroad
 * @param kinInEnemyCountry whether the kin live in a country held to be an enemy
 * @param arrests times arrested, counted up to 127
 */
public record HouseholdFacts(
        long id,
        String zone,
        int fifth,
        State state,
        double incomeUsd,
        double wealthUsd,
        double connections,
        boolean ownsHandset,
        boolean ownsLine,
        boolean licensed,
        boolean kinInEnemyCountry,
        int arrests) {
    /** Reads a household; {@code zone} is the name of the zone it lives in. */
    public static HouseholdFacts of(Households households, int household, String zone) {
        return new HouseholdFacts(
                households.id(household),
                zone,
                households.fifth(household),
                households.state(household),
                households.incomeUsd(household),
                households.wealthUsd(household),
                households.connections(household),
                households.ownsHandset(household),
                households.ownsLine(household),
                households.licensed(household),
                households.kinInEnemyCountry(household),
                households.arrests(household));
    }
}
