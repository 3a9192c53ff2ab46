package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.claims.Axis;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Lines;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FigureJsonTest {

    @Test
    void notANumberIsNull() throws JsonProcessingException {
        HeatMap map = HeatMap.of(
                "map", "t", "", "x", "y", List.of("a", "b"), List.of("r"), new double[][] {{Double.NaN, 0.5}}, "v");
        JsonNode node = new ObjectMapper().readTree(FigureJson.of(map));
        assertThat(node.at("/kind").asText()).isEqualTo("HeatMap");
        assertThat(node.at("/cells/0/0").isNull()).isTrue();
        assertThat(node.at("/cells/0/1").doubleValue()).isEqualTo(0.5);
    }

    @Property(tries = 300)
    void anyTextComesBackAndCannotLeaveItsElement(@ForAll String name) throws JsonProcessingException {
        String text = "x" + name;
        Lines lines = Lines.of("f", text, text, Axis.linear(text), Axis.log(text), List.of());
        String json = FigureJson.of(lines);
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(new ObjectMapper().readTree(json).at("/title").asText()).isEqualTo(text);
    }

    @Property(tries = 300)
    void anyFiniteNumberComesBackExactly(@ForAll double value) throws JsonProcessingException {
        Lines lines = Lines.of(
                "f",
                "t",
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                List.of(Lines.Series.of("s", new double[] {0}, new double[] {value})));
        JsonNode y = new ObjectMapper().readTree(FigureJson.of(lines)).at("/series/0/y/0");
        assertThat(y.doubleValue()).isEqualTo(value + 0.0);
    }
}
