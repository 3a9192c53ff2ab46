"""What further members would be worth: gradient boosting, sentence embeddings, self-influence.

    python3 extra_members.py CACHE {boosting,embeddings,columns,influence} [--seeds 0 1] [--sets ...] > extra.csv

One row for every cell of cells.py and every committee: average precision, area under the ROC curve, F1 of the flags, noise rate.
Boosting needs lightgbm. Embeddings read CACHE/<set>/minilm.npy [N, 384], a vector of length 1 for every text in the order of
cells.py: a copy of the sentences.npy that dev.rote.bench.SentenceVectors writes, or other vectors of all-MiniLM-L6-v2. The
members of recipe.py are kept in <cell>/committee.npy, [M, N, K].
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
from cells import FOLDS, KINDS, SETS, standardised
from confident import joint_noise, prune_by_noise_rate
from pool import audit
from recipe import TEXT, committee

LINEAR, FOREST, EXTRA, NET, NEAR, BAYES = range(6)
SMALL = dict(num_leaves=8, min_data_in_leaf=50, lambda_l2=10, bagging_fraction=0.5, bagging_freq=1, feature_fraction=0.5)
BOOSTING = {"large": (dict(num_leaves=31, min_data_in_leaf=20), (50, 100)), "small": (SMALL, (50,))}

warnings.filterwarnings("ignore")


def boosted(features, labels, folds, classes, seed, rounds, values):
    """Gradient boosted trees at rate 0.1: {round: out-of-sample probabilities}."""
    import lightgbm

    values = dict(values, objective="multiclass", num_class=classes, num_threads=1, seed=seed, verbose=-1)
    answers = {count: numpy.zeros((len(labels), classes)) for count in rounds}
    for fold in range(FOLDS):
        held = folds == fold
        trees = lightgbm.train(values, lightgbm.Dataset(features[~held], labels[~held]), max(rounds))
        for count in rounds:
            answers[count][held] = trees.predict(features[held], num_iteration=count)
    return answers


def with_boosting(views, labels, folds, classes, seed, base):
    yield "base", base, 0
    for name, (values, rounds) in BOOSTING.items():
        start = time.process_time()
        answers = boosted(views["plain"], labels, folds, classes, seed, rounds, values)
        seconds = time.process_time() - start
        for count, extra in answers.items():
            yield f"{name} {count}: added", [*base, extra], seconds
            yield f"{name} {count}: for extra-trees", [*base[:EXTRA], extra, *base[EXTRA + 1 :]], seconds
            yield f"{name} {count}: for the forest", [*base[:FOREST], extra, *base[FOREST + 1 :]], seconds


def with_embeddings(views, labels, folds, classes, seed, base):
    vectors = views["minilm"]
    linear = members.linear(vectors, labels, folds, classes)
    near = members.vote(members.nearest(vectors), labels, classes)
    net = members.net(standardised(vectors), labels, folds, classes, seed)
    yield "base", base, 0
    yield "linear alone", [linear], 0
    yield "linear added", [*base, linear], 0
    yield "near added", [*base, near], 0
    yield "net added", [*base, net], 0
    yield "near for near", [*base[:NEAR], near, *base[NEAR + 1 :]], 0
    yield "linear and near added", [*base, linear, near], 0
    yield "linear and near and net added", [*base, linear, near, net], 0
    yield "linear and near beside words alone", [base[LINEAR], base[BAYES], linear, near], 0


def with_columns(views, labels, folds, classes, seed, base):
    """The vectors as columns beside the components that forests, net and neighbours see."""
    dense, plain = (numpy.hstack([views[view], views["minilm"]]) for view in ("dense", "plain"))
    dense = standardised(dense)
    both = list(base)
    both[FOREST] = members.forest(plain, labels, classes, seed, False)
    both[EXTRA] = members.forest(plain, labels, classes, seed, True)
    both[NET] = members.net(dense, labels, folds, classes, seed)
    both[NEAR] = members.vote(members.nearest(dense), labels, classes)
    linear = members.linear(views["minilm"], labels, folds, classes)
    near = members.vote(members.nearest(views["minilm"]), labels, classes)
    yield "base", base, 0
    yield "columns", both, 0
    yield "columns and linear and near added", [*both, linear, near], 0


def with_influence(views, labels, folds, classes, seed, base):
    """Squared gradient norm of the last layer on the example itself, |p - y|^2 (|h|^2 + 1), summed over the steps of training."""
    one_hot = numpy.eye(classes)[labels]
    sums = {"in sample": numpy.zeros(len(labels)), "held out": numpy.zeros(len(labels))}

    def watch(rows, out, hidden, probs):
        influence = ((probs - one_hot[rows]) ** 2).sum(axis=2) * ((hidden**2).sum(axis=2) + 1)
        sums["in sample"][rows] += (influence * ~out).sum(axis=0)
        sums["held out"][rows] += (influence * out).sum(axis=0)

    net = members.net(views["dense"], labels, folds, classes, seed, watch=watch)
    yield "base", base, 0
    for name, influence in sums.items():
        rank = ranks(influence)
        yield f"influence {name}: added", [*base, given(1 - rank, net, labels)], 0
        yield f"influence {name}: mean of ranks", base, 0, rank


def given(right, probs, labels):
    """[N, K] with probability `right` for the given label, and the rest shared out as in `probs`."""
    others = numpy.maximum(probs, 1e-6)
    others[numpy.arange(len(labels)), labels] = 0
    answer = others / others.sum(axis=1, keepdims=True) * (1 - right[:, None])
    answer[numpy.arange(len(labels)), labels] = right
    return answer


def ranks(values):
    return (values.argsort().argsort() + 0.5) / len(values)


def judged(wrong, labels, answers, rank=None):
    """AP, AUROC, F1, rate; a `rank` is averaged with the rank of the pool's suspicion, and as many examples flagged.

    A committee of one is judged as in baseline.py, by self-confidence and cleanlab's default filter.
    """
    alone = len(answers) == 1
    posterior, rate = (answers[0], joint_noise(labels, answers[0])) if alone else audit(answers, labels)[:2]
    suspicion = 1 - posterior[numpy.arange(len(labels)), labels]
    flags = prune_by_noise_rate(labels, posterior) if alone else suspicion > 0.5
    if rank is not None:
        suspicion = ranks(suspicion) + rank
        flags = suspicion > numpy.sort(suspicion)[-1 - flags.sum()]
    return average_precision_score(wrong, suspicion), roc_auc_score(wrong, suspicion), f1_score(wrong, flags), rate


MEASURES = {"boosting": with_boosting, "embeddings": with_embeddings, "columns": with_columns, "influence": with_influence}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("measure", choices=MEASURES)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    parser.add_argument("--sets", nargs="+", choices=SETS)
    options = parser.parse_args()
    print("set,noise,seed,committee,wrong,ap,auroc,f1,rate,cpu")
    texts = options.measure in ("embeddings", "columns")
    for name in options.sets or (TEXT if texts else SETS):
        folder = options.cache / name
        views = {view: numpy.load(folder / f"{view}.npy") for view in ("dense", "plain")}
        linear = scipy.sparse.load_npz(folder / "linear.npz")
        views["linear"] = linear if name in TEXT else linear.toarray()
        if texts:
            views["minilm"] = numpy.load(folder / "minilm.npy")
        true = numpy.load(folder / "true.npy")
        classes = len(json.loads((folder / "set.json").read_text())["classes"])
        for seed in options.seeds:
            for kind in KINDS:
                cell = folder / f"{kind}-{seed}"
                labels, folds = numpy.load(cell / "noisy.npy"), numpy.load(cell / "folds.npy")
                if not (cell / "committee.npy").exists():
                    numpy.save(cell / "committee.npy", numpy.float32(committee(views, labels, folds, classes, seed)))
                base = list(numpy.load(cell / "committee.npy").astype(float))
                for title, answers, seconds, *rank in MEASURES[options.measure](views, labels, folds, classes, seed, base):
                    values = (labels != true).mean(), *judged(labels != true, labels, answers, *rank), seconds
                    print(f"{name},{kind},{seed},{title}," + ",".join(f"{value:.4f}" for value in values), flush=True)


if __name__ == "__main__":
    main()
