package dev.rote.nets.images;

import java.util.ArrayList;
import java.util.List;

/** Layers one after another; none at all is the identity. */
record Chain(List<Layer> layers) implements Layer {

    Chain {
        layers = List.copyOf(layers);
    }

    static Chain of(Layer... layers) {
        return new Chain(List.of(layers));
    }

    @Override
    public Sizes out(Sizes in) {
        Sizes sizes = in;
        for (Layer layer : layers) {
            sizes = layer.out(sizes);
        }
        return sizes;
    }

    @Override
    public double work(Sizes in) {
        double sum = 0;
        Sizes sizes = in;
        for (Layer layer : layers) {
            sum += layer.work(sizes);
            sizes = layer.out(sizes);
        }
        return sum;
    }

    @Override
    public Applied draw(Sizes in, Weights weights) {
        List<Applied> steps = new ArrayList<>();
        Sizes sizes = in;
        for (Layer layer : layers) {
            Sizes after = layer.out(sizes); // refuses what is too small before anything is drawn
            steps.add(layer.draw(sizes, weights));
            sizes = after;
        }
        return (x, how) -> {
            var result = x;
            for (Applied step : steps) {
                result = step.apply(result, how);
            }
            return result;
        };
    }
}
