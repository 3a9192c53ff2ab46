package dev.rote.confident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.confident.Cases.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every set. */
class LabelIssuesPropertyTest {

    @Provide
    Arbitrary<Case> cases() {
        return Cases.all();
    }

    @Provide
    Arbitrary<Options> options() {
        return Cases.options();
    }

    @Property
    void the_joint_is_a_distribution(@ForAll("cases") Case set) {
        ConfidentJoint joint = set.find(new Options()).joint();
        double[][] q = joint.joint();
        assertThat(Arrays.stream(q).flatMapToDouble(Arrays::stream).sum()).isCloseTo(1, within(1e-12));
        long[][] calibrated = joint.calibrated();
        for (int i = 0; i < q.length; i++) {
            assertThat(Latent.sum(calibrated[i])).isEqualTo(joint.labelCounts()[i]);
            assertThat(joint.raw()[i][i]).isPositive();
        }
        assertThat(joint.noiseRate()).isBetween(0.0, 1.0);
        assertThat(joint.noiseRate()).isCloseTo((double) joint.offDiagonalCalibrated() / joint.size(), within(1e-12));
        assertThat(Arrays.stream(joint.truePriors()).sum()).isCloseTo(1, within(1e-12));
        for (double[][] matrix : List.of(joint.noiseMatrix(), joint.inverseNoiseMatrix())) {
            for (int j = 0; j < q.length; j++) {
                int column = j;
                double sum =
                        Arrays.stream(matrix).mapToDouble(row -> row[column]).sum();
                assertThat(Math.min(Math.abs(sum - 1), sum)).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Property
    void filters_keep_to_their_rules(@ForAll("cases") Case set, @ForAll("options") Options options) {
        LabelIssues issues = set.find(options);
        boolean[] byClass = issues.flags(Filter.PRUNE_BY_CLASS);
        boolean[] byPair = issues.flags(Filter.PRUNE_BY_NOISE_RATE);
        boolean[] both = issues.flags(Filter.BOTH);
        boolean[] predicted = issues.flags(Filter.PREDICTED_NEQ_GIVEN);
        boolean[] confident = issues.flags(Filter.CONFIDENT_LEARNING);
        for (int i = 0; i < issues.size(); i++) {
            assertThat(both[i]).isEqualTo(byClass[i] && byPair[i]);
            assertThat(predicted[i] || !(byClass[i] || byPair[i] || confident[i]))
                    .isTrue();
        }
        assertThat(count(confident)).isEqualTo(issues.joint().offDiagonal());
        assertThat(count(issues.flags(Filter.LOW_SELF_CONFIDENCE)))
                .isEqualTo(issues.joint().offDiagonal());
        assertThat(count(issues.flags(Filter.LOW_NORMALIZED_MARGIN)))
                .isEqualTo(issues.joint().offDiagonal());
        assertThat(issues.flags()).isEqualTo(issues.flags(options.filter()));
    }

    private static long count(boolean[] flags) {
        return IntStream.range(0, flags.length).filter(i -> flags[i]).count();
    }

    @Property
    void no_noise_to_take_flags_nothing_and_more_flags_more(@ForAll("cases") Case set) {
        for (Filter filter : List.of(Filter.PRUNE_BY_CLASS, Filter.PRUNE_BY_NOISE_RATE, Filter.BOTH)) {
            boolean[] none =
                    set.find(new Options(filter, Quality.SELF_CONFIDENCE, 0, 0)).flags();
            boolean[] half = set.find(new Options(filter, Quality.SELF_CONFIDENCE, 0.5, 0))
                    .flags();
            boolean[] all =
                    set.find(new Options(filter, Quality.SELF_CONFIDENCE, 1, 0)).flags();
            for (int i = 0; i < all.length; i++) {
                assertThat(none[i]).isFalse();
                assertThat(all[i] || !half[i]).isTrue();
            }
        }
    }

    @Property
    void ranks_are_sorted_and_stable(@ForAll("cases") Case set, @ForAll("options") Options options) {
        LabelIssues issues = set.find(options);
        double[] scores = issues.scores(options.rankBy());
        for (int[] order : List.of(issues.ranked(), issues.worst(options.rankBy()))) {
            for (int i = 1; i < order.length; i++) {
                assertThat(Shortlist.before(scores[order[i - 1]], order[i - 1], scores[order[i]], order[i]))
                        .isTrue();
            }
        }
        assertThat(Arrays.stream(issues.ranked()).sorted().toArray()).isEqualTo(issues.indices());
        assertThat(issues.worst(options.rankBy())).hasSize(issues.size());
        for (Quality quality : Quality.values()) {
            assertThat(Arrays.stream(issues.scores(quality)).allMatch(score -> score >= -1e-9 && score <= 1 + 1e-9))
                    .isTrue();
        }
    }

    @Property
    void another_order_of_examples_changes_the_order_of_answers_only(
            @ForAll("cases") Case set, @ForAll("options") Options options, @ForAll long seed) {
        List<Integer> places = new ArrayList<>(set.places());
        Collections.shuffle(places, new Random(seed));
        LabelIssues before = set.find(options);
        LabelIssues after = set.at(places).find(options);
        assertThat(after.joint().thresholds()).isEqualTo(before.joint().thresholds());
        assertThat(after.joint().raw()).isDeepEqualTo(before.joint().raw());
        assertThat(after.joint().calibrated()).isDeepEqualTo(before.joint().calibrated());
        for (Quality quality : Quality.values()) {
            double[] moved = before.scores(quality);
            assertThat(after.scores(quality))
                    .isEqualTo(places.stream().mapToDouble(i -> moved[i]).toArray());
        }
        for (Filter filter : List.of(Filter.CONFIDENT_LEARNING, Filter.PREDICTED_NEQ_GIVEN)) {
            boolean[] first = before.flags(filter);
            boolean[] then = after.flags(filter);
            for (int i = 0; i < then.length; i++) {
                assertThat(then[i]).isEqualTo(first[places.get(i)]);
            }
        }
        // Which of tied examples are flagged may change, not their scores where a class is judged by one score.
        assertThat(flaggedScores(after, set.at(places).labels())).isEqualTo(flaggedScores(before, set.labels()));
    }

    private static List<String> flaggedScores(LabelIssues issues, int[] labels) {
        double[] scores = issues.scores(Quality.SELF_CONFIDENCE);
        boolean[] flags = issues.flags(Filter.LOW_SELF_CONFIDENCE);
        return IntStream.range(0, labels.length)
                .filter(i -> flags[i])
                .mapToObj(i -> Double.toString(scores[i]))
                .sorted()
                .toList();
    }

    @Property
    void parts_merged_are_the_whole(@ForAll("cases") Case set, @ForAll("options") Options options, @ForAll long seed) {
        Random random = new Random(seed);
        int[] part = IntStream.range(0, set.labels().length)
                .map(i -> random.nextInt(4))
                .toArray();
        LabelIssues whole = set.find(options);

        int classes = set.probs()[0].length;
        ClassConfidence confidence = new ClassConfidence(classes);
        for (int each = 0; each < 4; each++) {
            ClassConfidence local = new ClassConfidence(classes);
            for (int i : rows(part, each)) {
                local.add(set.labels()[i], set.probs()[i]);
            }
            confidence = ClassConfidence.of(local.toBytes()).combine(confidence);
        }
        double[] thresholds = confidence.thresholds();
        assertThat(thresholds).isEqualTo(whole.joint().thresholds());

        ConfidentCounts counts = new ConfidentCounts(thresholds);
        for (int each = 0; each < 4; each++) {
            ConfidentCounts local = new ConfidentCounts(thresholds);
            for (int i : rows(part, each)) {
                local.add(set.labels()[i], set.probs()[i]);
            }
            counts = ConfidentCounts.of(local.toBytes()).combine(counts);
        }
        ConfidentJoint joint = counts.joint();
        assertThat(joint.raw()).isDeepEqualTo(whole.joint().raw());
        assertThat(joint.calibrated()).isDeepEqualTo(whole.joint().calibrated());
        assertThat(joint.offDiagonal()).isEqualTo(whole.joint().offDiagonal());

        Candidates candidates = new Candidates(joint, options);
        for (int each = 0; each < 4; each++) {
            Candidates local = new Candidates(joint, options);
            for (int i : rows(part, each)) {
                local.add(i, set.labels()[i], set.probs()[i]);
            }
            candidates = Candidates.of(joint, options, local.toBytes()).combine(candidates);
        }
        Cuts cuts = Cuts.of(candidates.cuts().toBytes());
        boolean[] flags = whole.flags();
        double[] scores = whole.scores(options.rankBy());
        for (int i = 0; i < flags.length; i++) {
            assertThat(cuts.flags(i, set.labels()[i], set.probs()[i])).isEqualTo(flags[i]);
            assertThat(options.rankBy().score(set.labels()[i], set.probs()[i], thresholds))
                    .isEqualTo(scores[i]);
        }
    }

    private static int[] rows(int[] part, int wanted) {
        return IntStream.range(0, part.length).filter(i -> part[i] == wanted).toArray();
    }

    @Property
    void a_shortlist_keeps_the_lowest(@ForAll("cases") Case set, @ForAll long seed) {
        double[] values = set.find(new Options()).scores(Quality.SELF_CONFIDENCE);
        List<Integer> places = new ArrayList<>(set.places());
        Collections.shuffle(places, new Random(seed));
        int[] order = Ranking.ascending(values);
        for (int capacity = 0; capacity <= order.length + 1; capacity++) {
            Shortlist list = new Shortlist(capacity);
            places.forEach(i -> list.offer(values[i], i));
            int kept = Math.min(capacity, order.length);
            assertThat(list.size()).isEqualTo(kept);
            assertThat(list.lastId()).isEqualTo(kept == 0 ? -1 : order[kept - 1]);
        }
    }
}
