package dev.borderline.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Meaning of one number that a scenario sets: unit, range and source. Validation, generated documentation, sweeps and the
 * evidence test all read this annotation; the value itself stands in {@code seeds/baseline.yaml} and nowhere else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Input {
    /** Description, in one sentence. */
    String what();

    /** Unit: {@code "1"} for shares, probabilities and factors, else for example {@code "USD"}, {@code "1/year"}, {@code "min"}. */
    String unit();

    /** Least value allowed, inclusive. */
    double min() default 0;

    /** Greatest value allowed, inclusive. */
    double max() default 1e12;

    /** Row of {@code seeds/evidence/} that gives default, range and grade, for example {@code "P30"}. */
    String source();

    /**
     * Name of the lever when a policy may move this number in a run, for example {@code "surveillance.coverage"}; else empty. The
     * component then is of type {@link Lever}: what a mechanism gets is the lever of its run, whose value changes.
     */
    String lever() default "";
}
