/** The event loop and its agenda: simulated time, total order of events, handles. Ground floor: knows nothing of the domain. */
@NullMarked
package dev.borderline.event;

import org.jspecify.annotations.NullMarked;
