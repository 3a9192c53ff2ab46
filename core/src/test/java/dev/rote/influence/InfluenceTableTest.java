package dev.rote.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Parts;
import dev.rote.measures.Measure;
import dev.rote.measures.MeasureContract;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

class InfluenceTableTest implements MeasureContract {

    private static final InfluenceTable TABLE =
            new InfluenceTable("train", 20, 100, List.of(1, 3), Krylov.Order.ABSOLUTE);

    @Override
    public Measure measure() {
        return TABLE;
    }

    @Override
    public Measure again() {
        return new InfluenceTable("train", 20, 100, List.of(1, 3), Krylov.Order.ABSOLUTE);
    }

    @Override
    public List<String> refuses() {
        return List.of();
    }

    @Test
    void writesWhatTheClassesOfThisPackageSay() {
        Parts parts = MeasureContract.parts();
        try (Scope scope = Scope.open()) {
            Model model = MeasureContract.model(
                    new Mlp(List.of(8), dev.rote.nets.Activation.GELU, true, 0, false), parts, Place.FLOAT64);
            Answer answer = MeasureContract.take(TABLE, model, parts, 2);
            List<List<Object>> rows = answer.tables().get("influence");
            assertThat(rows.get(0))
                    .containsExactly(
                            "step",
                            "id",
                            "wrong",
                            "loss",
                            "gradient",
                            "arnoldi-1",
                            "unweighted-1",
                            "random-1",
                            "arnoldi-3",
                            "unweighted-3",
                            "random-3");
            SymmetricNoise known = new SymmetricNoise(0.3, true); // as the contract spoils them
            long wrong =
                    rows.stream().skip(1).filter(row -> row.get(2).equals(1.0)).count();
            assertThat(wrong)
                    .isEqualTo(Math.round(known.corrupt(
                                            new dev.rote.data.ModularArithmetic(17, dev.rote.data.Operation.ADD, 0.7)
                                                    .open(new Seeds(3))
                                                    .get("train"),
                                            new Seeds(4))
                                    .wrongRate()
                            * (rows.size() - 1)));
            double first = (double) answer.tables().get("eigenvalues").get(1).get(2);
            for (List<Object> row : rows.subList(1, rows.size())) {
                assertThat((double) row.get(5)).isCloseTo((double) row.get(6) / first, within(1e-12));
                // A direction among others is shorter than the whole gradient.
                assertThat((double) row.get(9)).isBetween((double) row.get(6), (double) row.get(4));
            }
            assertThat(answer.value()).isBetween(0.0, 0.1);
        }
    }

    @Test
    void refusesNumbersThatDoNotAscend() {
        for (List<Integer> bad : List.of(List.<Integer>of(), List.of(0), List.of(3, 3))) {
            assertThatThrownBy(() -> new InfluenceTable("train", 20, 100, bad, Krylov.Order.SIGNED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("was " + bad);
        }
    }
}
