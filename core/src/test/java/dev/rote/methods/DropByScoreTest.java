package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.KnowsTruth;
import dev.rote.losses.CrossEntropy;
import dev.rote.methods.DropByScore.End;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DropByScoreTest implements MethodContract {

    @Override
    public Method method() {
        return new DropByScore(0.3, End.RANDOM, "scored", "made");
    }

    @Override
    public Method nothing() {
        return new DropByScore(0, End.RANDOM, "scored", "made");
    }

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        for (double share : new double[] {-0.1, 1, Double.NaN}) {
            refusals.put(
                    "share must be in [0, 1), was " + share,
                    () -> new DropByScore(share, End.LOWEST, "scored", "made"));
        }
        return refusals;
    }

    /** The examples that were trained on. */
    private static TreeSet<Long> trainedOn(DropByScore drop, Map<Long, Double> scores) {
        TreeSet<Long> seen = new TreeSet<>();
        Loss entropy = new CrossEntropy();
        PictureTraining.plain()
                .scores(scores)
                .loss(pass -> {
                    Arrays.stream(pass.batch().ids()).forEach(seen::add);
                    return entropy.perExample(pass);
                })
                .with(drop)
                .run();
        return seen;
    }

    @Test
    void theExamplesAtTheEndAreNeverTrainedOn() {
        long[] ids = PictureTraining.data().get("train").ids();
        Map<Long, Double> scores = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            scores.put(ids[i], (double) (i * 37 % 60));
        }
        for (End end : new End[] {End.LOWEST, End.HIGHEST}) {
            TreeSet<Long> kept = trainedOn(new DropByScore(0.2, end, "scored", "made"), scores);
            assertThat(kept).hasSize(48).allMatch(id -> end == End.LOWEST ? scores.get(id) >= 12 : scores.get(id) < 48);
        }
        TreeSet<Long> chance = trainedOn(new DropByScore(0.2, End.RANDOM, "scored", "made"), Map.of());
        assertThat(chance).hasSize(48);
        assertThat(chance.stream().mapToDouble(scores::get).average().orElseThrow())
                .isBetween(25.0, 34.0);
    }

    @Test
    void ofEqualScoresTheLowerIdGoesFirstAndNotANumberStays() {
        long[] ids = PictureTraining.data().get("train").ids();
        Map<Long, Double> scores = new HashMap<>();
        for (long id : ids) {
            scores.put(id, 1.0);
        }
        scores.put(ids[0], Double.NaN);
        for (End end : new End[] {End.LOWEST, End.HIGHEST}) {
            TreeSet<Long> kept = trainedOn(new DropByScore(0.05, end, "scored", "made"), scores);
            assertThat(kept).hasSize(57).contains(ids[0], ids[4]).doesNotContain(ids[1], ids[2], ids[3]);
        }
    }

    @Test
    void tellsHowManyOfTheDroppedHadWrongLabels() {
        KnowsTruth truth = KnowsTruth.of(PictureTraining.data().get("train")).orElseThrow();
        Map<Long, Double> scores = new HashMap<>();
        for (long id : PictureTraining.data().get("train").ids()) {
            scores.put(id, truth.isWrong(id) ? 1.0 : 0.0);
        }
        long wrong = scores.values().stream().filter(score -> score == 1).count();
        double share = wrong / 60.0;
        PictureTraining training = PictureTraining.plain().scores(scores);
        assertThat(training.with(new DropByScore(share, End.HIGHEST, "scored", "made"))
                        .readings()
                        .get("drop-by-score.wrong"))
                .containsExactly(1.0);
        assertThat(training.with(new DropByScore(share / 2, End.LOWEST, "scored", "made"))
                        .readings()
                        .get("drop-by-score.wrong"))
                .containsExactly(0.0);
    }

    @Test
    void everyTrainingExampleNeedsAScore() {
        long first = PictureTraining.data().get("train").ids()[0];
        assertThatThrownBy(() -> trainedOn(new DropByScore(0.2, End.LOWEST, "scored", "made"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "score made of run 'scored' must be of each training example, has none of example " + first);
        assertThatThrownBy(() -> TinyTraining.plain().with(new DropByScore()).run())
                .hasMessage("there is no finished run 'scored'; name it under needs");
    }
}
