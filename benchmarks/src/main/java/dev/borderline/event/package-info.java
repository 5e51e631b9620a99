/** Doors to what the event core keeps to itself, for benchmarks only. */
@NullMarked
package dev.borderline.event;

import org.jspecify.annotations.NullMarked;
