/**
 * Turns a {@link dev.rote.claims.Report} into one HTML file that can be mailed, kept for years, and opened on a train.
 *
 * <p>The file carries everything: the style, the chart library, the numbers. It asks nothing of any network, and says so to the
 * browser in a Content-Security-Policy that allows no request and no script except the ones whose hashes it lists.
 *
 * <p>The way of a report:
 *
 * <ol>
 *   <li>{@link dev.rote.app.report.HtmlReport} hands the report to a template that was compiled when Rote was built. The template escapes every
 *       text; a name such as {@code <script>} arrives as the characters it is.
 *   <li>Each figure travels as JSON in a script element of its own, in which no character is left that could end the element.
 *   <li>In the browser, {@code figures.js} turns such a JSON into chart options, {@code csv.js} into a table, and {@code page.js} draws:
 *       again when the reader turns the lights off, narrows the window, or prints.
 * </ol>
 *
 * <p>A {@link dev.rote.claims.Comparison} is no drawing: the template writes it as a table, which stands there without any script.
 *
 * <p>Colours are chosen so that the common kinds of colour blindness can tell them apart, and colour never speaks alone: verdicts are
 * words, curves after the seventh are dashed, phases have names. On narrow screens the rows of the claims table become cards. On
 * paper the charts are drawn light and the folded texts are open.
 *
 * <p>The report of an audit, {@link dev.rote.app.report.AuditReport}, goes the same way with a template of its own. Its words and their
 * order are in {@code AuditParts} and {@code ExampleParts}; {@code Looks} turns examples into what a person looks at,
 * and {@code Shown} makes a stranger's texts fit to be shown.
 *
 * <p>The same report gives the same bytes: the page holds no time, no random name, and no list whose order may change. To add
 * a kind of figure, write its record in {@link dev.rote.claims}, a drawing function in {@code figures.js}, and its table in {@code csv.js}.
 */
@NullMarked
package dev.rote.app.report;

import org.jspecify.annotations.NullMarked;
