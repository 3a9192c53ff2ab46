package dev.rote.papers.grokornot;

import static dev.rote.claims.Report.Sentence.sentence;

import dev.rote.claims.Report;
import java.util.List;

/** The paper's abstract, sentence by sentence in our words, and the claims that check each. */
final class AbstractSentences {

    private AbstractSentences() {}

    static List<Report.Sentence> sentences() {
        return List.of(
                sentence("Nets with very many parameters are hard to make generalise robustly, and it is hard to know"
                        + " whether one has memorised or understood."),
                sentence(
                        "There is a model in which generalising weights are known in closed form and can be told from"
                                + " memorising ones.",
                        "A1",
                        "A2",
                        "A2b",
                        "A3",
                        "D2",
                        "D4"),
                sentence(
                        "MLPs and Transformers are trained on modular arithmetic with a share xi of wrong results.",
                        "D1",
                        "M1",
                        "M2",
                        "M3",
                        "T1",
                        "T2",
                        "T3",
                        "T4",
                        "D21",
                        "R3"),
                sentence(
                        "(i) A net can memorise the corrupted labels and generalise to \"100%\" at the same time.",
                        "D3", "D3b", "D20"),
                sentence(
                        "(ii) The memorising neurons can be found and pruned, which lowers accuracy on corrupted data and"
                                + " raises it on uncorrupted data.",
                        "D10",
                        "D10b",
                        "D11",
                        "D12",
                        "D13",
                        "D21b"),
                sentence(
                        "(iii) Weight decay, dropout and BatchNorm make the net ignore the corrupted data and reach"
                                + " \"100%\" on the uncorrupted.",
                        "D5", "D6", "D6b", "D14", "D14b", "D15", "D17", "R1", "R2", "R5", "P53-1", "P53-2", "P53-3",
                        "T6"),
                sentence(
                        "(iv) How they do it can be seen in the neurons: decay and dropout make all of them generalise,"
                                + " BatchNorm turns memorising ones down and generalising ones up.",
                        "D7",
                        "D7b",
                        "D7c",
                        "D18",
                        "D14",
                        "D14c"),
                sentence(
                        "Regularised training has two stages: the net groks to high train and test accuracy, then"
                                + " unlearns the memorised labels, and train accuracy falls from 100 % to 100 (1 - xi) %.",
                        "D8", "D8b", "D19"));
    }
}
