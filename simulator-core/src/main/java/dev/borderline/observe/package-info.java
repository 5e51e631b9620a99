/**
 * Reports of a run and views of it: outcomes by year, zone and wealth fifth, probes, read-only views. Stands on {@code model};
 * only looks, never touches a run. Start with {@link dev.borderline.measure.Outcomes}.
 *
 * <p>Part of the API: {@link Diary}, {@link Fates}, {@link Hearing}, {@link Probe}, {@link RunView}, {@link Step},
 * {@link Story}, {@link Trace}. The rest is for other rooms of the library. A {@link dev.borderline.observe.Probe} listens
 * to a run through {@link dev.borderline.observe.Hearing} and changes nothing.
 */
@NullMarked
package dev.borderline.observe;

import org.jspecify.annotations.NullMarked;
