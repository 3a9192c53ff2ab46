package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every paper of the catalogue must do: recipes that can be written down, a smoke scale that runs to its report. */
class PapersTest {

    @TempDir
    Path folder;

    static Stream<Arguments> papersAndScales() {
        return Catalog.papers().stream()
                .flatMap(paper -> Stream.of(Scale.values())
                        .map(scale -> Arguments.of(paper.citation().id(), scale)));
    }

    @ParameterizedTest
    @MethodSource("papersAndScales")
    void recipesSayWithCatalogueNamesEverythingAboutARun(String id, Scale scale) {
        Kinds kinds = Catalog.own().kinds();
        Binder binder = new Binder(kinds);
        for (Recipe recipe : Catalog.paper(id).recipes(scale, 2)) {
            assertThat(binder.bind(new Recipe(), binder.toTree(recipe)))
                    .as(recipe.name())
                    .isEqualTo(recipe);
        }
    }

    @Test
    void smokeRunsToAReportThatJudgesEveryClaim() throws IOException {
        for (Paper paper : Catalog.papers()) {
            Path out = folder.resolve(paper.citation().id());
            Call.rote("paper", paper.citation().id(), "--scale", "smoke", "--out", out.toString());
            JsonNode claims = new ObjectMapper()
                    .readTree(Files.readString(out.resolve("claims.json")))
                    .get("claims");
            assertThat(claims.size()).isEqualTo(paper.claims(Scale.SMOKE).size());
            List<String> left = Stream.iterate(0, i -> i < claims.size(), i -> i + 1)
                    .map(claims::get)
                    .filter(claim -> claim.get("verdict").asText().equals("NOT_RUN"))
                    .filter(claim -> !claim.get("note").asText().contains("paper scale"))
                    .map(claim -> claim.get("id").asText())
                    .toList();
            assertThat(left).as("claims without their runs").isEmpty();
            assertThat(out.resolve("report.html")).isNotEmptyFile();
        }
    }
}
