"""The audit's recipe on the cells of cells.py: five or six out-of-sample members, one pool with a noise channel, no second training.

    python3 recipe.py CACHE [--seeds 0 1] [--sets ...] > recipe.csv
"""

import argparse
import json
import pathlib
import time
import warnings

import numpy
import scipy.sparse
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

import members
from cells import KINDS, SETS
from pool import audit

TEXT = ("agnews", "trec", "sms")
COLUMNS = "set,noise,seed,wrong,ap,auroc,f1,rate,low,high,expected,precision,cpu"

warnings.filterwarnings("ignore")


def committee(views, labels, folds, classes, seed):
    answers = [
        members.linear(views["linear"], labels, folds, classes),
        members.forest(views["plain"], labels, classes, seed, False),
        members.forest(views["plain"], labels, classes, seed, True),
        members.net(views["dense"], labels, folds, classes, seed),
        members.vote(members.nearest(views["dense"]), labels, classes),
    ]
    if scipy.sparse.issparse(views["linear"]):
        answers.append(members.naive_bayes(views["linear"], labels, folds, classes))
    return answers


def row(true, labels, folds, views, classes, seed):
    start = time.process_time()
    posterior, rate, low, high, expected = audit(committee(views, labels, folds, classes, seed), labels)
    seconds = time.process_time() - start
    wrong = labels != true
    suspicion = 1 - posterior[numpy.arange(len(labels)), labels]
    flags = suspicion > 0.5
    ranks = average_precision_score(wrong, suspicion), roc_auc_score(wrong, suspicion), f1_score(wrong, flags)
    return wrong.mean(), *ranks, rate, low, high, expected, wrong[flags].mean(), seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    parser.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    options = parser.parse_args()
    print(COLUMNS)
    for name in options.sets:
        folder = options.cache / name
        views = {view: numpy.load(folder / f"{view}.npy") for view in ("dense", "plain")}
        linear = scipy.sparse.load_npz(folder / "linear.npz")
        views["linear"] = linear if name in TEXT else linear.toarray()
        true = numpy.load(folder / "true.npy")
        classes = len(json.loads((folder / "set.json").read_text())["classes"])
        for seed in options.seeds:
            for kind in KINDS:
                cell = folder / f"{kind}-{seed}"
                labels, folds = numpy.load(cell / "noisy.npy"), numpy.load(cell / "folds.npy")
                values = ",".join(f"{value:.4f}" for value in row(true, labels, folds, views, classes, seed))
                print(f"{name},{kind},{seed},{values}", flush=True)


if __name__ == "__main__":
    main()
