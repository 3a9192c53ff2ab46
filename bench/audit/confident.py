"""Confident learning in numpy: thresholds, joint, cleanlab's default filter. Sorting is stable, lower index first among ties.

    python3 confident.py REFERENCE    checks it against cleanlab's outputs in REFERENCE/edge-*
"""

import json
import pathlib
import sys

import numpy

CLOSE = 1e-6


def thresholds(labels, probs):
    """[K] mean probability of a class over the examples labelled so; 2 for a class without labels."""
    classes = probs.shape[1]
    sums = numpy.bincount(labels, probs[numpy.arange(len(labels)), labels], classes)
    counts = numpy.bincount(labels, minlength=classes)
    return numpy.where(counts > 0, numpy.maximum(sums / numpy.maximum(counts, 1), 2 * CLOSE), 2.0)


def confident_class(labels, probs):
    """[N] the class an example is confidently in, -1 for none."""
    above = probs >= thresholds(labels, probs) - CLOSE
    number = above.sum(axis=1)
    return numpy.where(number == 0, -1, numpy.where(number == 1, above.argmax(axis=1), probs.argmax(axis=1)))


def raw_joint(labels, probs):
    """[K, K] counts; row = given label, column = confident class; diagonal at least 1."""
    classes = probs.shape[1]
    confident = confident_class(labels, probs)
    counts = numpy.zeros((classes, classes), dtype=numpy.int64)
    numpy.add.at(counts, (labels[confident >= 0], confident[confident >= 0]), 1)
    numpy.fill_diagonal(counts, numpy.maximum(counts.diagonal(), 1))
    return counts


def rounded_rows(matrix):
    """Integers near `matrix` (half to even) that keep the rounded total of each row."""
    rounded = numpy.rint(matrix)
    for row, whole in zip(matrix, rounded):
        units = int(numpy.rint(row.sum()) - whole.sum())
        order = numpy.argsort(row - whole, kind="stable")
        if units > 0:
            whole[order[::-1][:units]] += 1
        elif units < 0:
            whole[order[:-units]] -= 1
    return rounded.astype(numpy.int64)


def calibrated_joint(labels, probs):
    raw = raw_joint(labels, probs)
    counts = numpy.bincount(labels, minlength=probs.shape[1])
    scaled = raw / raw.sum(axis=1, keepdims=True) * counts[:, None]
    return rounded_rows(scaled / scaled.sum() * len(labels))


def joint_noise(labels, probs):
    """Noise rate by the joint: 1 - trace."""
    joint = calibrated_joint(labels, probs)
    return 1 - numpy.trace(joint) / joint.sum()


def close_to_prediction(labels, probs):
    return probs[numpy.arange(len(labels)), labels] >= probs.max(axis=1) - CLOSE


def num_label_issues(labels, probs):
    """Confident examples off the diagonal whose given label is not the prediction."""
    confident = confident_class(labels, probs)
    return int(((confident >= 0) & (confident != labels) & ~close_to_prediction(labels, probs)).sum())


def prune_counts(joint, least=1):
    """[true, given] how many to flag, at least `least` examples of a class left."""
    counts = joint.T.astype(float)
    diagonal = counts.diagonal()
    raised = numpy.maximum(diagonal, least)
    rates = numpy.maximum(numpy.count_nonzero(counts, axis=0) - 1, 1)
    counts = numpy.maximum(counts - (raised - diagonal) / rates, 0)
    numpy.fill_diagonal(counts, raised)
    return rounded_rows(counts)


def prune_by_noise_rate(labels, probs):
    """[N] cleanlab's default filter: the largest p(true) - p(given) of every pair of classes, as many as the joint says."""
    prune = prune_counts(calibrated_joint(labels, probs))
    flags = numpy.zeros(len(labels), dtype=bool)
    for true in range(probs.shape[1]):
        if (labels == true).sum() <= 1:
            continue
        for given in range(probs.shape[1]):
            rows = numpy.flatnonzero(labels == given)
            if given != true and prune[true, given] > 0:
                margin = probs[rows, true] - probs[rows, given]
                flags[rows[numpy.argsort(-margin, kind="stable")[: prune[true, given]]]] = True
    return flags & ~close_to_prediction(labels, probs)


def check(folder):
    table = numpy.loadtxt(folder / "input.csv", delimiter=",", skiprows=1)
    labels, probs = table[:, 0].astype(int), table[:, 1:]
    suffix = "_stable" if (folder / "confident_joint_stable.csv").exists() else ""
    numpy.testing.assert_array_equal(raw_joint(labels, probs), numpy.loadtxt(folder / "confident_joint_raw.csv", delimiter=","))
    expected = numpy.loadtxt(folder / f"confident_joint{suffix}.csv", delimiter=",")
    numpy.testing.assert_array_equal(calibrated_joint(labels, probs), expected)
    expected = numpy.loadtxt(folder / "flags_stable.csv", delimiter=",", skiprows=1).astype(int)
    numpy.testing.assert_array_equal(
        numpy.flatnonzero(prune_by_noise_rate(labels, probs)), expected[expected[:, 2] == 1, 0]
    )
    issues = json.loads((folder / "summary.json").read_text())["num_label_issues_stable"]["off_diagonal"]
    numpy.testing.assert_equal(num_label_issues(labels, probs), issues)
    print(folder.name, "equal")


if __name__ == "__main__":
    for path in sorted(pathlib.Path(sys.argv[1]).glob("edge-*")):
        check(path)
