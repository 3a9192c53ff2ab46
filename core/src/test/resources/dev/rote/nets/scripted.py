"""Writes scripted.pt, a small trained-elsewhere net, and pair.pt, which gives two tensors; prints what TorchScriptTest expects.

    python3 scripted.py FOLDER        (made with PyTorch 1.13.0)
"""

import sys

import torch
from torch import nn


class Pair(nn.Module):
    def forward(self, x):
        return x, x


net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU(), nn.Dropout(0.5), nn.Flatten(), nn.Linear(8, 3))
for name, p in net.named_parameters():
    p.data.copy_(torch.sin(torch.arange(p.numel()) + len(name)).reshape(p.shape))
net[1].running_mean.fill_(0.25)
net[1].running_var.fill_(4)
net.train()  # as saved in the middle of a training; it must compute as in evaluation all the same
torch.jit.script(net).save(sys.argv[1] + "/scripted.pt")
torch.jit.script(Pair()).save(sys.argv[1] + "/pair.pt")

net.double().eval()
y = net(torch.sin(torch.arange(32.0).double()).reshape(2, 1, 4, 4))
y.square().mean().backward()
print("outputs", y.flatten().tolist())
print("gradients", [p.grad.norm().item() for p in net.parameters()])
