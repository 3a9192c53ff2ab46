"""Out-of-sample class probabilities of the committee's members.

Every function answers [N, K]: row i comes from a model that was not trained on example i. `labels` [N] are the given labels, `folds`
[N] the folds of cells.py.
"""

import numpy
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import MultinomialNB

from cells import FOLDS


def cross_validated(model, features, labels, folds, classes):
    probs = numpy.zeros((len(labels), classes))
    for fold in range(FOLDS):
        model.fit(features[folds != fold], labels[folds != fold])
        probs[numpy.ix_(folds == fold, model.classes_)] = model.predict_proba(features[folds == fold])
    return probs


def linear(features, labels, folds, classes):
    """Logistic regression, C = 1."""
    return cross_validated(LogisticRegression(), features, labels, folds, classes)


def naive_bayes(features, labels, folds, classes):
    """Multinomial naive Bayes on TF-IDF."""
    return cross_validated(MultinomialNB(alpha=0.1), features, labels, folds, classes)


def forest(features, labels, classes, seed, random_splits):
    """100 trees, leaves of at least 2, out of bag: a random forest, or extremely randomised trees on bootstrap samples."""
    kind = ExtraTreesClassifier if random_splits else RandomForestClassifier
    model = kind(100, min_samples_leaf=2, bootstrap=True, oob_score=True, random_state=seed).fit(features, labels)
    prior = numpy.bincount(labels, minlength=classes) / len(labels)
    probs = model.oob_decision_function_
    return numpy.where(numpy.isfinite(probs).all(axis=1, keepdims=True), probs, prior)


def nearest(features, count=50, block=1000):
    """([N, count] nearest other rows, their Euclidean distances)."""
    squares = (features**2).sum(axis=1)
    rows, gaps = [], []
    for start in range(0, len(features), block):
        part = features[start : start + block]
        gap = squares + squares[start : start + block, None] - 2 * part @ features.T
        gap[numpy.arange(len(part)), numpy.arange(start, start + len(part))] = numpy.inf
        near = numpy.argpartition(gap, count, axis=1)[:, :count]
        rows.append(near)
        gaps.append(numpy.sqrt(numpy.maximum(numpy.take_along_axis(gap, near, axis=1), 0)))
    return numpy.concatenate(rows), numpy.concatenate(gaps)


def vote(near, labels, classes):
    """Neighbours vote by 1 / (d + mean d / 2), scaled to one vote each on average, and the prior is one vote more.

    Plain 1 / d hands every vote to an exact duplicate (Spambase: average precision 0.68 instead of 0.84 on sym30).
    """
    rows, gaps = near
    strength = 1 / (gaps + gaps.mean(axis=1, keepdims=True) / 2 + 1e-9)
    strength *= rows.shape[1] / strength.sum(axis=1, keepdims=True)
    votes = numpy.stack([(strength * (labels[rows] == label)).sum(axis=1) for label in range(classes)], axis=1)
    votes += numpy.bincount(labels, minlength=classes) / len(labels)
    return votes / votes.sum(axis=1, keepdims=True)


def softmax(logits):
    exponents = numpy.exp(logits - logits.max(axis=-1, keepdims=True))
    return exponents / exponents.sum(axis=-1, keepdims=True)


def net(features, labels, folds, classes, seed, epochs=20, hidden=128, batch=160, rate=1e-3, decay=1e-4, watch=None):
    """One hidden layer of ReLU and Adam; held-out probabilities averaged over all epochs.

    Five nets side by side share every batch: the loss of net f leaves out the rows of fold f. So the five first layers are one
    product, and each row's held-out answer falls out of the training step, before its update. `watch` is told the rows of every
    batch, which net holds them out [5, B], the hidden layer [5, B, H] and the probabilities [5, B, K].
    """
    random = numpy.random.default_rng([seed, 77])
    count, width = features.shape
    shapes = ((width, FOLDS * hidden), (FOLDS * hidden,), (FOLDS, hidden, classes), (FOLDS, 1, classes))
    bounds = (width**-0.5, width**-0.5, hidden**-0.5, hidden**-0.5)
    params = [random.uniform(-b, b, s).astype(numpy.float32) for b, s in zip(bounds, shapes)]
    first, second = ([numpy.zeros_like(p) for p in params] for _ in range(2))
    held = folds == numpy.arange(FOLDS)[:, None]
    one_hot = numpy.eye(classes, dtype=numpy.float32)[labels]
    total = numpy.zeros((count, classes), numpy.float32)
    step = 0
    for _ in range(epochs):
        for rows in numpy.array_split(random.permutation(count), max(1, count // batch)):
            w1, b1, w2, b2 = params
            x, out = features[rows], held[:, rows, None]
            h = numpy.maximum(x @ w1 + b1, 0).reshape(len(rows), FOLDS, hidden).transpose(1, 0, 2)
            probs = softmax(h @ w2 + b2)
            total[rows] += (probs * out).sum(axis=0)
            if watch:
                watch(rows, held[:, rows], h, probs)
            g = (probs - one_hot[rows]) * ~out / numpy.maximum((~out).sum(axis=1, keepdims=True), 1).astype(numpy.float32)
            gh = ((g @ w2.transpose(0, 2, 1)) * (h > 0)).transpose(1, 0, 2).reshape(len(rows), -1)
            grads = (x.T @ gh, gh.sum(axis=0), h.transpose(0, 2, 1) @ g, g.sum(axis=1, keepdims=True))
            step += 1
            for p, m, v, grad in zip(params, first, second, grads):
                grad = grad + decay * p
                m += 0.1 * (grad - m)
                v += 0.001 * (grad * grad - v)
                p -= (rate / (1 - 0.9**step)) * m / (numpy.sqrt(v / (1 - 0.999**step)) + 1e-8)
    return total / epochs
