package dev.borderline.model;

import dev.borderline.state.StatePart;
import dev.borderline.state.StateReader;
import dev.borderline.state.StateWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Table of households, one row of bytes each. A column is a field of the rows: mechanisms ask for theirs when they join, in any
 * number and any width, and see nothing but their own.
 *
 * <p>Rows, not an array a column: a need looks at ten fields of one household, and of millions of households none is in the
 * processor's cache. In a row they come with one or two accesses to memory, in arrays with ten.
 */
public final class HouseholdTable implements StatePart {
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle FLOATS = view(float[].class);

    private byte[] bytes = {};
    private int width; // bytes of a row
    private int flagOffset;
    private int flagsLeft; // bits not taken yet of the byte there
    private boolean laidOut;

    @SuppressWarnings("UnusedVariable") // kept, lest the look be optimised away
    private int touched;

    private final IntSupplier rowsUsed;

    /** Rows of which {@code rowsUsed} gives how many are in use. */
    HouseholdTable(IntSupplier rowsUsed) {
        this.rowsUsed = rowsUsed;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** A column of 64 bits. */
    public Longs longs() {
        return new Longs(reserve(Long.BYTES));
    }

    /** A column of 32 bits. */
    public Ints ints() {
        return new Ints(reserve(Integer.BYTES));
    }

    /** A column of 16 bits. */
    public Shorts shorts() {
        return new Shorts(reserve(Short.BYTES));
    }

    /** A column of 8 bits. */
    public Bytes bytes() {
        return new Bytes(reserve(Byte.BYTES));
    }

    /** A column of single precision. */
    public Floats floats() {
        return new Floats(reserve(Float.BYTES));
    }

    /** A column of one bit; eight of them share a byte. */
    public Flags flags() {
        if (flagsLeft == 0) {
            flagOffset = reserve(Byte.BYTES);
            flagsLeft = Byte.SIZE;
        }
        flagsLeft--;
        return new Flags(flagOffset, 1 << flagsLeft);
    }

    private int reserve(int size) {
        if (laidOut) {
            throw new IllegalStateException("columns are declared when a mechanism joins, not later");
        }
        int offset = width;
        width += size;
        return offset;
    }

    /** Bytes of a row. */
    int width() {
        return width;
    }

    /** Makes room for so many rows, all zeros; no column can be declared from now on. */
    void layOut(int rows) {
        laidOut = true;
        bytes = new byte[length(rows)];
    }

    /** Makes room for more rows. */
    void grow(int rows) {
        bytes = Arrays.copyOf(bytes, length(rows));
    }

    /** Brings a row into the processor's cache; does nothing else, nor to what is no row. */
    void touch(int row) {
        int at = row * width;
        if (at >= 0 && at < bytes.length) {
            touched += bytes[at];
        }
    }

    private int length(int rows) {
        long length = (long) rows * width;
        if (length > Integer.MAX_VALUE - Long.BYTES) {
            throw new IllegalStateException(rows + " households of " + width + " bytes each do not fit in one table");
        }
        return (int) length;
    }

    /** A column of {@code long}. */
    public final class Longs {
        private final int offset;

        private Longs(int offset) {
            this.offset = offset;
        }

        public long get(int household) {
            return (long) LONGS.get(bytes, household * width + offset);
        }

        public void set(int household, long value) {
            LONGS.set(bytes, household * width + offset, value);
        }
    }

    /** A column of {@code int}. */
    public final class Ints {
        private final int offset;

        private Ints(int offset) {
            this.offset = offset;
        }

        public int get(int household) {
            return (int) INTS.get(bytes, household * width + offset);
        }

        public void set(int household, int value) {
            INTS.set(bytes, household * width + offset, value);
        }
    }

    /** A column of {@code short}. */
    public final class Shorts {
        private final int offset;

        private Shorts(int offset) {
            this.offset = offset;
        }

        public short get(int household) {
            return (short) SHORTS.get(bytes, household * width + offset);
        }

        /** The low 16 bits of {@code value}. */
        public void set(int household, int value) {
            SHORTS.set(bytes, household * width + offset, (short) value);
        }
    }

    /** A column of {@code byte}. */
    public final class Bytes {
        private final int offset;

        private Bytes(int offset) {
            this.offset = offset;
        }

        public byte get(int household) {
            return bytes[household * width + offset];
        }

        /** The low 8 bits of {@code value}. */
        public void set(int household, int value) {
            bytes[household * width + offset] = (byte) value;
        }
    }

    /** A column of {@code float}. */
    public final class Floats {
        private final int offset;

        private Floats(int offset) {
            this.offset = offset;
        }

        public float get(int household) {
            return (float) FLOATS.get(bytes, household * width + offset);
        }

        public void set(int household, float value) {
            FLOATS.set(bytes, household * width + offset, value);
        }
    }

    /** A column of {@code boolean}. */
    public final class Flags {
        private final int offset;
        private final int mask;

        private Flags(int offset, int mask) {
            this.offset = offset;
            this.mask = mask;
        }

        public boolean get(int household) {
            return (bytes[household * width + offset] & mask) != 0;
        }

        public void set(int household, boolean value) {
            int at = household * width + offset;
            int others = bytes[at] & ~mask;
            bytes[at] = (byte) (value ? others | mask : others);
        }
    }

    @Override
    public void save(StateWriter out) {
        int used = length(rowsUsed.getAsInt());
        out.int32(width);
        out.int32(bytes.length);
        out.int32(used);
        out.bytes(bytes, used);
    }

    @Override
    public void load(StateReader in) {
        int itsWidth = in.int32();
        if (itsWidth != width) {
            throw new IllegalStateException("its rows have " + itsWidth + " bytes, those of this run " + width);
        }
        int length = in.length(Integer.MAX_VALUE - Long.BYTES);
        laidOut = true;
        if (bytes.length != length) {
            bytes = new byte[length];
        }
        int used = in.length(length);
        in.bytes(bytes, used);
    }
}
