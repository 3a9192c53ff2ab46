package dev.rote.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void aScopeFreesAllButTheKept() {
        long before = Tensor.live();
        Tensor kept;
        try (Scope scope = Scope.open()) {
            Tensor a = Place.FLOAT32.of(new float[] {1, 2, 3, 4}, 2, 2);
            kept = scope.keep(a.mm(a).add_(1).mul_(2));
        }
        assertThat(Tensor.live()).isEqualTo(before + 1);
        assertThat(kept.toFloats()).containsExactly(16, 22, 32, 46);
        kept.close();
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void keepHandsToTheEnclosingScope() {
        long before = Tensor.live();
        try (Scope outer = Scope.open()) {
            Tensor kept;
            try (Scope inner = Scope.open()) {
                kept = inner.keep(Place.FLOAT32.zeros(3));
            }
            assertThat(kept.toFloats()).containsExactly(0, 0, 0);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void scopesCloseInReverseOrder() {
        Scope outer = Scope.open();
        Scope inner = Scope.open();
        assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class);
        inner.close();
        outer.close();
    }

    @Test
    void inPlaceAndOutFormsReturnTheReceiver() {
        try (Scope scope = Scope.open()) {
            Tensor a = Place.FLOAT64.of(new double[] {1, 2, 3, 4}, 2, 2);
            Tensor out = Place.FLOAT64.empty(2, 2);
            assertThat(out.mmOut(a, a)).isSameAs(out);
            assertThat(out.toDoubles()).containsExactly(7, 10, 15, 22);
            assertThat(out.add_(a).mul_(a).sqrt_().zero_().toDoubles()).containsOnly(0);
            assertThat(out.addmm_(a, a).addcmul_(a, a, 2).toDoubles()).containsExactly(9, 18, 33, 54);
            Tensor index = Place.FLOAT64.indices(new long[] {1, 1}, 2);
            assertThat(out.indexSelectOut(a, 0, index).toDoubles()).containsExactly(3, 4, 3, 4);
            assertThat(out.indexAdd_(0, index, a).toDoubles()).containsExactly(3, 4, 7, 10);
        }
    }

    @Test
    void gradientsOfGradients() {
        try (Scope scope = Scope.open()) {
            Tensor x = Place.FLOAT64.of(new double[] {2}, 1).requiresGrad(true);
            Tensor first = Autograd.gradients(x.pow(3).sum(), List.of(x), true).get(0);
            assertThat(first.item()).isCloseTo(12, within(1e-12));
            assertThat(Autograd.gradients(first.sum(), List.of(x), false).get(0).item())
                    .isCloseTo(12, within(1e-12));
        }
    }

    @Test
    void productsWithAJacobianCanBeTakenAgain() {
        try (Scope scope = Scope.open()) {
            Tensor x = Place.FLOAT64.of(new double[] {2, 3}, 2).requiresGrad(true);
            Tensor unused = Place.FLOAT64.zeros(1).requiresGrad(true);
            Tensor constant = Place.FLOAT64.of(new double[] {5}, 1);
            List<Tensor> outputs = List.of(x.square(), x.mul(10), constant);
            for (double factor : new double[] {1, 2}) {
                List<Tensor> along = List.of(
                        Place.FLOAT64.of(new double[] {factor, -1}, 2),
                        Place.FLOAT64.of(new double[] {0, 1}, 2),
                        constant);
                List<Tensor> products = Autograd.products(outputs, along, List.of(x, unused));
                assertThat(products.get(0).toDoubles()).containsExactly(4 * factor, -6 + 10);
                assertThat(products.get(1).toDoubles()).containsExactly(0);
            }
            assertThat(Autograd.products(List.of(constant), List.of(constant), List.of(x))
                            .get(0)
                            .toDoubles())
                    .containsExactly(0, 0);
        }
    }

    @Test
    void backwardOverwritesTheGradientBuffers() {
        long before = Tensor.live();
        try (Scope scope = Scope.open()) {
            Tensor w = Place.FLOAT32.of(new float[] {1, -2}, 2).requiresGrad(true);
            Tensor unused = Place.FLOAT32.zeros(2).requiresGrad(true);
            for (int i = 0; i < 2; i++) {
                Autograd.backward(w.square().sum(), List.of(w, unused));
            }
            assertThat(w.grad().toFloats()).containsExactly(2, -4);
            assertThat(unused.grad().toFloats()).containsExactly(0, 0);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void noGradEndsWithItsBlock() {
        try (Scope scope = Scope.open()) {
            Tensor w = Place.FLOAT32.zeros(2).requiresGrad(true);
            try (Autograd.Guard guard = Autograd.noGrad()) {
                assertThat(w.square().requiresGrad()).isFalse();
                try (Autograd.Guard inner = Autograd.enableGrad()) {
                    assertThat(w.square().requiresGrad()).isTrue();
                }
            }
            assertThat(w.square().requiresGrad()).isTrue();
        }
    }

    @Test
    void workersGiveTheSameSumWhateverTheirNumber() {
        double[] sums = new double[3];
        for (int count = 1; count <= 3; count++) {
            double[] parts = new double[17];
            try (Workers workers = new Workers(count)) {
                workers.forEach(
                        17,
                        i -> parts[i] = Place.FLOAT32
                                .of(new Seeds(5).of(i).gaussians(100, 1), 10, 10)
                                .square()
                                .sum()
                                .item());
            }
            for (double part : parts) {
                sums[count - 1] += part;
            }
        }
        assertThat(sums[1]).isEqualTo(sums[0]);
        assertThat(sums[2]).isEqualTo(sums[0]);
    }

    @Test
    void aFailingPieceIsReportedAndNothingLeaks() {
        long before = Tensor.live();
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.forEach(4, i -> {
                        Place.FLOAT32.zeros(2, 3).mm(Place.FLOAT32.zeros(2, 3));
                    }))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("2x3");
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void nothingAtAllGoesInAndOut() {
        try (Scope scope = Scope.open()) {
            assertThat(Place.FLOAT32.of(new float[0], 0).toFloats()).isEmpty();
            assertThat(Place.FLOAT32.of(new double[0], 0, 3).toDoubles()).isEmpty();
            Tensor none = Place.FLOAT32.indices(new long[0], 0);
            assertThat(none.toLongs()).isEmpty();
            assertThat(Place.FLOAT32.zeros(4, 2).indexSelect(0, none).shape()).containsExactly(0, 2);
        }
    }

    /** What follows a convolution is much slower row by row; bytes() refuses memory that is not in the order asked for. */
    @Test
    void channelsStayNextToEachOtherThroughAConvolutionOfGreyPicturesToo() {
        for (int channels : new int[] {1, 3}) {
            long before = Tensor.live();
            try (Scope scope = Scope.open()) {
                Seeds seeds = new Seeds(5);
                Tensor x = Place.FLOAT32.of(seeds.of("x").gaussians(2 * channels * 25, 1), 2, channels, 5, 5);
                Tensor weight = Place.FLOAT32.of(seeds.of("w").gaussians(4 * channels * 9, 1), 4, channels, 3, 3);
                Tensor last = x.channelsLast().conv2d(weight, null, 1, 1);
                assertThat(last.permute(0, 2, 3, 1).bytes().capacity()).isEqualTo(4 * 2 * 4 * 25);
                assertThat(x.channelsLast().toFloats()).isEqualTo(x.toFloats());
                assertThat(last.toFloats())
                        .containsExactly(x.conv2d(weight, null, 1, 1).toFloats(), within(1e-4f));
            }
            assertThat(Tensor.live()).isEqualTo(before);
        }
    }
}
