/**
 * World of the model and contract of a mechanism: households, zones, calls, cases, levers, signals, draws and counts. Stands on
 * {@code event}, {@code random} and {@code stat}; knows no mechanism. Start with {@link dev.borderline.model.Wiring}; the
 * contract is {@link dev.borderline.model.Mechanism}.
 *
 * <p>Part of the API: {@link Arrests}, {@link Assembly}, {@link AttributeCache}, {@link Calling}, {@link Calls},
 * {@link Cases}, {@link Catalog}, {@link DecisionNumbers}, {@link DrawSite}, {@link HouseholdDraws}, {@link HouseholdTable},
 * {@link Households}, {@link Measures}, {@link Mechanism}, {@link NeedLedger}, {@link Places}, {@link PoissonClock},
 * {@link Population}, {@link Port}, {@link Ports}, {@link ReferenceRisk}, {@link Signal}, {@link Signals},
 * {@link ThinnedArrivals}, {@link Wiring}, {@link Zone}. The rest is for other rooms of the library. For those who write
 * mechanisms.
 */
@NullMarked
package dev.borderline.model;

import org.jspecify.annotations.NullMarked;
