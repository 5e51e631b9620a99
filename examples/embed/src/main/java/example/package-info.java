/**
 * The library inside a program of one's own: from ten lines to many runs, probes and the story of a household.
 *
 * <p>Start reading at {@link example.TenLines}.
 */
package example;
