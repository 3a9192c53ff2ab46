package dev.rote.app.catalog;

import dev.rote.data.GaussianClouds;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Source;
import dev.rote.data.files.Cifar10;
import dev.rote.data.files.CifarBinary;
import dev.rote.data.files.Digits;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.files.Idx;
import dev.rote.data.files.ImageFolder;
import dev.rote.data.files.Mnist;
import dev.rote.data.files.NpyFiles;
import dev.rote.data.files.NpzFile;
import dev.rote.data.tables.LabelledTable;
import java.util.List;

/** Where examples come from. */
final class DataEntries {

    private DataEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(
                    Source.class,
                    "modular-arithmetic",
                    new ModularArithmetic(),
                    "all equations m o n = c (mod p) for one of six operations",
                    "Power et al. 2022"),
            new Entry<>(
                    Source.class,
                    "gaussian-clouds",
                    new GaussianClouds(),
                    "two round clouds of points in the plane",
                    "Byrd and Lipton 2019"),
            new Entry<>(
                    Source.class,
                    "digits",
                    new Digits(),
                    "1797 handwritten digits of 8 x 8 pixels, part of Rote",
                    "Alpaydin and Kaynak 1998"),
            new Entry<>(
                    Source.class,
                    "mnist",
                    new Mnist(),
                    "70000 handwritten digits of 28 x 28 pixels, if they are on this machine",
                    "LeCun et al. 1998"),
            new Entry<>(
                    Source.class,
                    "fashion-mnist",
                    new FashionMnist(),
                    "70000 pictures of clothes of 28 x 28 pixels, if they are on this machine",
                    "Xiao et al. 2017"),
            new Entry<>(
                    Source.class,
                    "cifar10",
                    new Cifar10(),
                    "60000 colour pictures of 32 x 32 pixels, if they are on this machine",
                    "Krizhevsky 2009"),
            new Entry<>(Source.class, "idx", new Idx(), "inputs and labels in idx files, as MNIST has them", ""),
            new Entry<>(Source.class, "cifar-binary", new CifarBinary(), "pictures in the records of CIFAR-10", ""),
            new Entry<>(Source.class, "npz", new NpzFile(), "inputs and labels in one file of NumPy", ""),
            new Entry<>(Source.class, "npy", new NpyFiles(), "inputs and labels in files of NumPy", ""),
            new Entry<>(Source.class, "image-folder", new ImageFolder(), "pictures, one folder for each class", ""),
            new Entry<>(
                    Source.class,
                    "table",
                    new LabelledTable(),
                    "a file of yours (CSV, TSV, Parquet, JSON lines) with the class in one column",
                    ""));
}
