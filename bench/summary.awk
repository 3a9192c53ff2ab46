# Turns lines of "label {json}" from bench/run into a table. Medians throughout.

function field(name,    at, rest) {
    at = index($0, "\"" name "\": ")
    if (!at) return ""
    rest = substr($0, at + length(name) + 4)
    sub(/[,}].*/, "", rest)
    return rest
}

function keep(key, value) { count[key]++; kept[key, count[key]] = value + 0 }

function median(key,    n, i, j, sorted, swap) {
    n = count[key]
    if (!n) return 0
    for (i = 1; i <= n; i++) sorted[i] = kept[key, i]
    for (i = 2; i <= n; i++)
        for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) {
            swap = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = swap
        }
    return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

function listed(key,    i, text) {
    for (i = 1; i <= count[key]; i++) text = text sprintf(" %.2f", kept[key, i])
    return text
}

$1 == "onehot" || $1 == "embedding" {
    waiting = $1
    peer = field("ms_per_step_median")
    keep($1 " ms", peer)
    keep($1 " least", field("ms_per_step_min"))
    keep("peer gemm", field("gemm_gflops_best"))
}

$1 == "rote" {
    keep("rote ms", field("ms_per_step_median"))
    keep("rote least", field("ms_per_step_min"))
    keep("gflops", field("gflops"))
    keep("gemm", field("gemm_gflops"))
    keep("share", 100 * field("share_of_gemm"))
    keep("shapes", field("shapes_gflops"))
    keep("share of shapes", 100 * field("share_of_shapes"))
    if (waiting != "") keep(waiting " ratio", peer / field("ms_per_step_median"))
    waiting = ""
}

$1 == "pair" { pair = field("ms_per_step_median") }
$1 == "alone" {
    keep("pair", pair)
    keep("alone", 2 * field("ms_per_step_median"))
    keep("sharing", pair / (2 * field("ms_per_step_median")))
}

$1 == "memory" { early = field("resident_mib_early"); late = field("resident_mib_late") }

END {
    print "One full-batch step (p = 97, N = 500, 4704 pairs), two threads each"
    printf "%-34s %10s %10s\n", "", "ms median", "ms least"
    if (count["onehot ms"]) printf "%-34s %10.2f %10.2f\n", "PyTorch, one-hot", median("onehot ms"), median("onehot least")
    if (count["embedding ms"]) printf "%-34s %10.2f %10.2f\n", "PyTorch, embeddings", median("embedding ms"), median("embedding least")
    printf "%-34s %10.2f %10.2f\n", "Rote", median("rote ms"), median("rote least")
    print ""
    if (count["onehot ratio"]) printf "one-hot script / Rote, pair by pair: %s   median %.2f\n", listed("onehot ratio"), median("onehot ratio")
    if (count["embedding ratio"]) printf "embedding script / Rote, pair by pair: %s   median %.2f\n", listed("embedding ratio"), median("embedding ratio")
    printf "Rote: %.0f GFLOP/s, %.0f %% of the rate of a 2048^3 product (%.0f), %.0f %% of that of the step's own products alone (%.0f)\n", \
        median("gflops"), median("share"), median("gemm"), median("share of shapes"), median("shapes")
    if (count["peer gemm"] && median("peer gemm") < 20) {
        print ""
        printf "WARNING: PyTorch multiplies at %.0f GFLOP/s here: this is the reference BLAS, and the comparison says nothing.\n", median("peer gemm")
        print "         Install OpenBLAS (Debian: apt-get install libopenblas0-pthread) and run this again."
    } else if (count["peer gemm"]) printf "PyTorch's own 1024^3 product: %.0f GFLOP/s\n", median("peer gemm")
    print ""
    print "Two runs side by side, one worker each, against one run on two workers"
    printf "one step of each: %.2f ms; two steps of the one: %.2f ms; ratio, pair by pair: %s   median %.2f (at most 1 is right)\n", \
        median("pair"), median("alone"), listed("sharing"), median("sharing")
    print ""
    printf "Resident memory: %d MiB after 1,000 steps, %d MiB at the end\n", early, late
}
