package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisWordsTest {

    private static List<String> words(String axis, String... values) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String value : values) {
            nodes.add(new ObjectMapper().readTree(value));
        }
        AxisWords words = new AxisWords(axis, nodes);
        return nodes.stream().map(words::of).toList();
    }

    @Test
    void plainValuesStandAfterTheirField() throws JsonProcessingException {
        assertThat(words("optimizer.weight_decay", "5", "0.5")).containsExactly("weight_decay 5", "weight_decay 0.5");
        assertThat(words("net.hidden", "[128, 64]", "[]")).containsExactly("hidden 128, 64", "hidden none");
    }

    @Test
    void kindsStandWithTheirStrength() throws JsonProcessingException {
        assertThat(words(
                        "noise",
                        "[{\"kind\": \"symmetric\", \"fraction\": 0.5, \"inclusive\": false}]",
                        "[{\"kind\": \"pair\", \"fraction\": 0.4}]",
                        "[{\"kind\": \"pair\", \"fraction\": 0.4}, {\"kind\": \"open\"}]",
                        "[]"))
                .containsExactly("symmetric 0.5", "pair 0.4", "pair 0.4 + open", "noise none");
    }

    @Test
    void valuesThatWouldReadAlikeSayHowTheyDiffer() throws JsonProcessingException {
        assertThat(words(
                        "net",
                        "{\"kind\": \"mlp\", \"hidden\": [128], \"bias\": true}",
                        "{\"kind\": \"mlp\", \"hidden\": [64, 64], \"bias\": true}"))
                .containsExactly("mlp, hidden 128", "mlp, hidden 64, 64");
        assertThat(words(
                        "noise",
                        "[{\"kind\": \"symmetric\", \"fraction\": 0.5, \"inclusive\": false}]",
                        "[{\"kind\": \"symmetric\", \"fraction\": 0.5, \"inclusive\": true}]"))
                .containsExactly("symmetric, inclusive false", "symmetric, inclusive true");
    }
}
