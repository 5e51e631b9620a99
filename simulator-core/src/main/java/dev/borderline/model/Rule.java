package dev.borderline.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Rule for inputs of one parameter record beyond their ranges. Checked when a scenario is read and at every step of its policies.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Rule.All.class)
public @interface Rule {
    /** The relation. */
    Kind kind();

    /** Names of the record's components that stand in it. */
    String[] components();

    /** The relations there are. */
    enum Kind {
        /** Each is at most the next. */
        ASCENDING,
        /** They are shares of one whole: the sum is at most 1. */
        SHARES,
        /** A hazard and the rate of the candidates it is thinned from: at most {@link ThinnedArrivals#LAYERS_MAX} layers of these. */
        THINNED,
        /** Each is 0 or at least 1: whole things, of which a part does nothing. */
        NONE_OR_ONE
    }

    /** Holds the rules of a record that has several. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Rule[] value();
    }
}
