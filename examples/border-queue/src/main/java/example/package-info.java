/**
 * A model of its own, trucks that wait at a border, on the ground packages alone: events, keyed draws, statistics.
 *
 * <p>Start reading at {@link example.BorderQueue}, then {@link example.Booths}, which compares two numbers of booths.
 */
package example;
