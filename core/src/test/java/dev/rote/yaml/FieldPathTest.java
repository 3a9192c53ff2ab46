package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {
    private static final JsonNode TREE = Yaml.parse("""
                    optimizer: {kind: adam, weight_decay: 5.0}
                    noise: [{fraction: 0.3}, {fraction: 0.1}]
                    needs: {"a.b": {seed: 1}, 'q"\\': 2, "": 3}
                    validation: null
                    """).tree();

    @Test
    void getsAndSets() {
        assertThat(FieldPath.get(TREE, "")).isSameAs(TREE);
        assertThat(FieldPath.get(TREE, "noise[1].fraction").doubleValue()).isEqualTo(0.1);
        assertThat(FieldPath.get(TREE, "needs[\"a.b\"].seed").intValue()).isEqualTo(1);
        JsonNode before = TREE.deepCopy();
        JsonNode changed = FieldPath.set(TREE, "noise[1].fraction", IntNode.valueOf(7));
        assertThat(FieldPath.get(changed, "noise[1].fraction").intValue()).isEqualTo(7);
        assertThat(FieldPath.get(changed, "noise[0].fraction").doubleValue()).isEqualTo(0.3);
        assertThat(FieldPath.set(TREE, "noise[1]", IntNode.valueOf(7))
                        .at("/noise/1")
                        .intValue())
                .isEqualTo(7);
        assertThat(FieldPath.set(TREE, "", IntNode.valueOf(7))).isEqualTo(IntNode.valueOf(7));
        assertThat(TREE).isEqualTo(before);
    }

    @Test
    void writesPathsThatReadBack() {
        for (String name : new String[] {"a.b", "q\"\\", ""}) {
            String path = FieldPath.key("needs", name);
            assertThat(FieldPath.get(TREE, path)).isEqualTo(TREE.get("needs").get(name));
        }
        assertThat(FieldPath.key("", "a")).isEqualTo("a");
        assertThat(FieldPath.key("a", "b")).isEqualTo("a.b");
        assertThat(FieldPath.key("", "b c")).isEqualTo("[\"b c\"]");
        assertThat(FieldPath.index("a.b", 3)).isEqualTo("a.b[3]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        optimiser.kind         | optimiser.kind: there is no such field; did you mean optimizer? the fields of the recipe are optimizer, noise, needs, validation
        optimizer.wieght_decay | optimizer.wieght_decay: there is no such field; did you mean weight_decay? the fields of optimizer are kind, weight_decay
        noise[2].fraction      | noise[2].fraction: there is no such field; noise is a list of 2, counted from 0
        noise.fraction         | noise.fraction: there is no such field; noise is a list of 2, counted from 0
        optimizer[0]           | optimizer[0]: there is no such field; the fields of optimizer are kind, weight_decay
        optimizer.kind.name    | optimizer.kind.name: there is no such field; optimizer.kind is "adam" and has no fields
        validation.fraction    | validation.fraction: there is no such field; validation is null and has no fields
        .optimizer             | .optimizer: is not a field path; join names by dots and put list positions in brackets, as in noise[0].fraction
        optimizer..kind        | optimizer..kind: is not a field path; join names by dots and put list positions in brackets, as in noise[0].fraction
        noise[0]fraction       | noise[0]fraction: is not a field path; join names by dots and put list positions in brackets, as in noise[0].fraction
        noise[-1]              | noise[-1]: is not a field path; join names by dots and put list positions in brackets, as in noise[0].fraction
        noise[                 | noise[: is not a field path; join names by dots and put list positions in brackets, as in noise[0].fraction
        """)
    void refusesFieldsThatAreNotThere(String path, String message) {
        assertThatThrownBy(() -> FieldPath.get(TREE, path))
                .isInstanceOf(Problem.class)
                .hasMessage(message);
        assertThatThrownBy(() -> FieldPath.set(TREE, path, IntNode.valueOf(1)))
                .isInstanceOf(Problem.class)
                .hasMessage(message);
    }
}
