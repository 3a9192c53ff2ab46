package dev.rote.papers.turnovermemorization;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;

/** Liu, Lin and Jaggi (2021): how memorisation goes about, seen by the influence of single examples. */
public final class TurnoverMemorizationPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "turnover-memorization",
                "Understanding memorization from the perspective of optimization via efficient influence estimation",
                "Futong Liu, Tao Lin and Martin Jaggi",
                "OPT workshop at NeurIPS",
                2021,
                "2112.08798");
    }

    @Override
    public String question() {
        return "A large net fits random labels as well as true ones. Does it go about the two in the same way, and are easy"
                + " examples fitted before difficult ones?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return MemorizationClaims.claims();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                new Report.Sentence(
                        "Nets with more parameters than needed generalise well and can fit random labels: how these go"
                                + " together is not understood.",
                        List.of()),
                new Report.Sentence(
                        "Turn-over dropout estimates influence and memorisation cheaply, on data with true and with random"
                                + " labels.",
                        List.of("C10.7")),
                new Report.Sentence(
                        "For both, easy and difficult examples are fitted at the same time, the easy ones faster.",
                        List.of("C10.5", "C10.5b", "C10.5c", "C10.5d")),
                new Report.Sentence(
                        "With true labels a correct difficult example tells more about others than an easy one.",
                        List.of("C10.6", "C10.6b")));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
