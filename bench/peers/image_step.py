"""One training step on 28 x 28 pictures: a net of one hidden layer with Adam, or a small convolutional one with SGD."""

import argparse
import json
import statistics
import time

import torch
import torch.nn.functional as F
from torch import nn


def mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))


def cnn():
    def stage(before, after):
        return [nn.Conv2d(before, after, 3, padding=1, bias=False), nn.BatchNorm2d(after), nn.ReLU(), nn.MaxPool2d(2)]

    return nn.Sequential(*stage(1, 32), *stage(32, 64), nn.Flatten(), nn.Linear(64 * 7 * 7, 10))


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
    args.add_argument("--net", choices=["mlp", "cnn"], default="mlp")
    args.add_argument("--steps", type=int, default=100)
    args.add_argument("--warmup", type=int, default=10)
    args.add_argument("--batch", type=int, default=128)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--seed", type=int, default=0)
    args.add_argument("--channels-last", action="store_true")
    args = args.parse_args()

    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    inputs, labels = torch.randn(6000, 1, 28, 28), torch.randint(10, (6000,))
    net = mlp() if args.net == "mlp" else cnn()
    if args.channels_last:
        net = net.to(memory_format=torch.channels_last)
    if args.net == "mlp":
        optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    else:
        optimizer = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9)

    times = []
    order = torch.randperm(len(inputs))
    per_epoch = len(inputs) // args.batch
    for step in range(args.warmup + args.steps):
        if step == args.warmup:
            cpu = -time.process_time()
        start = time.perf_counter()
        at = step % per_epoch * args.batch
        rows = order[at : at + args.batch]
        x, y = inputs[rows], labels[rows]
        if args.channels_last:
            x = x.contiguous(memory_format=torch.channels_last)
        optimizer.zero_grad()
        loss = F.cross_entropy(net(x), y)
        loss.backward()
        optimizer.step()
        if step >= args.warmup:
            times.append(1000 * (time.perf_counter() - start))
    cpu += time.process_time()
    print(json.dumps({
        "peer": "image_step", "net": args.net, "torch": torch.__version__, "threads": args.threads,
        "channels_last": args.channels_last, "batch": args.batch, "steps": args.steps,
        "ms_per_step_median": round(statistics.median(times), 3),
        "ms_per_step_min": round(min(times), 3), "ms_per_step_max": round(max(times), 3),
        "cpu_ms_per_step": round(1000 * cpu / args.steps, 3), "last_loss": round(loss.item(), 6),
        "gemm_gflops_best": round(gemm_rate()),
    }))


if __name__ == "__main__":
    main()
