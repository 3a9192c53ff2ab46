package dev.rote.audit.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableInputTest {

    private static final Seeds SEEDS = new Seeds(0);

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Input table(String header, int rows, IntFunction<String> row) throws IOException {
        String text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n"));
        return TableInput.read(file("t.csv", header + "\n" + text), new Columns("y"), SEEDS);
    }

    private void refused(String text, Columns columns, String... words) throws IOException {
        String file = file("bad.csv", text);
        assertThatThrownBy(() -> TableInput.read(file, columns, SEEDS))
                .isInstanceOf(Problem.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words))
                .satisfies(e -> assertThat(((Problem) e).exitCode()).isEqualTo(2));
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theThreeViewsAreWhatTheySay() throws IOException {
        Input input = table(
                "a,c,y",
                6,
                i -> List.of("1,red,u", "2,blue,v", ",red,u", "3,,v", "2,blue,v", "7,green,u")
                        .get(i));
        Features views = input.features();
        assertThat(input.classes()).containsExactly("u", "v");
        assertThat(input.labels()).containsExactly(0, 1, 0, 1, 1, 0);
        // a, a missing, blue, red, others (green alone is rare), c missing
        assertThat(views.linear().columns()).isEqualTo(6);
        double[] each = {1, 0, 0, 0, 0, 0};
        double mean = 15 / 5.0;
        double deviation = Math.sqrt((4 + 1 + 0 + 1 + 16) / 5.0);
        assertThat(views.linear().dot(0, each, 0)).isCloseTo((1 - mean) / deviation, within(1e-6));
        assertThat(views.linear().dot(2, each, 0)).isZero();
        assertThat(views.linear().dot(2, new double[] {0, 1, 0, 0, 0, 0}, 0)).isEqualTo(1);
        assertThat(views.linear().dot(5, new double[] {0, 0, 1, 2, 4, 8}, 0)).isEqualTo(4);
        assertThat(views.linear().dot(3, new double[] {0, 0, 1, 2, 4, 8}, 0)).isEqualTo(8);
        assertThat(views.plain().values()).containsExactly(1, 1, 2, 0, Float.NaN, 1, 3, Float.NaN, 2, 0, 7, 2);
        assertThat(views.scaled().columns()).isEqualTo(6);
        for (int j = 0; j < 6; j++) {
            int column = j;
            assertThat(IntStream.range(0, 6)
                            .mapToDouble(i -> views.scaled().at(i, column))
                            .sum())
                    .isCloseTo(0, within(1e-5));
        }
        assertThat(input.duplicates()).hasSize(1);
        assertThat(input.duplicates().get(0)).containsExactly(1, 4);
        assertThat(input.groups()).containsExactly(0, 1, 2, 3, 1, 4);
    }

    @Test
    void labelsDoNotMoveFeatures() throws IOException {
        IntFunction<String> values = i -> i * i % 17 + "," + "abc".charAt(i % 3) + ",2024-01-" + (10 + i % 20);
        Input one = table("n,c,d,y", 60, i -> values.apply(i) + "," + i % 2);
        Input other = table("n,c,d,y", 60, i -> values.apply(i) + "," + (i < 30 ? 1 : 0));
        assertThat(one.features().scaled().values())
                .isEqualTo(other.features().scaled().values());
        assertThat(one.features().plain().values())
                .isEqualTo(other.features().plain().values());
        assertThat(one.features().plain().columns()).isEqualTo(2 + 5);
    }

    @Test
    void skewedAmountsAreTakenByTheirLogarithm() {
        float[] amounts = new float[1000];
        float[] plain = new float[1000];
        for (int i = 0; i < 1000; i++) {
            amounts[i] = (float) Math.exp(2 * SEEDS.of("x").gaussian(i));
            plain[i] = (float) SEEDS.of("x").gaussian(i);
        }
        assertThat(NumberScale.of(amounts).log()).isTrue();
        assertThat(NumberScale.of(plain).log()).isFalse();
        amounts[0] = -1;
        assertThat(NumberScale.of(amounts).log()).isFalse();
    }

    @Test
    void rowsWithoutALabelAreLeftOutAndRowNumbersStay() throws IOException {
        Input input = table("a,y", 40, i -> i % 7 + "," + (i % 10 == 3 ? "" : i % 2));
        assertThat(input.size()).isEqualTo(36);
        assertThat(input.rows()).startsWith(0, 1, 2, 4);
        assertThat(String.join(" ", input.notices()))
                .contains("4 rows without a label are left out, the first is row 3");
    }

    @Test
    void whatSaysNothingIsLeftOutAndNamed() throws IOException {
        Input input = table(
                "row,code,same,none,a,y",
                60,
                i -> i + ",id" + (i < 30 ? "A" : "B") + i + ",1,," + (i * 7 % 5) + "," + (i < 30 ? "p" : "q"));
        assertThat(input.features().plain().columns()).isEqualTo(1);
        String notices = String.join(" ", input.notices());
        assertThat(notices).contains("without any value: 'none'");
        assertThat(notices).contains("the same in every row: 'same'");
        assertThat(notices).contains("only tells which row it is: 'row'");
        assertThat(notices).contains("nearly every row has for itself: 'code'");
        assertThat(notices).contains("Sorted by 'code', 'row'").contains("gives the label away");
    }

    @Test
    void aCounterThatSaysNothingOfTheLabelIsNotSaidToGiveItAway() throws IOException {
        Input input = table(
                "row,a,y",
                100,
                i -> i + "," + (i * 7 % 5) + "," + (SEEDS.of("y").below(2, i)));
        assertThat(String.join(" ", input.notices()))
                .contains("only tells which row")
                .doesNotContain("away");
    }

    @Test
    void aColumnThatIsTheLabelIsNamedAndKept() throws IOException {
        Input input = table("a,copy,y", 200, i -> (i * 7 % 5) + "," + (i % 3 == 0 ? "yes" : "no") + "," + (i % 3 == 0));
        assertThat(String.join(" ", input.notices()))
                .contains("Column 'copy' alone predicts the label almost perfectly");
        assertThat(input.features().plain().columns()).isEqualTo(2);
        Input number = table(
                "a,copy,y",
                200,
                i -> (i * 7 % 5) + "," + (i % 3 == 0 ? 5 + i * 0.01 : 1 - i * 0.01) + "," + (i % 3 == 0));
        assertThat(String.join(" ", number.notices())).contains("Column 'copy' alone predicts");
        Input date = table(
                "a,when,y",
                200,
                i -> (i * 7 % 5) + ",20" + (i % 3 == 0 ? 21 : 22) + "-03-" + (i % 18 + 10) + "," + (i % 3 == 0));
        assertThat(String.join(" ", date.notices())).contains("Column 'when' alone", "leave it out with --exclude");
        Input none = table("a,b,y", 200, i -> (i * 7 % 5) + "," + SEEDS.of("b").gaussian(i) + "," + (i % 3 == 0));
        assertThat(String.join(" ", none.notices())).doesNotContain("alone");
    }

    @Test
    void aFewTextsAmongNumbersAreMissing() throws IOException {
        Input input = table("a,y", 200, i -> (i % 50 == 7 ? "unknown" : i == 9 ? "1e99" : i % 13) + "," + i % 2);
        assertThat(input.features().plain().columns()).isEqualTo(1);
        assertThat(input.features().plain().at(7, 0)).isNaN();
        assertThat(input.features().plain().at(9, 0)).isNaN();
        assertThat(String.join(" ", input.notices()))
                .contains("5 values that are no finite number")
                .contains("'unknown'");
    }

    @Test
    void cellsThatSpeakForTheOtherClassAreMarked() throws IOException {
        Input input = table(
                "size,colour,y",
                200,
                i -> (i % 2 == 0 ? 1 + i % 5 : 50 + i % 5) + "," + "rgb".charAt(i / 2 % 3) + ","
                        + (i % 2 == 0 || i == 101 ? "small" : "large"));
        Exhibit.Row row = (Exhibit.Row) input.exhibits().of(101, 1, 0);
        assertThat(row.cells())
                .containsExactly(
                        new Exhibit.Cell("size", "51", true),
                        new Exhibit.Cell("colour", Character.toString("rgb".charAt(101 / 2 % 3)), false));
        assertThat(((Exhibit.Row) input.exhibits().of(101, 1, 1)).cells()).noneMatch(Exhibit.Cell::odd);
    }

    @Test
    void groupsAndIdsAreNoFeatures() throws IOException {
        String file = file(
                "g.csv", "id,who,a,y\n" + rows(40, i -> "n" + i / 2 + ",p" + i % 4 + "," + i * i % 23 + "," + i % 2));
        Columns columns = new Columns("y", Optional.empty(), Optional.of("id"), List.of(), Optional.of("who"), "utf-8");
        Input input = TableInput.read(file, columns, SEEDS);
        assertThat(input.features().plain().columns()).isEqualTo(1);
        assertThat(input.ids()).startsWith("n0", "n0", "n1");
        assertThat(String.join(" ", input.notices())).contains("'id' names several rows alike");
        for (int i = 0; i < 40; i++) {
            assertThat(input.groups()[i]).isEqualTo(input.groups()[i % 4]);
        }
    }

    @Test
    void rowsWithLittleToTellThemApartAreNoDuplicates() throws IOException {
        Input input = table("a,y", 200, i -> i % 2 + "," + i % 3);
        assertThat(input.duplicates()).isEmpty();
        assertThat(IntStream.of(input.groups()).distinct().count()).isEqualTo(200);
        assertThat(String.join(" ", input.notices())).contains("200 rows agree in everything with more than 20 others");
    }

    @Test
    void moreThanFiveHundredColumnsBecomeDirections() throws IOException {
        String header = IntStream.range(0, 600).mapToObj(j -> "c" + j).collect(Collectors.joining(",")) + ",y";
        Input input = table(
                header,
                30,
                i -> IntStream.range(0, 600)
                                .mapToObj(j -> Long.toString(SEEDS.of(j).bits(i) & 1023))
                                .collect(Collectors.joining(","))
                        + "," + i % 2);
        assertThat(input.features().linear().columns()).isEqualTo(600);
        assertThat(input.features().scaled().columns()).isEqualTo(30);
        assertThat(input.features().scaled().values()).doesNotContain(Float.NaN);
    }

    @Test
    void whatIsNoClassIsRefusedWithARemedy() throws IOException {
        Columns y = new Columns("y");
        refused("a,y\n" + rows(30, i -> i % 3 + ",x"), y, "y: was x", "only one class");
        refused("a,y\n" + rows(300, i -> i % 3 + "," + i * 0.37), y, "300 different numbers", "ranges");
        refused("a,y\n" + rows(300, i -> i % 3 + "," + (1000 + i * i)), y, "a measurement and no class");
        refused("a,y\n" + rows(5000, i -> i % 3 + ",c" + i % 1200), y, "1200 different labels", "at most 1000");
        refused("a,y\n" + rows(300, i -> i % 3 + ",name" + i), y, "300 different values", "no class");
        refused("a,y\n" + rows(30, i -> i % 3 + "," + List.of("x", "z", "x;z").get(i % 3)), y, "several", "was x;z");
        refused(
                "a,y\n"
                        + rows(
                                30,
                                i -> i % 3 + ",\""
                                        + List.of("[\"\"x\"\"]", "[\"\"x\"\", \"\"z\"\"]")
                                                .get(i % 2) + "\""),
                y,
                "several");
        refused("a,y\n1,\n2,\n", y, "has no labels");
        refused("y\n1\n2\n", y, "no column beside the label");
        refused("a,income\n1,2\n", new Columns("Incomes"), "--label", "did you mean 'income'?", "'a', 'income'");
        refused("a,y\n1,2\n3\n", y, "bad.csv:3", "has 1 values");
        refused("a,y\n", y, "has a line of names, and no rows");
        refused("", y, "is empty");
        refused("a,y\n" + rows(30, i -> "," + i % 2), y, "without any value: 'a'; take data");
    }

    @Test
    void namesWithSeparatorsAreClasses() throws IOException {
        assertThat(table("a,y", 30, i -> i % 3 + "," + (i % 2 == 0 ? "talk; politics" : "talk; religion"))
                        .classes())
                .containsExactly("talk; politics", "talk; religion");
        assertThat(table("a,y", 40, i -> i % 7 + "," + (i % 4 == 0 ? 10 : i % 4))
                        .classes())
                .containsExactly("1", "2", "3", "10");
    }

    @Test
    void manyNumberedClassesAreClasses() throws IOException {
        assertThat(table("a,y", 200, i -> i % 7 + "," + i % 40).classes()).hasSize(40);
    }

    @Test
    void labelsInSeveralWritingsAreToldOf() throws IOException {
        Input input = table(
                "a,y",
                61,
                i -> i % 7 + ","
                        + (i == 60 ? "rare" : List.of("Spam", "spam", "NA").get(i % 3)));
        assertThat(input.classes()).hasSize(4);
        String notices = String.join(" ", input.notices());
        assertThat(notices).contains("'Spam / spam'").contains("Taken as a class: 'NA'");
        assertThat(notices).contains("Class 'rare' has a single example");
    }

    @Test
    void listsInJsonLinesAreRefusedAsLabels() throws IOException {
        String file = file("t.jsonl", "{\"a\": 1, \"y\": \"u\"}\n{\"a\": 2, \"y\": [\"u\", \"v\"]}\n");
        assertThatThrownBy(() -> TableInput.read(file, new Columns("y"), SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("t.jsonl:2")
                .hasMessageContaining("one label per row");
    }

    @Test
    void otherEncodingsAreReadWhenNamedAndRefusedWhenNot() throws IOException {
        byte[] latin = ("größe,y\n" + rows(30, i -> i % 5 + "," + (i % 2 == 0 ? "süß" : "sauer")))
                .getBytes(StandardCharsets.ISO_8859_1);
        String file = Files.write(folder.resolve("l.csv"), latin).toString();
        assertThatThrownBy(() -> TableInput.read(file, new Columns("y"), SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("l.csv:1")
                .hasMessageContaining("latin-1");
        Columns named = new Columns("y", Optional.empty(), Optional.empty(), List.of(), Optional.empty(), "latin-1");
        assertThat(TableInput.read(file, named, SEEDS).classes()).containsExactly("sauer", "süß");
    }

    @Test
    void quotesOfTabbedFilesMayBeLetters() throws IOException {
        String text = "body\ty\n" + rows(30, i -> (i == 9 ? "\"good\" word" : "word" + i % 5) + "\t" + i % 2);
        Input input = TextInput.read(file("q.tsv", text), new Columns("y").learningFrom("body"), SEEDS);
        assertThat(input.exhibits().of(9, 0, 1)).isEqualTo(new Exhibit.Text("\"good\" word"));
        assertThat(String.join(" ", input.notices())).contains("Quotation marks are read as letters");
        String quoted = "body\ty\n" + rows(30, i -> (i == 9 ? "\"good\tword\"" : "word" + i % 5) + "\t" + i % 2);
        Input strict = TextInput.read(file("q.tsv", quoted), new Columns("y").learningFrom("body"), SEEDS);
        assertThat(strict.exhibits().of(9, 0, 1)).isEqualTo(new Exhibit.Text("good\tword"));
        assertThat(String.join(" ", strict.notices())).doesNotContain("Quotation");
    }

    @Test
    void textsThatDoNotFitAreRefusedNotLost() {
        TextStore store = new TextStore(1, 1000);
        assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> store.add("0123456789")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("-Xmx");
    }

    @Test
    void aColumnIsNamedForOneUseOnly() throws IOException {
        String text = "a,b,y\n" + rows(30, i -> i % 3 + "," + i % 5 + "," + i % 2);
        Optional<String> none = Optional.empty();
        Optional<String> label = Optional.of("y");
        refused(text, new Columns("y", label, none, List.of(), none, "utf-8"), "--text: was y, is the column of");
        refused(text, new Columns("y", none, label, List.of(), none, "utf-8"), "--id: was y, is the column of");
        refused(text, new Columns("y", none, none, List.of("y"), none, "utf-8"), "--exclude: was y, is the column of");
        refused(text, new Columns("y", none, none, List.of(), label, "utf-8"), "--group: was y, is the column of");
        Optional<String> a = Optional.of("a");
        refused(text, new Columns("y", a, none, List.of("a"), none, "utf-8"), "--exclude: was a, is the column to");
        refused(
                text,
                new Columns("y", none, none, List.of("a", "b"), none, "utf-8"),
                "name fewer columns in --exclude");
    }

    @Test
    void faultsOfTheFileAreToldInTheWordsOfTheCommand() throws IOException {
        Columns y = new Columns("y");
        refused("a,y\n1,u\n2,v,w\n", y, "bad.csv:3: row 1: has 3 values");
        refused("a,y\n1,u\n2,\0\n", y, "bad.csv:3: holds a zero byte", "set --encoding if it is utf-16");
        refused("PK\3\4abc", y, "is a workbook of a spreadsheet", "save the sheet as CSV");
        refused("# by me\na,y\n", y, "the only column is '# by me'; the first line must hold the names");
        refused("1,red,u\n2,blue,v\n", y, "the columns are '1', 'red', 'u'", "is the line of names missing?");
        refused("a,y\n1,u\n\"se\"cret,v\n", y, "has text after a closing quote: 'se\"c'");
        Columns redacted =
                new Columns("y", Optional.empty(), Optional.empty(), List.of(), Optional.empty(), "utf-8", true);
        String file = file("bad.csv", "a,y\n1,u\n\"se\"cret,v\n");
        assertThatThrownBy(() -> TableInput.read(file, redacted, SEEDS))
                .isInstanceOf(Problem.class)
                .hasMessageEndingWith(
                        "bad.csv:3: row 1: has text after a closing quote; write a quote inside a quoted value twice");
    }

    @Test
    void truthValuesAndNumbersThatMayBeTheSameAreToldOf() throws IOException {
        Input input = table(
                "a,y",
                40,
                i -> i % 7 + "," + List.of("true", "1", "1.0", "False").get(i % 4));
        assertThat(input.classes()).hasSize(4);
        assertThat(String.join(" ", input.notices()))
                .contains("'1 / 1.0 / true'")
                .doesNotContain("False");
    }
}
