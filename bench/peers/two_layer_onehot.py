"""One full-batch training step of the two-layer net on modular addition, as most people write it: one-hot inputs."""

import argparse
import json
import statistics
import time

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self, p, width):
        super().__init__()
        self.hidden = nn.Linear(2 * p, width, bias=False)
        self.out = nn.Linear(width, p, bias=False)
        sigma = (16 * width) ** (-1 / 3)
        nn.init.normal_(self.hidden.weight, std=sigma)
        nn.init.normal_(self.out.weight, std=sigma)

    def forward(self, x):
        return self.out(self.hidden(x).square())


def pairs(p, fraction, corrupted, generator):
    """The shuffled training pairs (m, n), their labels, and a share of labels drawn at random."""
    order = torch.randperm(p * p, generator=generator)[: int(fraction * p * p)]
    m, n = order // p, order % p
    y = (m + n) % p
    k = int(corrupted * len(y))
    y[:k] = torch.randint(p, (k,), generator=generator)
    return m, n, y


def gemm_rate(size=1024, tries=5):
    """Billions of operations a second of a square product: tells a fast BLAS from the reference one."""
    a, b = torch.randn(size, size), torch.randn(size, size)
    seconds = []
    for _ in range(tries):
        start = time.perf_counter()
        a @ b
        seconds.append(time.perf_counter() - start)
    return 2 * size**3 / min(seconds) / 1e9


def main():
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--steps", type=int, default=60)
    args.add_argument("--warmup", type=int, default=10)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--loss", choices=["mse", "cross_entropy"], default="mse")
    args = args.parse_args()

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    p, width = 97, 500
    m, n, y = pairs(p, 0.5, 0.35, torch.Generator().manual_seed(args.seed))
    x = torch.cat([F.one_hot(m, p), F.one_hot(n, p)], dim=1).float()
    target = F.one_hot(y, p).float()
    net = Net(p, width)
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-8, weight_decay=5.0)

    times = []
    for step in range(args.warmup + args.steps):
        start = time.perf_counter()
        optimizer.zero_grad()
        prediction = net(x)
        loss = F.mse_loss(prediction, target) if args.loss == "mse" else F.cross_entropy(prediction, y)
        loss.backward()
        optimizer.step()
        if step >= args.warmup:
            times.append(1000 * (time.perf_counter() - start))
    print(json.dumps({
        "peer": "two_layer_onehot", "torch": torch.__version__, "threads": args.threads, "loss": args.loss,
        "steps": args.steps, "ms_per_step_median": round(statistics.median(times), 3),
        "ms_per_step_min": round(min(times), 3), "ms_per_step_max": round(max(times), 3),
        "last_loss": round(loss.item(), 8),
        "gemm_gflops_best": round(gemm_rate()),
    }))


if __name__ == "__main__":
    main()
