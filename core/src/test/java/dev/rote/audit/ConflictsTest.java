package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    @Test
    void groupsOfDifferentLabelsAreKeptWhole() {
        int[] same = {0, 2};
        int[] different = {1, 3, 4};
        int[] labels = {1, 0, 1, 0, 2};
        assertThat(Conflicts.of(List.of(same, different), labels)).containsExactly(different);
        assertThat(Conflicts.of(List.of(), labels)).isEmpty();
    }
}
