/**
 * What a paper says, whether it is so here, and how to tell somebody.
 *
 * <p>A <b>paper</b> is a reproduction. It gives its citation, the recipes to carry out, and a list of claims. It trains nothing
 * itself: the runs are ordinary runs, in ordinary folders, and everything below is read back from those folders.
 *
 * <p>A <b>claim</b> is one sentence of the paper, where it stands there, and a check that can fail. "The regularised network
 * is right on the uncorrupted data" is a hope; "uncorrupted-train accuracy is at least 99.5 % after 500 steps" is a
 * claim. A check that no outcome could fail checks nothing, so every claim is written with a tolerance that was fixed before the
 * run, and where it can be with a control beside it: pruning at random next to pruning by rank.
 *
 * <p><b>Evidence</b> is what a check found. It keeps three figures apart that are easily blurred: what was <em>observed</em>
 * here, with mean and spread over seeds; the figure that the <em>paper</em> gives; and what <em>our tolerance</em> accepts. A reader
 * who finds the tolerance generous can see so. The verdict is one of three:
 *
 * <ul>
 *   <li>HELD: the check passes on every seed. A claim that compares two arms compares their means over seeds, and says so.
 *   <li>FAILED: it does not. The figures are reported all the same; a claim that fails is a finding, not an embarrassment.
 *   <li>NOT_RUN: nobody looked, and the note says why. Silence never counts as success.
 * </ul>
 *
 * <p>To write a check, look at {@link dev.rote.claims.Arms}, the runs of one seed by the names of their recipes, and put what you see into an
 * {@link dev.rote.claims.Observation}: {@code start().atLeast("accuracy, %", ...)} tells a figure and judges it at once, {@code see} tells
 * it only. {@link dev.rote.claims.Checks#everySeed} makes a check of that; {@link dev.rote.claims.Checks#onMeans} is for claims about
 * {@link dev.rote.claims.Means} of arms over their seeds. An arm that was not carried out makes the claim NOT_RUN by itself. What is common in
 * runs is read ready-made: {@link dev.rote.claims.ArmMeasure} is one number of a run, {@link dev.rote.claims.OverSeeds} what several seeds
 * say of it, {@link dev.rote.claims.ScoreTable} the scores of examples, and {@link dev.rote.claims.Phase} what became of a net on
 * partly corrupted data.
 *
 * <p>A <b>scale</b> says how much to spend. SMOKE takes seconds and serves the tests: it proves that the machinery turns, not
 * that the paper is right. DESK fits two cores and minutes. PAPER is the work as published. The same claim may have
 * different tolerances at different scales, and may be left out at one of them, with its reason.
 *
 * <h2>The report</h2>
 *
 * <p>A {@link dev.rote.claims.Report} is the whole of it as a value: what was asked, the answer in two sentences, a row for each claim,
 * each sentence of the abstract with the claims that check it, sections of prose and figures, and the folded documents from
 * which everything can be repeated. It knows no page, no colour and no tensor. The same report can become a web page, a text, or a
 * line in a table of many papers.
 *
 * <p>A {@link dev.rote.claims.Figure} is likewise only numbers and names. {@link dev.rote.claims.Lines} holds curves with their spread over seeds
 * and the phases behind them, {@link dev.rote.claims.Histogram} distributions over the same bins, {@link dev.rote.claims.Bars} one
 * value for each named thing, {@link dev.rote.claims.HeatMap} a map of values or of named phases,
 * {@link dev.rote.claims.Scatter} points in groups, and {@link dev.rote.claims.Comparison} a table of means over seeds. Not-a-number
 * always means that there is no value. To add a kind, write one record here and one drawing function in the renderer; the interface
 * is sealed, so that nothing is forgotten.
 *
 * <p>Charts are built of runs, not by hand: {@link dev.rote.claims.RunCharts} of one recipe, {@link dev.rote.claims.ArmCharts} and
 * {@link dev.rote.claims.ReadingCharts} of arms beside each other, {@link dev.rote.claims.PhaseMap} of runs over two shares;
 * {@link dev.rote.claims.Lead} says in words which arm is ahead, and whether the seeds show it. What was not measured gives no chart.
 *
 * <p>Every constructor checks what it is given. A report that exists is complete: no sentence points to a claim that is missing, no
 * two figures share a name, and no curve has more times than values.
 */
@NullMarked
package dev.rote.claims;

import org.jspecify.annotations.NullMarked;
