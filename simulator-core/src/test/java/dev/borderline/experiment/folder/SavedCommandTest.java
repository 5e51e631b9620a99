package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SavedCommandTest {
    @Test
    void commandsOfThisProject_areKnown() {
        List<String> words = List.of("./borderline", "sweep", "a b.yaml", "--replications", "4");
        assertThat(SavedCommand.known(words)).isEqualTo(words);
        String line = "/opt/borderline/bin/borderline run tightening-2015 --seed 7 --replication 3";
        assertThat(SavedCommand.known(line)).isEqualTo(line);
        String statement = "experiment.simulation(0, 1).run(new RunKey(-7L, 3))";
        assertThat(SavedCommand.known(statement)).isEqualTo(statement);
    }

    @Test
    void othersAndThoseThatNameWhereToWrite_areNot() {
        for (List<String> words : List.of(
                List.of("rm", "-rf", "/"),
                List.of("./borderline", "merge", "a", "--out", "b"),
                List.of("./borderline", "sweep", "a.yaml", "--out", "/home/me"),
                List.of("./borderline", "sweep", "a.yaml", "--out=/home/me"),
                List.of("./borderline", "sweep", "a\u001b[2Kb.yaml"),
                List.of("./borderline", "sweep", "a\u202eb.yaml"),
                List.of("notborderline", "sweep", "a.yaml"),
                List.<String>of())) {
            assertThat(SavedCommand.known(words)).as(words.toString()).isEmpty();
        }
        for (String line : List.of("./borderline run x; rm -rf ~", "./borderline run $(id)", "curl x | sh", "")) {
            assertThat(SavedCommand.known(line)).as(line).isEmpty();
        }
    }
}
