package dev.rote.papers.noisylabels;

import dev.rote.claims.Claim;
import dev.rote.claims.Report;
import java.util.List;
import java.util.stream.Stream;

/** The survey's abstract, sentence by sentence in our words, and the claims that check each. */
final class AbstractSentences {

    private AbstractSentences() {}

    static List<Report.Sentence> sentences() {
        return List.of(
                new Report.Sentence(
                        "Deep learning lives on large labelled data, and good labels are scarce.", List.of()),
                new Report.Sentence(
                        "Wrong labels make nets generalise much worse, so that robust training has become important.",
                        List.of("S50-HARM", "S50-LATE", "S50-EARLY")),
                new Report.Sentence("Learning with label noise is put as a problem of supervised learning.", List.of()),
                new Report.Sentence(
                        "62 methods fall into five groups (Table II has 57 rows), compared by six properties; of those"
                                + " that Rote has, rote list methods shows the properties.",
                        ids(Stream.of(SymmetricClaims.methods(), AsymmetricClaims.claims(), HardNoiseClaims.claims()))),
                new Report.Sentence("Noise rate estimation is analysed.", ids(Stream.of(RateClaims.claims()))),
                new Report.Sentence("Public noisy data and the usual measures of success are summarised.", List.of()),
                new Report.Sentence("Directions for research follow.", List.of()));
    }

    private static List<String> ids(Stream<List<Claim>> themes) {
        return themes.flatMap(List::stream).map(Claim::id).toList();
    }
}
