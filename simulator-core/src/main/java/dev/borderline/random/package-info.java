/**
 * Keyed chance: every draw is a pure function of (run key, purpose, subject, occurrence), with no stream state.
 *
 * <p>Floor: ground. Knows nothing of the domain and imports no other package of this library.
 *
 * <p>Guarantees: the same address gives the same bits on every JDK, thread and order of asking; only
 * {@code + - * /}, {@code sqrt} and {@link StrictMath} touch a result; one uniform makes one variate, by
 * inversion, so a variate is monotone in its uniform; a draw allocates nothing. Purpose ids, subject kind ids,
 * the mixers and the layout of the counter are frozen: a change needs a new {@link
 * dev.borderline.random.RunKeys#SCHEME_VERSION}.
 *
 * <p>Start reading at {@link dev.borderline.random.Draws}, then {@link dev.borderline.random.Philox4x32} (where
 * the bits come from) and {@link dev.borderline.random.Inversion} (what becomes of them).
 *
 * <p>Part of the API: {@link Draws}, {@link Law}, {@link PurposeRegistry}, {@link QuantileTable}, {@link RunKeys},
 * {@link SubjectKind}. The rest is for other rooms of the library. For those who write mechanisms.
 */
@NullMarked
package dev.borderline.random;

import org.jspecify.annotations.NullMarked;
