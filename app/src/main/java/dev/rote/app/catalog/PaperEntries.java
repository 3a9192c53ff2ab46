package dev.rote.app.catalog;

import dev.rote.claims.Paper;
import dev.rote.papers.arnoldiinfluence.ArnoldiInfluencePaper;
import dev.rote.papers.complexitygap.ComplexityGapPaper;
import dev.rote.papers.grokornot.GrokOrNot;
import dev.rote.papers.importanceweighting.ImportanceWeightingPaper;
import dev.rote.papers.jocor.JointTraining;
import dev.rote.papers.layerwisereinit.LayerwiseReinitPaper;
import dev.rote.papers.manifoldmixup.ManifoldMixupPaper;
import dev.rote.papers.noisylabels.NoisyLabelSurvey;
import dev.rote.papers.rholoss.RhoLossPaper;
import dev.rote.papers.sam.SamPaper;
import dev.rote.papers.symmetricce.SymmetricCrossEntropy;
import dev.rote.papers.turnoverdropout.TurnoverDropoutPaper;
import dev.rote.papers.turnovermemorization.TurnoverMemorizationPaper;
import dev.rote.papers.vog.VogPaper;
import java.util.List;

/** Published systems whose claims can be measured again. */
final class PaperEntries {

    private PaperEntries() {}

    static final List<Paper> ALL = List.of(
            new GrokOrNot(),
            new NoisyLabelSurvey(),
            new SymmetricCrossEntropy(),
            new JointTraining(),
            new RhoLossPaper(),
            new SamPaper(),
            new ManifoldMixupPaper(),
            new ImportanceWeightingPaper(),
            new LayerwiseReinitPaper(),
            new TurnoverDropoutPaper(),
            new TurnoverMemorizationPaper(),
            new ComplexityGapPaper(),
            new VogPaper(),
            new ArnoldiInfluencePaper());
}
