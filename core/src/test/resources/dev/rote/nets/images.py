"""Writes images.csv: what PyTorch computes with the nets on images, in float64, weights and inputs given by formulas.

    python3 images.py > images.csv        (made with PyTorch 1.13.0)

Rows: net, what, numbers. `evaluation` and `training` are the outputs [3, 4], row after row; `gradients` the norm of each
parameter's gradient of the mean squared training output, in the order of the parameters; `buffers` the sum of each buffer after
that training pass.
"""

import math

import torch
from torch import nn
from torch.nn.functional import avg_pool2d, leaky_relu, max_pool2d, relu

K = 4
torch.set_default_dtype(torch.float64)


class SmallCnn(nn.Module):
    def __init__(self, channels, norm, hidden, side):
        super().__init__()
        self.stages = nn.ModuleList()
        before = 3
        for after in channels:
            stage = nn.Module()
            stage.conv = nn.Conv2d(before, after, 3, padding=1, bias=not norm)
            if norm:
                stage.norm = nn.BatchNorm2d(after)
            self.stages.append(stage)
            before = after
            side //= 2
        width = before * side * side
        self.hidden = nn.ModuleList()
        for after in hidden:
            self.hidden.append(nn.Linear(width, after))
            width = after
        self.output = nn.Linear(width, K)

    def forward(self, x):
        for stage in self.stages:
            x = stage.conv(x)
            x = max_pool2d(relu(stage.norm(x) if hasattr(stage, "norm") else x), 2)
        x = x.flatten(1)
        for layer in self.hidden:
            x = relu(layer(x))
        return self.output(x)


class Numbered(nn.Module):
    """c1, bn1, c2, bn2, ..., as in the code of Co-teaching and JoCoR."""

    def __init__(self, channels, padding, pools, head, width, activation, mean):
        super().__init__()
        self.count, self.pools, self.head, self.activation, self.mean = len(channels), pools, head, activation, mean
        before = 3
        for i, after in enumerate(channels, 1):
            setattr(self, f"c{i}", nn.Conv2d(before, after, 3, padding=padding[i - 1]))
            setattr(self, f"bn{i}", nn.BatchNorm2d(after))
            before = after
        setattr(self, head, nn.Linear(width, K))

    def forward(self, x):
        for i in range(1, self.count + 1):
            x = self.activation(getattr(self, f"bn{i}")(getattr(self, f"c{i}")(x)))
            if i in self.pools:
                x = max_pool2d(x, 2)
        if self.mean:
            x = avg_pool2d(x, x.shape[2])
        return getattr(self, self.head)(x.flatten(1))


class Basic(nn.Module):
    def __init__(self, before, after, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(after)
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.shortcut = nn.Sequential()
        if stride > 1:
            self.shortcut = nn.Sequential(
                nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after)
            )

    def forward(self, x):
        return relu(self.bn2(self.conv2(relu(self.bn1(self.conv1(x))))) + self.shortcut(x))


class PreAct(nn.Module):
    def __init__(self, before, after, stride):
        super().__init__()
        self.bn1 = nn.BatchNorm2d(before)
        self.conv1 = nn.Conv2d(before, after, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(after)
        self.conv2 = nn.Conv2d(after, after, 3, 1, 1, bias=False)
        if stride > 1:
            self.shortcut = nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False))

    def forward(self, x):
        a = relu(self.bn1(x))
        short = self.shortcut(a) if hasattr(self, "shortcut") else x
        return self.conv2(relu(self.bn2(self.conv1(a)))) + short


class Resnet(nn.Module):
    def __init__(self, block, k, counts, stem_norm, final_norm):
        super().__init__()
        self.conv1 = nn.Conv2d(3, k, 3, 1, 1, bias=False)
        if stem_norm:
            self.bn1 = nn.BatchNorm2d(k)
        before = k
        for stage, count in enumerate(counts):
            blocks = []
            for i in range(count):
                blocks.append(block(before, k << stage, 2 if stage > 0 and i == 0 else 1))
                before = k << stage
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        if final_norm:
            self.bn = nn.BatchNorm2d(before)
        self.linear = nn.Linear(before, K)

    def forward(self, x):
        x = self.conv1(x)
        if hasattr(self, "bn1"):
            x = relu(self.bn1(x))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        if hasattr(self, "bn"):
            x = relu(self.bn(x))
        return self.linear(x.mean((2, 3)))


class Vgg(nn.Module):
    def __init__(self, k, norm):
        super().__init__()
        layers, before = [], 3
        for factor in [1, 0, 2, 0, 4, 4, 0, 8, 8, 0, 8, 8, 0]:
            if factor == 0:
                layers.append(nn.MaxPool2d(2))
            else:
                layers.append(nn.Conv2d(before, factor * k, 3, padding=1))
                if norm:
                    layers.append(nn.BatchNorm2d(factor * k))
                layers.append(nn.ReLU())
                before = factor * k
        self.features = nn.Sequential(*layers)
        self.classifier = nn.Linear(before, K)

    def forward(self, x):
        return self.classifier(self.features(x).flatten(1))


def waves(count, shift):
    return torch.sin(1.7 * torch.arange(count, dtype=torch.float64) + shift)


def fill(net):
    for name, tensor in list(net.named_parameters()) + list(net.named_buffers()):
        if name.endswith("num_batches_tracked"):
            continue
        wave = waves(tensor.numel(), len(name)).reshape(tensor.shape)
        if tensor.dim() > 1:
            tensor.data.copy_(wave * 2 / math.sqrt(tensor[0].numel()))
        elif name.endswith("bias") or name.endswith("mean"):
            tensor.data.copy_(0.1 * wave)
        else:
            tensor.data.copy_(1 + 0.3 * wave)


def row(name, what, values):
    print(",".join([name, what] + [repr(float(v)) for v in values]))


NETS = {
    "small-cnn": (lambda: SmallCnn([4, 6], True, [], 16), 16),
    "small-cnn-plain": (lambda: SmallCnn([3, 4, 5], False, [6, 5], 17), 17),
    "cnn-7": (lambda: Numbered([64, 64, 128, 128, 196, 16], [1] * 6, (2, 4, 6), "linear1", 64, relu, False), 16),
    "cnn-9": (
        lambda: Numbered(
            [128, 128, 128, 256, 256, 256, 512, 256, 128], [1] * 6 + [0] * 3, (3, 6), "l_c1", 128, leaky_relu, True
        ),
        28,
    ),
    "resnet-18": (lambda: Resnet(Basic, 3, [2, 2, 2, 2], True, False), 16),
    "preact-resnet-18": (lambda: Resnet(PreAct, 3, [2, 1, 1, 2], False, True), 16),
    "preact-resnet-18-plain": (lambda: Resnet(PreAct, 2, [1, 1, 1, 1], False, False), 9),
    "vgg-11": (lambda: Vgg(2, True), 32),
    "vgg-11-plain": (lambda: Vgg(2, False), 32),
}

for name, (make, side) in NETS.items():
    net = make()
    fill(net)
    x = waves(3 * 3 * side * side, 0.5).reshape(3, 3, side, side)
    net.eval()
    row(name, "evaluation", net(x).flatten().tolist())
    net.train()
    y = net(x)
    row(name, "training", y.flatten().tolist())
    y.square().mean().backward()
    row(name, "gradients", [p.grad.norm() for p in net.parameters()])
    row(name, "buffers", [b.sum() for n, b in net.named_buffers() if not n.endswith("tracked")])
