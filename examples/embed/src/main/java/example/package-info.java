/**
 * Library inside a program of one's own: from ten lines to many runs, probes and a household's story.
 *
 * <p>Start reading at {@link example.TenLines}.
 */
package example;
