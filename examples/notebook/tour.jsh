// A notebook without a notebook server. From the top of the repository, after examples/embed has been built:
//   jshell --class-path 'examples/embed/target/lib/*' examples/notebook/tour.jsh
// Type on afterwards: everything below is in scope. (In a script, end with /exit.)

// snippet: notebook
import dev.borderline.experiment.compare.*
import dev.borderline.scenario.Scenario
import dev.borderline.simulation.*

Scenario base = Scenarios.named("tightening-2015").with("population.resettled_refugees", 3000)
Replicates runs = Replications.of(base).count(5).run()
System.out.printf("arrests: mean %.1f, standard error %.1f%n", runs.tally("arrests").mean(), runs.tally("arrests").standardError())

Scenario quiet = base.with("levers.surveillance.coverage", 0)
System.out.printf("without listening: %+.1f%n", Compare.arms(base, quiet).replications(5).run().difference("arrests").mean())
// end
