package dev.rote.methods;

import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Gradient;
import dev.rote.train.Method;
import dev.rote.train.Require;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.List;

/**
 * Robust early-learning, CDR (Xia et al. 2021, equations 3 to 5): in each step only the critical weights follow the gradient, {@code g <-
 * (1 - tau) m g}, where m is 1 on the share 1 - tau of the weights with the largest {@code |g w|}, and 0 on the others.
 *
 * <p>The share is of all weight tensors of two or four dimensions together; the gradients of other tensors (biases, batch norm) are
 * left alone, as in the authors' code. Equals at the limit all count as critical. The others move by the optimizer's weight decay
 * alone, which is part of the method: without it the effect is small. tau = 0 is plain training. The paper also stops early, on a
 * noisy validation part: add {@code early-stopping}. Adam hides the factor 1 - tau; use sgd.
 *
 * @param rate tau, the share of wrong labels, in [0, 1)
 */
public record RobustEarlyLearning(double rate) implements Method {

    /** For two wrong labels in ten. */
    public RobustEarlyLearning() {
        this(0.2);
    }

    public RobustEarlyLearning {
        Require.below1("rate", rate);
    }

    @Override
    public Update update(Update inner, Training training) {
        return (model, gradient) -> inner.step(model, new Critical(rate, weights(model), gradient));
    }

    private static List<Tensor> weights(Model model) {
        return model.parameters().values().stream()
                .filter(weight -> weight.dim() == 2 || weight.dim() == 4)
                .toList();
    }

    /** The gradient on the critical weights. */
    private record Critical(double rate, List<Tensor> weights, Gradient plain) implements Gradient {

        @Override
        public double compute() {
            double loss = plain.compute();
            if (!Double.isNaN(loss) && !weights.isEmpty()) {
                try (Scope scope = Scope.open();
                        Autograd.Guard guard = Autograd.noGrad()) {
                    cut();
                }
            }
            return loss;
        }

        private void cut() {
            List<Tensor> scores =
                    weights.stream().map(w -> w.grad().mul(w).abs()).toList();
            Tensor all = Tensor.cat(scores.stream().map(s -> s.reshape(-1)).toList(), 0);
            long critical = Math.max(1, (long) ((1 - rate) * all.numel()));
            Tensor limit = all.kthvalue(all.numel() - critical + 1);
            for (int i = 0; i < scores.size(); i++) {
                Tensor grad = weights.get(i).grad();
                Tensor kept = grad.mul(1 - rate);
                grad.copy_(grad.zerosLike().where(scores.get(i).lt(limit), kept));
            }
        }

        @Override
        public Gradient shard(int index, int count) {
            return new Critical(rate, weights, plain.shard(index, count));
        }

        @Override
        public int rows() {
            return plain.rows();
        }
    }
}
