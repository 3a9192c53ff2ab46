package dev.rote.papers.layerwisereinit;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Alabdulmohsin, Maennel and Keysers (2021): drawing layers anew in the course of training, from the bottom up. */
public final class LayerwiseReinitPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "layerwise-reinit",
                "The impact of reinitialization on generalization in convolutional neural networks",
                "Ibrahim Alabdulmohsin, Hartmut Maennel and Daniel Keysers",
                "preprint",
                2021,
                "2109.00267");
    }

    @Override
    public String question() {
        return "Does a net that forgets its upper layers again and again, and learns them anew on top of what is below,"
                + " understand more of a small data set than one that trains as long in one go?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.concat(AccuracyClaims.claims().stream(), MinimumClaims.claims().stream())
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                new Report.Sentence(
                        "Reinitialising part of a convolutional net during training has been found to help generalisation;"
                                + " several ways are compared on a dozen data sets of images.",
                        List.of("L1", "L1b", "L5")),
                new Report.Sentence(
                        "A new layerwise way, which draws anew from the bottom up with rescaling and normalisation, does better"
                                + " than the others.",
                        List.of("L1", "L1b", "L5", "L5b")),
                new Report.Sentence(
                        "It raises the margins on the training examples without raising the norm of the weights.",
                        List.of("L3")),
                new Report.Sentence("It finds flatter minima.", List.of("L4")),
                new Report.Sentence(
                        "It puts the weight on the lower layers and makes nets learn less by heart.", List.of("L5c")),
                new Report.Sentence("The gain is largest where there are few examples.", List.of("L2")));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
