package dev.borderline.analysis;

import dev.borderline.stat.Interval;

/**
 * A number estimated from outputs, with an interval for what it estimates.
 *
 * @param value the estimate
 * @param interval confidence interval; its ends are infinite where the outputs do not bound them
 */
public record Estimate(double value, Interval interval) {}
