package dev.borderline.experiment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunCodecTest {
    private static final Task TASK = new Task(7, 1, 300);

    @Test
    void finishedRun_writtenAndRead_isEqual() {
        FinishedRun run = FakeRuns.run(TASK);
        byte[] payload = RunCodec.payload(run);
        RunRecord read = RunCodec.run(payload, id -> LayoutCodec.layout(FakeRuns.LAYOUT.payload()));
        assertThat(read).isEqualTo(run).hasSameHashCodeAs(run);
        assertThat(read.digest()).isEqualTo(run.digest()).hasSize(64);
        FinishedRun copy = (FinishedRun) read;
        assertThat(copy.trace().sites()).isEqualTo(run.trace().sites());
        assertThat(copy.trace()).isEqualTo(run.trace());
        assertThat(copy.fingerprint()).hasSize(16);
        assertThat(copy.value(3)).isEqualTo(run.value(3));
    }

    @Test
    void failedRun_writtenAndRead_isEqual() {
        FailedRun run = new FailedRun(TASK, "invariant broken: ünïcode", "borderline run x");
        assertThat(RunCodec.run(RunCodec.payload(run), id -> FakeRuns.LAYOUT)).isEqualTo(run);
    }

    /** Frozen: a change makes every journal unreadable and every digest in a manifest wrong. */
    @Test
    void payload_ofTheSameValues_neverChanges() {
        assertThat(FakeRuns.run(TASK).digest())
                .isEqualTo("ec6bf07dc5120e02975aa6baad6ca344b765a2abcad751d7c823e04b26a6a2e4");
    }

    @Test
    void numbers_ofAllSizes_survive() {
        long[] values = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Long.MAX_VALUE, Long.MIN_VALUE};
        PayloadWriter out = new PayloadWriter();
        Arrays.stream(values).forEach(out::number);
        out.real(-0.0);
        out.text("é\n");
        byte[] bytes = out.finished();
        PayloadReader in = new PayloadReader(bytes);
        for (long value : values) {
            assertThat(in.number()).isEqualTo(value);
        }
        assertThat(Double.doubleToLongBits(in.real())).isEqualTo(Double.doubleToLongBits(-0.0));
        assertThat(in.text()).isEqualTo("é\n");
        in.end();
        assertThatThrownBy(in::number).hasMessageContaining("too early");
        assertThatThrownBy(new PayloadReader(bytes)::end).hasMessageContaining("left over");
    }

    @Test
    void values_ofARun_areItsSumsInUnits() {
        FinishedRun run = FakeRuns.run(TASK);
        double years = run.inYear(0, 0) + run.inYear(0, 1);
        double zones = run.inZone(1, 0) + run.inZone(1, 1);
        double fifths = 0;
        for (int fifth = 0; fifth < 5; fifth++) {
            fifths += run.inFifth(2, fifth);
        }
        assertThat(run.value(0)).isEqualTo(years);
        assertThat(run.value(1)).isCloseTo(zones, within(1e-9));
        assertThat(run.value(2)).isCloseTo(fifths, within(1e-9));
        assertThat(run.value(3)).isEqualTo(run.value(1) / run.value(0));
        assertThat(FakeRuns.run(new Task(0, 0, 1)).value(3)).isNaN();
    }
}
