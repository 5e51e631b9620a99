/**
 * What a run reports: outcomes by year, zone and wealth fifth, read from the counts of a finished run. Stands on {@code model};
 * only looks, never touches a run. Start with {@link dev.borderline.observe.Outcomes}.
 */
@NullMarked
package dev.borderline.observe;

import org.jspecify.annotations.NullMarked;
