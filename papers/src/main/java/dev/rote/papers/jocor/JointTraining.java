package dev.rote.papers.jocor;

import static dev.rote.claims.Report.Sentence.sentence;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.papers.Protocol;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Wei, Feng, Chen and An (2020): two nets that must agree tell right labels from wrong ones. */
public final class JointTraining implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "jocor",
                "Combating Noisy Labels by Agreement: A Joint Training Method with Co-Regularization",
                "Hongxin Wei, Lei Feng, Xiangyu Chen and Bo An",
                "CVPR",
                2020,
                "2003.02752");
    }

    @Override
    public String question() {
        return "Two nets that watch each other can tell which labels are wrong. Should they learn from what they disagree on, or"
                + " should they be made to agree?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public int seeds(Scale scale) {
        return scale == Scale.DESK ? 3 : 1;
    }

    @Override
    public List<Claim> claims(Scale scale) {
        Stream<Claim> decided = Stream.of(TableClaims.claims(scale), SelectionClaims.claims())
                .flatMap(List::stream)
                .map(claim -> scale == Scale.PAPER
                        ? Protocol.unless(
                                claim, "its runs belong to the desk scale; the paper scale is the table of MNIST")
                        : claim);
        return Stream.concat(decided, ElsewhereClaims.claims().stream()).toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("Learning in spite of wrong labels is a practical problem of weak supervision."),
                sentence(
                        "Known methods, Decoupling and Co-teaching+ among them, hold disagreement of two nets to be what"
                                + " matters.",
                        "C3.3",
                        "C3.9",
                        "C3.3-cifar10"),
                sentence("JoCoR instead makes the two differ less and less while they train.", "C3.6"),
                sentence(
                        "Both predict a batch, one joint loss with co-regularisation is computed for each example, and the"
                                + " examples with small loss move both nets at once.",
                        "C3.4",
                        "C3.8"),
                sentence("Through the co-regularisation the two become more and more alike.", "C3.6", "C3.4b"),
                sentence(
                        "On MNIST, CIFAR-10, CIFAR-100 and Clothing1M it does better than many of the methods before it.",
                        "C3.1",
                        "C3.2-sym-20",
                        "C3.2-sym-50",
                        "C3.2-sym-80",
                        "C3.2-asym-40",
                        "C3.7",
                        "C3.10",
                        "C3.2-cifar10",
                        "C3.5",
                        "C3.11"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
