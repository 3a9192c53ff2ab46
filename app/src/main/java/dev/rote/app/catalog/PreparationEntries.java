package dev.rote.app.catalog;

import dev.rote.data.Preparation;
import dev.rote.data.prepare.AveragePool;
import dev.rote.data.prepare.Beside;
import dev.rote.data.prepare.Grey;
import dev.rote.data.prepare.HoldOut;
import dev.rote.data.prepare.KeepClasses;
import dev.rote.data.prepare.Pad;
import dev.rote.data.prepare.Standardize;
import dev.rote.data.prepare.Subsample;
import dev.rote.data.prepare.Take;
import dev.rote.scores.ComplexityPrune;
import java.util.List;

/** What is done to data before they are spoiled. */
final class PreparationEntries {

    private PreparationEntries() {}

    static final List<Entry<?>> ALL = List.of(
            entry(
                    "standardize",
                    new Standardize(),
                    "takes the training examples' mean off all inputs and divides by their deviation",
                    "LeCun et al. 1998, Efficient backprop, section 4.3"),
            entry("pool", new AveragePool(), "makes images smaller by averaging", "LeCun et al. 1998, section II.A"),
            entry("grey", new Grey(), "makes colour images grey", "ITU-R BT.601"),
            entry("pad", new Pad(), "puts a frame of zeros around images", "LeCun et al. 1998, section II.B"),
            entry("take", new Take(), "keeps so many examples of a part", ""),
            entry("hold-out", new HoldOut(), "moves examples into a part of their own", ""),
            entry("classes", new KeepClasses(), "keeps some classes and numbers them anew", "Byrd and Lipton 2019"),
            entry("subsample", new Subsample(), "keeps a share of one class", "Byrd and Lipton 2019"),
            entry("beside", new Beside(), "puts a part of other data beside", ""),
            entry(
                    "complexity-prune",
                    new ComplexityPrune(),
                    "leaves out a share of each class by complexity gap",
                    "Nohyun et al. 2023"));

    private static Entry<Preparation> entry(String name, Preparation prototype, String line, String source) {
        return new Entry<>(Preparation.class, name, prototype, line, source);
    }
}
