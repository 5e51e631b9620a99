package dev.borderline.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Task on an executor: makes the runs of its one batch. */
final class MakeParcel extends AbstractFunction1<Iterator<int[]>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Broadcast<RemoteSweep> sweep;

    MakeParcel(Broadcast<RemoteSweep> sweep) {
        this.sweep = sweep;
    }

    @Override
    public byte[] apply(Iterator<int[]> batches) {
        return sweep.value().make(batches.next());
    }
}
