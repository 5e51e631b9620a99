/**
 * Mutable state of a run, declared once where it is kept. It stands in cells and columns that can be written down and read again,
 * so that a run can be forked and saved.
 *
 * <p>Floor: under the ground packages. Knows nothing of the domain and imports no other package of this library.
 *
 * <p>Guarantees: what is read is what was written, bit by bit, on any machine; parts are written in the order of declaration, each
 * under its name; state that does not fit the run that reads it is refused with the name of the part. Start reading at {@link
 * dev.borderline.state.StateRegistry}.
 *
 * <p>Part of the API: {@link DoubleCell}, {@link Doubles}, {@link FlagCell}, {@link IntCell}, {@link IntLists},
 * {@link Ints}, {@link LongCell}, {@link Longs}, {@link StatePart}, {@link StateReader}, {@link StateRegistry},
 * {@link StateWriter}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.state;

import org.jspecify.annotations.NullMarked;
