package dev.borderline.scenario.syntax;

import java.util.regex.Pattern;

/** Kinds of names and what they may look like. */
public enum NameSyntax {
    /** Scenarios, sweeps, zones, arms. */
    KEBAB("[a-z0-9]+([-_][a-z0-9]+)*", "it is lower-case letters, digits and hyphens, at most 60 characters"),
    /** Measures. */
    SNAKE("[a-z][a-z0-9]*(_[a-z0-9]+)*", "it is lower-case letters, digits and underscores, at most 60 characters");

    public static final int LENGTH_MAX = 60;

    private final Pattern pattern;
    private final String rule;

    NameSyntax(String pattern, String rule) {
        this.pattern = Pattern.compile(pattern);
        this.rule = rule;
    }

    public boolean fits(String text) {
        return text.length() <= LENGTH_MAX && pattern.matcher(text).matches();
    }

    /** As a regular expression. */
    public String pattern() {
        return pattern.pattern();
    }

    /** Rule of a name of this kind, in words. */
    public String rule() {
        return rule;
    }
}
