package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.files.Table;
import dev.rote.runs.Recipe;
import dev.rote.runs.RunResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

    @Test
    void readsTheScoresOfARun() {
        Table table = new Table(
                List.of("id", "score", "value"),
                List.of(List.of("3", "a", "0.5"), List.of("8", "a", "NaN"), List.of("1", "b.test", "-2")));
        ScoreTable scores = ScoreTable.of(new RunResult(new Recipe(), Map.of(), Map.of("scores", table)));
        assertThat(scores.of("a")).containsExactly(0.5, Double.NaN);
        assertThat(scores.of("b.test")).containsExactly(-2);
        assertThatThrownBy(() -> scores.of("c")).hasMessage("the run has no score 'c', only [a, b.test]");
    }
}
