/**
 * The event loop and its agenda: simulated time, total order of events, handles. Ground floor: knows nothing of the domain.
 *
 * <p>Part of the API: everything public here, for those who write mechanisms. Start reading at {@link
 * dev.borderline.event.EventLoop}.
 */
@NullMarked
package dev.borderline.event;

import org.jspecify.annotations.NullMarked;
