package dev.borderline.spark;

import dev.borderline.experiment.RunParcels;
import dev.borderline.experiment.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Receiver of the parcel of a task on the driver: opens it and hands the records over. Spark calls it by one thread at a time.
 */
final class TakeParcel extends AbstractFunction2<Object, byte[], BoxedUnit> {
    private final RunStore.Visitor records;
    private volatile @Nullable Exception fault;

    TakeParcel(RunStore.Visitor records) {
        this.records = records;
    }

    @Override
    public BoxedUnit apply(Object partition, byte[] parcel) {
        try {
            RunParcels.open(parcel, records);
            return BoxedUnit.UNIT;
        } catch (IOException e) {
            fault = e;
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            fault = e;
            throw e;
        }
    }

    /** Throws what handing over threw: it is why the job broke off, and says more than Spark does. */
    void rethrow() throws IOException {
        Exception why = fault;
        if (why instanceof IOException e) {
            throw e;
        }
        if (why instanceof RuntimeException e) {
            throw e;
        }
    }
}
