package dev.borderline.observe;

/**
 * Content of a need.
 *
 * @param valueUsd worth of the contact
 * @param forMoney whether money is to be asked for
 */
public record NeedFacts(double valueUsd, boolean forMoney) {}
