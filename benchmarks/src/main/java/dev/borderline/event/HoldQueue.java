package dev.borderline.event;

import java.util.PriorityQueue;
import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.eventlists.EventListPriorityQueue;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;
import umontreal.ssj.simevents.eventlist.Henriksen;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** An event list reduced to what HOLD asks. Event objects are used again wherever the peer permits it. */
interface HoldQueue {
    void add(long time, int subject);

    /** Takes the earliest, puts it back so much later, returns its old time. */
    long hold(long delay);

    static HoldQueue of(String peer) {
        return switch (peer) {
            case "borderline" -> new Ours();
            case "ssj" -> new Ssj(new Henriksen());
            case "ssjSplay" -> new Ssj(new SplayTree());
            case "dsol" -> new Dsol();
            case "priorityQueue" -> new Jdk();
            default -> throw new IllegalArgumentException("no such peer: " + peer);
        };
    }

    /** The ladder. */
    final class Ours implements HoldQueue {
        private final Agenda agenda = new LadderAgenda();
        private final long prefix = EventOrder.prefix(Phase.MODEL, 0);

        @Override
        public void add(long time, int subject) {
            agenda.add(time, EventOrder.pack(prefix, subject, 0), Handles.NO_SLOT);
        }

        @Override
        public long hold(long delay) {
            if (!agenda.poll(Long.MAX_VALUE)) {
                throw new IllegalStateException("nothing is pending");
            }
            long time = agenda.time();
            agenda.add(time + delay, agenda.order(), agenda.slot());
            return time;
        }
    }

    /** SSJ's lists. */
    final class Ssj implements HoldQueue {
        private final EventList list;
        private final Simulator simulator;

        Ssj(EventList list) {
            this.list = list;
            simulator = new Simulator(list);
        }

        @Override
        public void add(long time, int subject) {
            list.add(new Movable(simulator, time));
        }

        @Override
        public long hold(long delay) {
            Movable event = (Movable) list.removeFirst();
            double time = event.time();
            event.moveTo(time + (double) delay);
            list.add(event);
            return (long) time;
        }
    }

    /** An event whose time may be set again without going through SSJ's simulator. */
    final class Movable extends Event {
        Movable(Simulator simulator, double time) {
            super(simulator);
            eventTime = time;
        }

        void moveTo(double time) {
            eventTime = time;
        }

        @Override
        public void actions() {}
    }

    /** DSOL's faster list. Its events' time is final, so each is new. */
    final class Dsol implements HoldQueue {
        private final EventListInterface<Double> list = new EventListPriorityQueue<>();

        @Override
        public void add(long time, int subject) {
            list.add(new LambdaSimEvent<>((double) time, () -> {}));
        }

        @Override
        public long hold(long delay) {
            double time = list.removeFirst().getAbsoluteExecutionTime();
            list.add(new LambdaSimEvent<>(time + (double) delay, () -> {}));
            return (long) time;
        }
    }

    /** The JDK's heap. */
    final class Jdk implements HoldQueue {
        private final PriorityQueue<TimedEvent> queue = new PriorityQueue<>();

        @Override
        public void add(long time, int subject) {
            queue.add(new TimedEvent(time, subject));
        }

        @Override
        public long hold(long delay) {
            TimedEvent event = queue.remove();
            long time = event.time;
            event.time = time + delay;
            queue.add(event);
            return time;
        }
    }

    /** An event ordered by time, then subject. */
    final class TimedEvent implements Comparable<TimedEvent> {
        private final int subject;
        private long time;

        TimedEvent(long time, int subject) {
            this.time = time;
            this.subject = subject;
        }

        @Override
        public int compareTo(TimedEvent other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Integer.compare(subject, other.subject);
        }
    }
}
