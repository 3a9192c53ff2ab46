"""Logistic regression with cleanlab's self-confidence and default filter on the cells of cells.py.

    python3 baseline.py CACHE [--seeds 0 1] > baseline.csv
"""

import argparse
import json
import pathlib
import time
import warnings

import numpy
import scipy.sparse
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score

from cells import KINDS, SETS
from confident import joint_noise, num_label_issues, prune_by_noise_rate
from members import linear as out_of_sample

warnings.filterwarnings("ignore")  # lbfgs says when 100 rounds were not enough; that is scikit-learn's default, so it stays


def report(noisy, wrong, probs):
    quality = probs[numpy.arange(len(noisy)), noisy]
    return {
        "ap": average_precision_score(wrong, -quality),
        "auroc": roc_auc_score(wrong, -quality),
        "f1": f1_score(wrong, prune_by_noise_rate(noisy, probs)),
        "joint": joint_noise(noisy, probs),
        "issues": num_label_issues(noisy, probs) / len(noisy),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cache", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    options = parser.parse_args()
    print("set,noise,seed,wrong,ap,auroc,f1,joint,issues,cpu")
    for name in SETS:
        folder = options.cache / name
        # scikit-learn's dense path for dense features, its sparse one for text
        linear = scipy.sparse.load_npz(folder / "linear.npz")
        linear = linear if name in ("agnews", "trec", "sms") else linear.toarray()
        true = numpy.load(folder / "true.npy")
        classes = len(json.loads((folder / "set.json").read_text())["classes"])
        for seed in options.seeds:
            for kind in KINDS:
                cell = folder / f"{kind}-{seed}"
                noisy = numpy.load(cell / "noisy.npy")
                start = time.process_time()
                probs = out_of_sample(linear, noisy, numpy.load(cell / "folds.npy"), classes)
                seconds = time.process_time() - start
                row = report(noisy, noisy != true, probs)
                values = ",".join(f"{row[key]:.4f}" for key in ("ap", "auroc", "f1", "joint", "issues"))
                print(f"{name},{kind},{seed},{(noisy != true).mean():.4f},{values},{seconds:.2f}", flush=True)


if __name__ == "__main__":
    main()
