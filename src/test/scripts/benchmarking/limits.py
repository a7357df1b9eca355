"""How far each stage is from what the machine can do: its least traffic and least work for a voxel, and the time taken."""

# For a voxel of the ROI; b: voxels of its box, m: voxels of the image, both for a voxel of the ROI.
# bytes: what must be read and written if everything else stays in cache. counts: table look-ups or comparisons with a
# neighbour; flops: double-precision additions and multiplications.
STAGES = {
    "CROP": (lambda b, m: 6 * b + 8, 0, 0, "float image and mask of the box in, doubles of the ROI out"),
    "DISCRETISE": (lambda b, m: 24 + 5 * b, 1, 3, "minimum and maximum, a bin for each value, ranks, a grid of the box"),
    "MESH": (lambda b, m: b / 8, 0, 0, "bits; work only at the surface"),
    "DIAMETERS": (lambda b, m: b / 8, 0, 0, "bits; work only at the surface"),
    "AXES": (lambda b, m: b / 8, 0, 0, "bits"),
    "FIRSTORDER": (lambda b, m: 24, 1, 16, "sums, deviations from the mean, from the robust mean; selection of quantiles"),
    "GLCM": (lambda b, m: 4 * b, 13, 0, "13 directions"),
    "GLRLM": (lambda b, m: 4 * b, 13, 0, "13 directions"),
    "GLSZM": (lambda b, m: 8 * b, 13, 0, "13 neighbours, one label"),
    "GLDM": (lambda b, m: 4 * b, 13, 0, "26 neighbours, each pair looked at once"),
    "NGTDM": (lambda b, m: 4 * b, 13, 0, "26 neighbours, each pair looked at once"),
    "LOG": (lambda b, m: 8 * 9 * m, 0, lambda b, m: 9 * 2 * 16 * m, "9 passes over the image, both ways, recursion of order 4"),
    "WAVELET": (lambda b, m: 8 * 14 * m, 0, lambda b, m: 14 * 12 * m, "14 passes over the image, 6 taps"),
    "RESAMPLE": (lambda b, m: 8 * 6 * m, 0, lambda b, m: 2 * (4 + 16 + 64) * b / 1.843 + 3 * 4 * m,
                 "coefficients along 3 axes, 64 taps for each new voxel"),
    "SCAN": (lambda b, m: 4 * m, 0, 0, "checksum: SHA-1 of each byte; least, largest, mean"),
}


def limits(results):
    """For each stage that was measured: bytes, counts, flops, ns that memory and work need at least, ns taken, words."""
    n = results["voxels"]
    b, m = results["box"] / n, results["image"] / n
    rows = []
    for stage, (traffic, counts, flops, words) in STAGES.items():
        if stage not in results:
            continue
        moved = traffic(b, m)
        sums = flops(b, m) if callable(flops) else flops
        memory = moved / results["triad GB/s"]
        work = counts / results["counts/ns"] + sums / results["flops/ns"]
        if stage == "SCAN":
            work += moved / results["checksum GB/s"]
        rows.append((stage, moved, counts, sums, memory, work, results[stage] / n * 1e9, words))
    return rows
