/**
 * A ministry that listens more when it reads of more calls: a feedback policy as a program.
 *
 * <p>Start reading at {@link example.Ministry}.
 */
package example;
