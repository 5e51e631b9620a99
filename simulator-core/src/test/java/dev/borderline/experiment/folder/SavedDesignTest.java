package dev.borderline.experiment.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.borderline.experiment.Cube;
import dev.borderline.experiment.Experiment;
import dev.borderline.experiment.design.Design;
import dev.borderline.experiment.design.MorrisLayout;
import dev.borderline.experiment.design.SaltelliLayout;
import dev.borderline.experiment.design.Scrambling;
import dev.borderline.experiment.store.FakeRuns;
import dev.borderline.experiment.store.StoreRefused;
import dev.borderline.experiment.table.ResultFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedDesignTest {
    @TempDir
    private Path folder = Path.of("");

    private Design saved(Design design) throws IOException {
        Experiment grid = FakeRuns.experiment(1);
        ResultFiles.writeDesign(folder, new Experiment(grid.base(), design, grid.arms(), 1, 42, List.of()));
        return SavedDesign.read(folder.resolve(ResultFiles.DESIGN), design.factors(), design.info());
    }

    private void assertComesBack(Design design) throws IOException {
        Design saved = saved(design);
        assertThat(Cube.points(saved)).isEqualTo(Cube.points(design));
        assertThat(saved.info()).isEqualTo(design.info());
        assertThat(saved.roleNames()).isEqualTo(design.roleNames());
        assertThat(IntStream.range(0, saved.size()).mapToObj(saved::roles))
                .containsExactlyElementsOf(IntStream.range(0, design.size())
                        .mapToObj(design::roles)
                        .toList());
    }

    @Test
    void designs_savedAndRead_areTheSame() throws IOException {
        assertComesBack(Design.single());
        assertComesBack(Design.lhs(Cube.factors(3), 20, 42));
        assertComesBack(Design.saltelli(Cube.factors(2), 4, true, Scrambling.seeded(42)));
        assertComesBack(Design.morris(Cube.factors(3), 5, 4, 42));
    }

    @Test
    void layouts_ofSavedDesigns_areTheSame() throws IOException {
        Design saltelli = Design.saltelli(Cube.factors(2), 4, true, Scrambling.seeded(42));
        assertThat(SaltelliLayout.of(saved(saltelli))).isEqualTo(new SaltelliLayout(4, 2, true));
        Design morris = Design.morris(Cube.factors(3), 5, 4, 42);
        MorrisLayout made = MorrisLayout.of(morris);
        MorrisLayout read = MorrisLayout.of(saved(morris));
        for (int point = 0; point < morris.size(); point++) {
            assertThat(read.moved(point)).isEqualTo(made.moved(point));
            assertThat(read.step(point)).isEqualTo(made.step(point));
        }
    }

    @Test
    void columns_ofOtherFactors_areRefused() throws IOException {
        Design design = Design.lhs(Cube.factors(2), 4, 42);
        saved(design);
        assertThatThrownBy(() ->
                        SavedDesign.read(folder.resolve(ResultFiles.DESIGN), List.of("x.x1", "x.x3"), design.info()))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("has other columns than point,x.x1,x.x3");
    }
}
