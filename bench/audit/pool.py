"""One small model over the committee's answers: how much each member counts, how sharp they are, which classes get mistaken for which.

With P_m,ik what member m (trained without example i) gives for class k, floored at EPSILON / K:

    q_ik = softmax_k(a_k + sum_m b_m log P_m,ik)          what the true class is;  b_m in 0..6
    p(given = j | i) = sum_k q_ik T_kj                     through a noise channel T

(a, b, T) maximise the log-likelihood of the given labels, less n times

    SHARPNESS / 2 (sum_m b_m - s)^2 + EVEN / 2 sum_m (b_m - s / M)^2 + BIAS / 2K sum_k a_k^2,

by rounds of expectation, the channel in closed form (PRIOR examples of a symmetric channel added to every class) and one Newton
step in (a, b). The likelihood alone cannot tell noise that follows the features from classes that overlap; s says how sharp
the truth is believed to be. Nobody knows it, so the answer is the mean over several s, and their spread an interval of the noise rate.
"""

import numpy

EPSILON, SHARPNESS, EVEN, BIAS, PRIOR = 1e-2, 0.015, 0.002, 0.02, 20.0


def logarithms(members):
    return numpy.stack([numpy.log((1 - EPSILON) * probs + EPSILON / probs.shape[1]) for probs in members])


def pool(b, a, logs):
    """q [N, K]: what is believed before the label is seen."""
    logits = numpy.tensordot(b, logs, 1) + a
    exponents = numpy.exp(logits - logits.max(axis=1, keepdims=True))
    return exponents / exponents.sum(axis=1, keepdims=True)


def posterior(q, channel, labels):
    """[N, K] share of the given label that each true class explains."""
    joint = q * channel.T[labels]
    return joint / numpy.maximum(joint.sum(axis=1, keepdims=True), 1e-300)


def fit(members, labels, sharpness, rounds, start=None):
    """(weights b [M], biases a [K], channel T [true, given], posterior [N, K]); `start` = (b, a, T) of an earlier fit."""
    logs = logarithms(members)
    count, rows, classes = logs.shape
    one_hot = numpy.eye(classes)[labels]
    b, a, channel = start or (numpy.full(count, sharpness / count), numpy.zeros(classes), symmetric(0.1, classes))
    q = pool(b, a, logs)
    for _ in range(rounds):
        belief = posterior(q, channel, labels)
        channel = belief.T @ one_hot
        channel += PRIOR * symmetric(1 - numpy.trace(channel) / rows, classes)
        channel /= channel.sum(axis=1, keepdims=True)
        gap = belief - q
        mean = (logs * q).sum(axis=2)
        weighted = (logs * q).transpose(0, 2, 1)
        gradient = numpy.concatenate(
            [
                (logs * gap).sum(axis=(1, 2))
                - rows * (EVEN * (b - sharpness / count) + SHARPNESS * (b.sum() - sharpness)),
                gap.sum(axis=0) - rows * BIAS * a / classes,
            ]
        )
        curvature = numpy.zeros((count + classes, count + classes))
        flat = logs.reshape(count, -1)
        curvature[:count, :count] = (flat * q.ravel()) @ flat.T - mean @ mean.T
        curvature[:count, :count] += rows * (EVEN * numpy.eye(count) + SHARPNESS)
        curvature[count:, count:] = numpy.diag(q.sum(axis=0)) - q.T @ q + rows * BIAS / classes * numpy.eye(classes)
        curvature[:count, count:] = weighted.sum(axis=2) - mean @ q
        curvature[count:, :count] = curvature[:count, count:].T
        free = numpy.ones(count + classes, dtype=bool)
        free[:count] = (b > 1e-9) | (gradient[:count] >= 0)
        step = numpy.zeros(count + classes)
        step[free] = numpy.clip(numpy.linalg.solve(curvature[numpy.ix_(free, free)], gradient[free]), -0.5, 0.5)
        b, a = numpy.clip(b + step[:count], 0, 6), a + step[count:]
        q = pool(b, a, logs)
    return b, a, channel, posterior(q, channel, labels)


def symmetric(rate, classes):
    channel = numpy.full((classes, classes), rate / (classes - 1))
    numpy.fill_diagonal(channel, 1 - rate)
    return channel


def sure_rate(before, labels):
    """Share of wrong labels, told from rows whose class is not in doubt: where classes overlap, to contradict is not to be wrong.

    With k_i the likeliest class and v_i = 1 - q_i,k_i the doubt,  P(y_i != k_i) = e_k (1 - v_i) + (1 + c) v_i,  by least squares with
    weights 1 / max(v_i, EPSILON); c is joined by one row that says 0.
    """
    top, doubt = before.argmax(axis=1), 1 - before.max(axis=1)
    weight = 1 / numpy.maximum(doubt, EPSILON)
    beyond = (labels != top) - doubt
    clear, mixed, more, count = (
        numpy.bincount(top, values, before.shape[1])
        for values in (weight * (1 - doubt) ** 2, weight * (1 - doubt) * doubt, weight * (1 - doubt) * beyond, numpy.ones(len(top)))
    )
    clear = numpy.where(count > 0, clear, 1)
    slack = (weight * doubt * beyond).sum() - (mixed * more / clear).sum()
    c = max(-1, slack / (1 + (weight * doubt**2).sum() - (mixed**2 / clear).sum()))
    return (count * numpy.clip((more - c * mixed) / clear, 0, 1)).sum() / len(labels)


def expected_precision(fits, members, labels, quality):
    """Share of the flags that is right: wrong labels by the rate above, times the share of imagined ones that is flagged, for each flag."""
    before = [pool(b, a, logarithms(members)) for b, a, *_ in fits]
    channels = [channel for _, _, channel, _ in fits]
    imagined = numpy.mean([q * numpy.diag(t) / numpy.maximum(q @ t, 1e-300) for q, t in zip(before, channels)], axis=0)
    wrong = numpy.mean(channels, axis=0)[labels] + 1e-6
    wrong[numpy.arange(len(labels)), labels] = 0
    wrong *= (quality / wrong.sum(axis=1))[:, None]
    recall = wrong[imagined < 0.5].sum() / wrong.sum()
    found = sure_rate(numpy.mean(before, axis=0), labels) * len(labels) * recall
    return min(1.0, found / max(1, (quality < 0.5).sum()))


def audit(members, labels):
    """(posterior [N, K], noise rate, its lower and upper end, expected precision of the flags): the mean over five s, and the spread."""
    four = fit(members, labels, 4.0, 30)
    fits = [fit(members, labels, 6.0, 8, four[:3]), four]
    for sharpness in (3.0, 2.0, 1.5):
        fits.append(fit(members, labels, sharpness, 6, fits[-1][:3]))
    rows = numpy.arange(len(labels))
    rates = [1 - belief[rows, labels].mean() for *_, belief in fits]
    mean = numpy.mean([belief for *_, belief in fits], axis=0)
    rate = 1 - mean[rows, labels].mean()
    slack = 0.005 + 1.96 * numpy.sqrt(rate * (1 - rate) / len(labels))
    expected = expected_precision(fits, members, labels, mean[rows, labels])
    return mean, rate, max(0.0, min(rates) - slack), min(1.0, max(rates) + slack), expected
