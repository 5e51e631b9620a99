package dev.borderline.cli.text;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and the like, turned into a wish to stop. The process ends only when the work in hand is put away, or after {@value
 * #PATIENCE_SECONDS} seconds. Close it when the work is done.
 */
public final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch putAway = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onShutdown, "borderline-interruption");
    private volatile boolean wished;

    private Interruption() {}

    /** Begins to listen. */
    public static Interruption listen() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** True once somebody wants the process to end. */
    public boolean wished() {
        return wished;
    }

    private void onShutdown() {
        wished = true;
        try {
            if (!putAway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        putAway.countDown();
        if (!wished) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                wished = true; // the process began to end just now, and the hook has nothing left to wait for
            }
        }
    }
}
