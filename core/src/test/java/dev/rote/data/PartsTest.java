package dev.rote.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.Seeds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Parts parts = new ModularArithmetic(3, Operation.ADD, 0.5).open(new Seeds(1));

    @Test
    void aMissingPartIsNamedWithThoseThatExist() {
        assertThatThrownBy(() -> parts.get("clean"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no data part 'clean', only [train, test]");
    }

    @Test
    void withPutsInOrReplacesAndLeavesTheOriginal() {
        Parts more = parts.with("clean", parts.get("train")).with("test", parts.get("train"));
        assertThat(more.byName().keySet()).containsExactly("train", "test", "clean");
        assertThat(more.get("test")).isSameAs(parts.get("train"));
        assertThat(parts.byName().keySet()).containsExactly("train", "test");
    }

    @Test
    void theMapIsACopyThatCannotBeChanged() {
        Map<String, Dataset> map = new LinkedHashMap<>(parts.byName());
        Parts copy = new Parts(parts.source(), map);
        map.clear();
        assertThat(copy.byName()).hasSize(2);
        assertThatThrownBy(() -> copy.byName().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
