package dev.rote.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"weightDecay,weight_decay", "lr,lr", "useIPR,use_ipr", "IPROrder,ipr_order", "m2Sharpness,m2_sharpness"
    })
    void spellsComponentsInSnakeCase(String camel, String snake) {
        assertThat(Names.snake(camel)).isEqualTo(snake);
    }

    @Test
    void guessesOnlySlips() {
        List<String> names = List.of("width", "weight_decay", "lr");
        assertThat(Names.closest("wdith", names)).contains("width");
        assertThat(Names.closest("weightDecay", names)).contains("weight_decay");
        assertThat(Names.closest("rl", names)).contains("lr");
        assertThat(Names.closest("depth", names)).isEmpty();
        assertThat(Names.closest("x".repeat(1_000_000), names)).isEmpty();
    }
}
