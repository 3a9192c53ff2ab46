"""Finds planted wrong labels with scikit-learn's learners, on the labels and folds that dev.rote.bench.Learners exported.

python3 learners.py EXPORT [digits | MNIST_IMAGES.gz]  prints one line of JSON a learner: process CPU seconds and average precision.
"""
import gzip, json, sys, time
import os
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
from sklearn.datasets import load_digits
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier

truth, given, fold = np.loadtxt(sys.argv[1], dtype=int).T
if sys.argv[2] == "digits":
    plain = load_digits().data / 16
else:
    pixels = np.frombuffer(gzip.open(sys.argv[2]).read(), np.uint8, offset=16).reshape(-1, 14, 2, 14, 2)
    plain = pixels.mean((2, 4)).reshape(len(pixels), -1) / 255
std = plain.std(0)
scaled = np.where(std > 1e-9, (plain - plain.mean(0)) / np.maximum(std, 1e-9), 0).astype(np.float32)
K = 10


def out_of_fold(fit, x):
    p = np.zeros((len(x), K))
    for f in range(fold.max() + 1):
        t = fold != f
        p[~t] = fit(x[t], given[t], x[~t])
    return p


def linear(x, y, z, **how):
    return LogisticRegression(C=1, **how).fit(x, y).predict_proba(z)


def forest():
    m = RandomForestClassifier(100, min_samples_leaf=2, oob_score=True, random_state=0).fit(plain, given)
    return m.oob_decision_function_


def neighbours(x, y, z):
    m = KNeighborsClassifier(20, weights="distance", algorithm="brute").fit(x, y)
    prior = np.bincount(y, minlength=K) / len(y)
    return (20 * m.predict_proba(z) + prior) / 21


def net(x, y, z):
    m = MLPClassifier((128,), alpha=1e-4 * len(y), batch_size=128, learning_rate_init=1e-3, random_state=0)
    m.alpha = 1e-4 * 128  # scikit-learn divides alpha by the batch size
    p = 0
    for _ in range(30):
        m.partial_fit(x, y, classes=np.arange(K))
        p = p + m.predict_proba(z) / 30
    return p


def boosting(x, y, z):
    m = HistGradientBoostingClassifier(
        learning_rate=0.15, max_iter=30, max_leaf_nodes=31, max_bins=32, early_stopping=False
    )
    return m.fit(x, y).predict_proba(z)


which = {
    "linear": lambda: out_of_fold(lambda *a: linear(*a, max_iter=100), scaled),
    "linear, converged": lambda: out_of_fold(lambda *a: linear(*a, tol=1e-6, max_iter=100000), scaled),
    "forest": forest,
    "neighbours": lambda: out_of_fold(neighbours, scaled),
    "net": lambda: out_of_fold(net, scaled),
    "boosting": lambda: out_of_fold(boosting, plain),
}
for name, run in which.items():
    if len(sys.argv) > 3 and name not in sys.argv[3:]:
        continue
    start = time.process_time()
    p = run()
    seconds = time.process_time() - start
    ap = average_precision_score(truth != given, 1 - p[np.arange(len(given)), given])
    print(json.dumps({"learner": name, "rows": len(given), "cpu": round(seconds, 2), "ap": round(ap, 4)}), flush=True)
