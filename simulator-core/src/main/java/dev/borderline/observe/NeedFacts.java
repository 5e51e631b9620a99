package dev.borderline.observe;

/**
 * What a need is about.
 *
 * @param valueUsd worth of the contact
 * @param forMoney whether money is to be asked for
 */
public record NeedFacts(double valueUsd, boolean forMoney) {}
