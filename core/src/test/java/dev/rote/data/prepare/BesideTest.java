package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.GaussianClouds;
import dev.rote.data.Parts;
import dev.rote.tensor.Seeds;
import org.junit.jupiter.api.Test;

class BesideTest {

    private static final Parts POINTS = new GaussianClouds(20, 3).open(new Seeds(1));

    @Test
    void putsThePartBesideAndLeavesTheOthers() {
        Parts after = new Beside(new GaussianClouds(7, 1), "train", "strange").apply(POINTS, new Seeds(2));
        assertThat(after.byName()).containsOnlyKeys("train", "test", "strange");
        assertThat(after.get("train")).isSameAs(POINTS.get("train"));
        assertThat(after.get("strange").ids()).hasSize(7);
        assertThat(after.source()).isEqualTo(POINTS.source());
    }

    @Test
    void refusesTakenNamesMissingPartsAndOtherShapes() {
        GaussianClouds clouds = new GaussianClouds();
        assertThatThrownBy(() -> new Beside(clouds, "test", "test").apply(POINTS, new Seeds(2)))
                .hasMessage("as must be a new name, was 'test'");
        assertThatThrownBy(() -> new Beside(clouds, "clean", "other").apply(POINTS, new Seeds(2)))
                .hasMessage("there is no data part 'clean', only [train, test]");
        assertThatThrownBy(() -> new Beside().apply(Album.usual().parts(), new Seeds(2)))
                .hasMessageStartingWith("data must have inputs like those of train, ");
    }
}
