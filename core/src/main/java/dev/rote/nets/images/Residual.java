package dev.rote.nets.images;

import dev.rote.tensor.Tensor;

/**
 * A residual block: {@code a = before(x)}, then {@code main(a)} plus {@code shortcut(a)}, or plus x itself where the shortcut is
 * empty (He et al. 2016).
 */
record Residual(Chain before, Chain main, Chain shortcut) implements Layer {

    @Override
    public Sizes out(Sizes in) {
        return main.out(before.out(in));
    }

    @Override
    public double work(Sizes in) {
        Sizes inside = before.out(in);
        return before.work(in) + main.work(inside) + shortcut.work(inside);
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        Sizes inside = before.out(in);
        Applied first = before.draw(in, weights);
        Applied branch = main.draw(inside, weights);
        Applied bypass = shortcut.draw(inside, weights);
        boolean identity = shortcut.layers().isEmpty();
        return (x, how) -> {
            Tensor a = first.apply(x, how);
            return branch.apply(a, how).add_(identity ? x : bypass.apply(a, how));
        };
    }
}
