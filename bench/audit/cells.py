"""Plants known wrong labels in eleven public data sets: 11 sets x 4 kinds of noise x seeds.

    ROTE_DATA=/path/to/data python3 cells.py CACHE [--seeds 0 1] [--sets wine trec ...]

Writes CACHE/<set>/: linear.npz (CSR), dense.npy, plain.npy, true.npy, set.json, and for every kind of noise and seed
<kind>-<seed>/: noisy.npy, folds.npy, cell.json; of texts also texts.json. `linear` is for linear models (one-hot, TF-IDF), `dense` is standardised, for
nets and neighbours (pictures with one scale for all pixels; 100 components where the set is text), `plain` is unscaled, for trees.
Folds are stratified on the noisy label.
"""

import argparse
import gzip
import json
import os
import pathlib

import numpy
import pandas
import scipy.sparse
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import StandardScaler

KINDS = ("sym10", "sym30", "pair20", "idn20")
FOLDS = 5


def standardised(values):
    return StandardScaler().fit_transform(numpy.asarray(values, dtype=numpy.float64)).astype(numpy.float32)


def table(plain, labels, linear=None):
    """A set whose trees see `plain` and whose other learners see it standardised, or `linear` where given."""
    dense = standardised(plain if linear is None else linear)
    return scipy.sparse.csr_matrix(dense), dense, numpy.asarray(plain, dtype=numpy.float32), labels


def text(sentences, labels):
    counts = TfidfVectorizer(ngram_range=(1, 2), max_features=20000).fit_transform(sentences).astype(numpy.float32)
    components = TruncatedSVD(100, random_state=0).fit_transform(counts)
    return counts, standardised(components), components.astype(numpy.float32), labels, sentences


def spambase(root):
    values = numpy.loadtxt(root / "tabular/spambase.data", delimiter=",")
    return table(numpy.log1p(values[:, :-1]), values[:, -1])


def adult(root, rows=10000):
    frame = pandas.read_csv(root / "tabular/adult-train.csv.gz", header=None, skipinitialspace=True)
    frame = frame.iloc[numpy.random.default_rng(0).permutation(len(frame))[:rows]]
    fields = frame.iloc[:, :-1]
    ordinal = fields.apply(lambda column: column.astype("category").cat.codes if column.dtype == object else column)
    one_hot = pandas.get_dummies(fields)
    return table(ordinal.to_numpy(float), frame.iloc[:, -1].to_numpy(), one_hot.to_numpy(float))


def satellite(root):
    frame = pandas.read_csv(root / "tabular/Satellite.csv.gz")
    return table(frame.iloc[:, :-1].to_numpy(float), frame.iloc[:, -1].to_numpy())


def shuttle(root, rows=10000):
    frame = pandas.read_csv(root / "tabular/Shuttle.csv.gz")
    label = frame.columns[-1]
    rare = frame[label].map(frame[label].value_counts()) < 1000
    common = numpy.random.default_rng(0).permutation(numpy.flatnonzero(~rare))[: rows - rare.sum()]
    frame = frame.iloc[numpy.sort(numpy.concatenate([numpy.flatnonzero(rare), common]))]
    return table(frame.iloc[:, :-1].to_numpy(float), frame[label].to_numpy())


def wine(root):
    parts = [numpy.loadtxt(root / f"tabular/winequality-{colour}.csv", delimiter=",") for colour in ("red", "white")]
    values = numpy.concatenate(parts)
    return table(values[:, :-1], numpy.minimum(values[:, -1], 8))


def digits(root):
    values = numpy.loadtxt(root / "tabular/digits.csv.gz", delimiter=",")
    return table(values[:, :-1], values[:, -1])


def pictures(folder):
    def load(root):
        with gzip.open(root / folder / "t10k-images-idx3-ubyte.gz") as file:
            images = numpy.frombuffer(file.read(), numpy.uint8, offset=16).reshape(-1, 14, 2, 14, 2)
        with gzip.open(root / folder / "t10k-labels-idx1-ubyte.gz") as file:
            labels = numpy.frombuffer(file.read(), numpy.uint8, offset=8)
        plain = images.mean(axis=(2, 4)).reshape(len(images), -1).astype(numpy.float32)
        dense = (plain - plain.mean()) / plain.std()  # one scale for all pixels, or rare ones at the rim would count most
        return scipy.sparse.csr_matrix(dense), dense, plain, labels

    return load


def agnews(root):
    frame = pandas.read_csv(root / "text/ag_news/test.csv", header=None)
    return text((frame[1] + " " + frame[2]).tolist(), frame[0].to_numpy())


def trec(root):
    lines = (root / "text/trec/train_5500.label").read_text(encoding="latin-1").splitlines()
    pairs = [line.split(" ", 1) for line in lines if line]
    return text([question for _, question in pairs], numpy.array([kind.split(":")[0] for kind, _ in pairs]))


def sms(root):
    lines = (root / "text/sms_spam/SMSSpamCollection").read_text(encoding="utf-8").split("\n")
    pairs = [line.split("\t", 1) for line in lines if line]
    return text([message for _, message in pairs], numpy.array([label for label, _ in pairs]))


SETS = {
    "spambase": spambase,
    "adult": adult,
    "satellite": satellite,
    "shuttle": shuttle,
    "wine": wine,
    "digits": digits,
    "mnist": pictures("mnist"),
    "fashion": pictures("fashion-mnist"),
    "agnews": agnews,
    "trec": trec,
    "sms": sms,
}


def symmetric(true, classes, share, random):
    """Moves exactly `share` of the labels, each to a uniformly drawn other class."""
    noisy = true.copy()
    moved = random.permutation(len(true))[: round(share * len(true))]
    noisy[moved] = (true[moved] + random.integers(1, classes, len(moved))) % classes
    return noisy


def pair(true, classes, random):
    """Each label to the next class with probability 0.2; with two classes 0.3 from the smaller and 0.1 from the larger."""
    rate = numpy.full(classes, 0.2)
    if classes == 2:
        smaller = numpy.bincount(true).argmin()
        rate[smaller], rate[1 - smaller] = 0.3, 0.1
    return numpy.where(random.random(len(true)) < rate[true], (true + 1) % classes, true)


def instance(true, classes, dense, random):
    """Part-dependent noise: a rate per example from N(0.2, 0.1), the wrong class from a random projection per true class."""
    rate = numpy.clip(random.normal(0.2, 0.1, len(true)), 0, 1)
    projection = random.normal(size=(classes, dense.shape[1], classes))
    noisy = true.copy()
    for label in range(classes):
        rows = numpy.flatnonzero(true == label)
        logits = dense[rows].astype(float) @ projection[label]
        logits[:, label] = -numpy.inf
        odds = numpy.exp(logits - logits.max(axis=1, keepdims=True))
        cumulated = numpy.cumsum(odds / odds.sum(axis=1, keepdims=True), axis=1)
        other = (random.random((len(rows), 1)) > cumulated).sum(axis=1).clip(max=classes - 1)
        noisy[rows] = numpy.where(random.random(len(rows)) < rate[rows], other, label)
    return noisy


def plant(kind, true, classes, dense, seed):
    random = numpy.random.default_rng([seed, KINDS.index(kind)])
    if kind == "pair20":
        return pair(true, classes, random)
    if kind == "idn20":
        return instance(true, classes, dense, random)
    return symmetric(true, classes, int(kind[3:]) / 100, random)


def folds(noisy, seed):
    answer = numpy.empty(len(noisy), dtype=numpy.int64)
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=seed).split(noisy, noisy)
    for number, (_, held_out) in enumerate(split):
        answer[held_out] = number
    return answer


def write(cache, name, seeds, root):
    linear, dense, plain, labels, *texts = SETS[name](root)
    names, true = numpy.unique(labels, return_inverse=True)
    folder = cache / name
    folder.mkdir(parents=True, exist_ok=True)
    if texts:
        (folder / "texts.json").write_text(json.dumps(texts[0]))
    scipy.sparse.save_npz(folder / "linear.npz", linear)
    for view, values in (("dense", dense), ("plain", plain), ("true", true)):
        numpy.save(folder / f"{view}.npy", values)
    (folder / "set.json").write_text(json.dumps({"rows": len(true), "classes": [str(value) for value in names]}))
    for seed in seeds:
        for kind in KINDS:
            noisy = plant(kind, true, len(names), standardised(dense), seed)
            cell = folder / f"{kind}-{seed}"
            cell.mkdir(exist_ok=True)
            numpy.save(cell / "noisy.npy", noisy)
            numpy.save(cell / "folds.npy", folds(noisy, seed))
            (cell / "cell.json").write_text(json.dumps({"seed": seed, "wrong": float((noisy != true).mean())}))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    options = parser.parse_args()
    for name in options.sets:
        write(options.cache, name, options.seeds, pathlib.Path(os.environ["ROTE_DATA"]))
        print(name, flush=True)


if __name__ == "__main__":
    main()
