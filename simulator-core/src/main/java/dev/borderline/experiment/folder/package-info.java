/**
 * Result folders: manifest, journal and tables together; merging, status and reproduction.
 *
 * <p>Floor: above {@code experiment.table}.
 *
 * <p>Guarantees: what stands in a folder depends on the experiment alone, neither on threads nor on interruptions.
 *
 * <p>Start reading at {@link dev.borderline.experiment.folder.ResultFolder}, then {@link
 * dev.borderline.experiment.folder.Manifest}.
 *
 * <p>Part of the API: {@link Merge}, {@link Reproduction}, {@link ReproductionReport}, {@link ResultFolder},
 * {@link SavedSweep}, {@link TableMaker}. The rest is for other rooms of the library.
 */
@NullMarked
package dev.borderline.experiment.folder;

import org.jspecify.annotations.NullMarked;
