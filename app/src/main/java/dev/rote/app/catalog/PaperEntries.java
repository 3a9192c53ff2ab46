package dev.rote.app.catalog;

import dev.rote.claims.Paper;
import dev.rote.papers.grokornot.GrokOrNot;
import dev.rote.papers.layerwisereinit.LayerwiseReinitPaper;
import dev.rote.papers.noisylabels.NoisyLabelSurvey;
import dev.rote.papers.rholoss.RhoLossPaper;
import java.util.List;

/** Published systems whose claims can be measured again. */
final class PaperEntries {

    private PaperEntries() {}

    static final List<Paper> ALL =
            List.of(new GrokOrNot(), new RhoLossPaper(), new LayerwiseReinitPaper(), new NoisyLabelSurvey());
}
