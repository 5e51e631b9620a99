/**
 * Tables of results as CSV, written from a store.
 *
 * <p>Floor: above {@code experiment}, below {@code experiment.folder}.
 *
 * <p>Guarantees: the same store gives the same bytes on every machine.
 *
 * <p>Start reading at {@link dev.borderline.experiment.table.ResultFiles}.
 *
 * <p>Part of the API: {@link Column}, {@link Export}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.table;

import org.jspecify.annotations.NullMarked;
