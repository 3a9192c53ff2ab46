package label.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The service names the label that is wrong, and only that. */
class LabelServiceTest {

    private final LabelService service = new LabelService();

    @Test
    void the_wrong_label_is_named_with_the_better_one() {
        int[] labels = new int[40];
        double[][] probs = new double[40][];
        for (int i = 0; i < 40; i++) {
            labels[i] = i % 2;
            probs[i] = i % 2 == 0 ? new double[] {0.9, 0.1} : new double[] {0.2, 0.8};
        }
        labels[6] = 1;
        LabelService.Answer answer = service.audit(labels, probs, 10);
        assertThat(answer.doubts()).hasSize(1);
        assertThat(answer.doubts().get(0).row()).isEqualTo(6);
        assertThat(answer.doubts().get(0).given()).isEqualTo(1);
        assertThat(answer.doubts().get(0).suggested()).isEqualTo(0);
        assertThat(answer.noiseRate()).isEqualTo(1 - 39 / 40.0);
    }

    @Test
    void a_bad_request_is_told_its_row() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> service.audit(new int[] {0}, new double[][] {{0.5, 0.4}}, 10))
                .withMessageStartingWith("row 0: probabilities sum to 0.9, must sum to 1");
    }
}
