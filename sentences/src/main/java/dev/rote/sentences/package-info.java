/**
 * Texts as vectors whose angles tell how close their meanings are, made offline.
 *
 * <p>Counting words, "What does it cost?" and "How much money is that?" have nothing in common. A sentence encoder is a net that was trained on a billion pairs of texts
 * that belong together, so that their vectors point the same way. What is close in meaning is then close in space, and whatever works on points works on
 * texts: logistic regression, nearest neighbours, clusters, search.
 *
 * <pre>{@code
 * try (SentenceEncoder encoder = new SentenceEncoder()) {
 *     float[] vector = encoder.encode("What does it cost?");   // 384 numbers, length 1
 * }
 * }</pre>
 *
 * <p>{@link dev.rote.sentences.SentenceEncoder} is all-MiniLM-L6-v2, of six layers and 23 million weights of 8 bits. A text becomes tokens, pieces of words from a list of
 * 30,522 ({@code WordPiece}); the net makes a vector of each, looking at all others; their mean, divided by its length, stands for the text. The inner product of two such
 * vectors is the cosine of their angle: about 1 for the same said otherwise, about 0 for what has nothing to do with one another. For vectors of length 1 the squared
 * Euclidean distance is twice what is missing to 1, so both order neighbours alike.
 *
 * <p>A text takes 1 to 4 ms of one core, by its length. Each call works on the thread that makes it, and any number of threads may call at once: which of them
 * encodes a text does not change its vector.
 *
 * <p>What to beware of: the net was trained on English. A language whose words it does not know falls into letters, and its vectors say little. Texts are cut after 64
 * tokens, about 50 words. And closeness is what its training pairs made of it, topic more than tone: two reviews of one film, for and against, are close.
 *
 * <p>The model and its vocabulary are files in a jar of LangChain4j, of which no class is used; they run in ONNX Runtime.
 */
@NullMarked
package dev.rote.sentences;

import org.jspecify.annotations.NullMarked;
