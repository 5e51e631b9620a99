package example;

import dev.borderline.model.Signals;
import dev.borderline.observe.Hearing;
import dev.borderline.observe.Probe;
import dev.borderline.observe.RunView.CaseFacts;
import dev.borderline.policy.SimulatedPeriod;
import dev.borderline.scenario.Scenario;
import dev.borderline.simulation.RunInProgress;
import dev.borderline.simulation.RunKey;
import dev.borderline.simulation.RunResult;
import dev.borderline.simulation.Scenarios;
import dev.borderline.simulation.Simulation;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A probe that listens to a run, and a run that stops and goes on. */
public class Watching {
    // snippet: probe
    /** Probe that counts people taken by each route and keeps the dearest bribe. */
    static class Routes implements Probe {
        final Map<String, Integer> taken = new TreeMap<>();
        double dearestBribeUsd;

        @Override
        public void attach(Hearing hearing) {
            hearing.onSignal(Signals.CASE_CLOSED, (household, slot) -> {
                CaseFacts closed = hearing.run().caseFile(slot);
                taken.merge(closed.route(), 1, Integer::sum);
                dearestBribeUsd = Math.max(dearestBribeUsd, closed.bribeUsd());
            });
        }
    }
    // end

    public static void main(String[] args) {
        Scenario scenario = Scenarios.named("tightening-2015")
                .with(new SimulatedPeriod(LocalDate.of(2012, 1, 1), LocalDate.of(2014, 1, 1)));
        Simulation simulation = Simulation.of(scenario);

        // snippet: listening
        Routes routes = new Routes();
        RunResult heard = simulation.run(RunKey.of(42), routes);
        System.out.println("cases closed, by how they began: " + routes.taken);
        System.out.printf("dearest bribe: USD %.0f%n", routes.dearestBribeUsd);
        // end

        // snippet: stop and go on
        RunInProgress run = simulation.start(RunKey.of(42));
        while (run.date().isBefore(scenario.end())) {
            run.runUntil(run.date().plusMonths(6)); // a place to show progress, or to give up
            System.out.printf("%s: %.0f arrests so far%n", run.date(), run.value("arrests"));
        }
        RunResult result = run.finish();
        // end
        System.out.println(
                "listened to, in pieces: the same run: " + heard.fingerprint().equals(result.fingerprint()));
    }
}
