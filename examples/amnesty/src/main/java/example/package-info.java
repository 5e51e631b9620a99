/**
 * Policy that exempts people, from outside the library. In dated windows households may hand in their handsets and are left alone
 * until they get another.
 *
 * <p>Start reading at {@link example.Amnesty}, then {@link example.Amnestied}, which runs it.
 */
package example;
