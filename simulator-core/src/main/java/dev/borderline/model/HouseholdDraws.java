package dev.borderline.model;

import dev.borderline.random.Draws;

/**
 * All draws of one purpose about households. Addressed by the household's lasting id, not by its place in the columns, so
 * that a household which forms during the run has the same draws in every arm in which it forms.
 */
public final class HouseholdDraws {
    private final Draws draws;
    private final Households households;

    HouseholdDraws(Draws draws, Households households) {
        this.draws = draws;
        this.households = households;
    }

    /** A uniform in (0, 1), see {@link Draws#uniform(long, int)}. */
    public double uniform(int household, int occurrence) {
        return draws.uniform(households.id(household), occurrence);
    }

    /** As {@link #uniform(int, int)}, the {@code subDraw}-th of its occurrence, 0 to 255. */
    public double uniform(int household, int occurrence, int subDraw) {
        return draws.uniform(households.id(household), occurrence, subDraw);
    }

    /** A unit-mean exponential. */
    public double exponential(int household, int occurrence) {
        return draws.exponential(households.id(household), occurrence);
    }

    /** As {@link #exponential(int, int)}, the {@code subDraw}-th of its occurrence, 0 to 255. */
    public double exponential(int household, int occurrence, int subDraw) {
        return draws.exponential(households.id(household), occurrence, subDraw);
    }

    /** True if the uniform lies below {@code probability}. */
    public boolean bernoulli(int household, int occurrence, double probability) {
        return draws.bernoulli(households.id(household), occurrence, probability);
    }
}
