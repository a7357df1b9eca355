"""The results as a page of Markdown tables."""
import os
import platform

from . import plot, programs, targets
from .limits import limits
from .measure import FAMILIES, PARTS, SIZES
from .programs import OURS

SMALLEST = 1e-13
RENAMED = [("Morphology", "shape"), ("IntensityBasedStatistical", "firstorder"), ("NGLDM", "gldm"),
           ("Percentile10", "10Percentile"), ("Percentile90", "90Percentile"), ("th_percentile", "percentile"),
           ("VolumeMesh", "MeshVolume"), ("VolumeVoxelCounting", "VoxelVolume"), ("SurfaceAreaMesh", "SurfaceArea"),
           ("SurfaceToVolume", "SurfaceVolume"), ("LowDependence", "SmallDependence"), ("HighDependence", "LargeDependence"),
           ("SmallZone", "SmallArea"), ("LargeZone", "LargeArea"), ("DependenceCount", "Dependence")]
BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"


def cell(value, digits=3):
    return "" if value is None else "%.*g" % (digits, value) if value < 1000 else "%.0f" % value


def table(head, rows):
    return "\n".join(["| " + " | ".join(r) + " |" for r in [head, ["---"] * len(head)] + rows]) + "\n"


def ratio(others, ours):
    return "" if not others or not ours else "%.*g" % (2 if others / ours < 99.5 else 3, others / ours)


class Part:
    """Results of a part: case, program, number of threads."""

    def __init__(self, kept, name):
        self.results = kept.get(name, {})

    def cases(self):
        return list(self.results)

    def value(self, case, program, threads, key):
        return self.results.get(case, {}).get(program, {}).get(str(threads), {}).get(key)

    def programs(self):
        order = [OURS, "pyradiomics", "pictologics", "flash", "fastrad", "radiomicsj"]
        there = {p for case in self.results.values() for p in case}
        return [p for p in order if p in there]


def times(part, kept, key, threads):
    """A row for each case, a column for each program, with how many times its value is ours."""
    names = part.programs()
    rows = []
    for case in part.cases():
        ours = part.value(case, OURS, threads, key)
        cells = [case, "{:,}".format(kept["cases"][case]["voxels"]) if case in kept["cases"] else ""]
        for name in names:
            v = part.value(case, name, threads, key)
            cells.append(cell(v) if name == OURS or v is None else "%s (%s)" % (cell(v), ratio(v, ours)))
        if any(cells[2:]):
            rows.append(cells)
    return table(["case", "ROI voxels"] + [programs.title(n) for n in names], rows) if rows else ""


def difference(a, b):
    return 0.0 if a == b or max(abs(a), abs(b)) < SMALLEST else abs(a - b) / max(abs(a), abs(b), SMALLEST)


def plain(name):
    """A feature's name as it would be in PyRadiomics, without what is written differently."""
    for theirs, ours in RENAMED:
        name = name.replace(theirs, ours)
    return "".join(c for c in name.lower() if c.isalnum())


def pairs(values, reference, ibsi):
    """A program's values beside PyRadiomics' of the same feature: by name, or by IBSI's code where both follow IBSI."""
    by_name = {plain(column.replace("original_", "")): column for column in reference}
    by_code = {code: "original_" + feature for feature, code in (ibsi or {}).items()}
    for key, value in values.items():
        column = by_name.get(plain(key.replace("original_", ""))) or by_code.get(key.rsplit("_", 1)[-1])
        if column in reference and not (column.endswith("Kurtosis") and key.startswith("Intensity")):  # excess, there
            yield column.split("_")[1], difference(value, reference[column])


def agreement(kept, case):
    """For each program and family the largest relative difference to PyRadiomics, and how many features were compared."""
    part = Part(kept, "warm")
    reference = part.value(case, "pyradiomics", 1, "values")
    if not reference:
        return ""
    rows = []
    for name in part.programs():
        if name == "pyradiomics":
            continue
        found = {f: [] for f in FAMILIES}
        for family, d in pairs(part.value(case, name, 1, "values") or {}, reference, kept.get("ibsi")):
            found[family].append(d)
        rows.append([programs.title(name)] + ["%.0e (%d of %d)" % (max(found[f]), sum(d < 1e-6 for d in found[f]), len(found[f]))
                                              if found[f] else "" for f in FAMILIES])
    return table(["program"] + FAMILIES, rows)


def families(kept, case):
    part = Part(kept, "families")
    rows = []
    for family in FAMILIES:
        key = "%s %s" % (case, family)
        ours = part.value(key, OURS, 1, "cpu")
        row = [family, cell(None if ours is None else 1000 * ours)]
        for name in ("pictologics", "pyradiomics"):
            v = part.value(key, name, 1, "cpu")
            row += ["" if v is None else "%s (%s)" % (cell(1000 * v), ratio(v, ours))]
        rows.append(row)
    return table([case, OURS, "pictologics", "PyRadiomics"], rows) if part.cases() else ""


def linear(kept):
    part = Part(kept, "linear")
    names = part.programs()
    rows = []
    for case in SIZES:
        if case in part.cases():
            voxels = kept["cases"][case]["voxels"]
            values = [part.value(case, n, 1, "cpu") for n in names]
            rows.append(["{:,}".format(voxels)] + ["" if v is None else cell(v / voxels * 1e9) for v in values])
    return table(["ROI voxels"] + [programs.title(n) for n in names], rows)


def stages(kept):
    results = next(iter(kept["stages"].values()))[OURS]["1"]
    rows = [[stage.lower(), "%.0f" % moved, "%g" % counts, "%.0f" % flops, "%.1f" % memory, "%.1f" % work, "%.1f" % taken,
             "%.1f" % (taken / max(memory, work)) if max(memory, work) > 0.1 else "", words] for stage, moved, counts, flops, memory, work, taken, words in limits(results)]
    rest = [[s.lower(), "", "", "", "", "", "%.1f" % (results[s] / results["voxels"] * 1e9), "", "mesh, diameters and axes" if s == "SHAPE"
             else "whole extraction"] for s in ("SHAPE", "ALL") if s in results]
    machine = "One thread moves %.1f GB/s (triad), counts %.2f pairs in a table in a ns, does %.1f flops in a ns, and " \
        "makes a SHA-1 of %.2f GB/s. ROI of %d voxels, box of %d, image of %d.\n\n" % tuple(
            results[key] for key in ("triad GB/s", "counts/ns", "flops/ns", "checksum GB/s", "voxels", "box", "image"))
    return machine + table(["stage", "bytes", "counts", "flops", "memory, ns", "arithmetic, ns", "taken, ns", "times the limit", ""],
                           rows + rest)


def linear_plot(kept):
    """Seconds over voxels of each program, as SVG."""
    part = Part(kept, "linear")
    lines = []
    for name in part.programs():
        line = [(kept["cases"][c]["voxels"], part.value(c, name, 1, "cpu")) for c in SIZES if part.value(c, name, 1, "cpu")]
        if line:
            lines.append((programs.title(name), line))
    return plot.svg("CPU time of an extraction over the voxels of the ROI", "voxels of the ROI", "CPU seconds, one thread", lines)


def goals(kept):
    rows = [[words, "" if cpu is None else cell(cpu, 2), "" if clock is None else cell(clock, 2), "%g" % least,
             "yes" if (cpu or clock) >= least else "no"] for words, cpu, clock, least in targets.rows(lambda n: Part(kept, n), kept)]
    return table(["times", "by CPU time", "by the clock", "aim", "reached, by CPU time"], rows)


def into(page, text):
    """Puts the report between a page's two marks."""
    with open(page) as file:
        before, rest = file.read().split(BEGIN)
    with open(page, "w") as file:
        file.write(before + BEGIN + "\n" + text + END + rest.split(END)[1])


def failures(kept):
    lines = []
    for part in PARTS:
        for case, names in kept.get(part, {}).items():
            for name, counts in names.items():
                lines += ["- %s, %s, %s: %s" % (part, case, programs.title(name), r["failure"].strip().replace("\n", " ")[:160])
                          for r in counts.values() if "failure" in r][:1]
    return "\n".join(lines) + "\n" if lines else ""


def text(kept, absent):
    """The whole report."""
    out = ["Versions: %s. Python %s on %s, %s.\n" % (", ".join("%s %s" % (programs.title(n), v) for n, v in kept[
        "versions"].items() if n != OURS), platform.python_version(), platform.system(), platform.machine())]
    out += ["Not installed: %s (%s).\n" % (programs.title(n), programs.INSTALL[n]) for n in absent]
    loads = sorted(r["load"] for part in PARTS for c in kept[part].values() for p in c.values() for r in p.values())
    if loads:
        out.append("Load of the machine meanwhile (%d processors): %.1f in the median, %.1f to %.1f.\n" % (
            os.cpu_count(), loads[len(loads) // 2], loads[0], loads[-1]))
    out.append("### Aims\n\n" + goals(kept))
    out.append("In brackets below: how many times ours.\n")
    for threads in (1, 2):
        for part, title, keys in (("warm", "All features, warm", ("cpu", "seconds")),
                                  ("process", "Whole process, to the first result", ("cpu", "seconds", "megabytes")),
                                  ("all", "Original, wavelet, 5 LoG: 1,316 features", ("cpu", "seconds")),
                                  ("maps", "GLCM maps, kernelRadius 1", ("cpu", "seconds")),
                                  ("cohort", "Cohort through the command line", ("cpu", "seconds", "megabytes"))):
            for key in keys:
                rows = times(Part(kept, part), kept, key, threads)
                names = {"cpu": "CPU seconds", "seconds": "seconds on the clock, median",
                         "megabytes": "peak memory in MB"}
                if rows:
                    out.append("### %s, %d thread%s, %s\n\n%s" % (title, threads, "s"[threads == 1:], names[key], rows))
    for case in ("small", "medium", "large"):
        if any(c.startswith(case) for c in kept.get("families", {})):
            out.append("### Family by family, one thread, CPU ms\n\n" + families(kept, case))
    for case in ["medium"] if "medium" in kept.get("warm", {}) else kept.get("warm", {}):
        rows = agreement(kept, case)
        if rows:
            out.append("### Largest relative difference to PyRadiomics, %s (in brackets: features within 1e-6, of how many)\n\n%s"
                       % (case, rows))
    if kept.get("linear"):
        out.append("### CPU ns for a voxel of the ROI, one thread\n\n" + linear(kept))
    if kept.get("stages"):
        out.append("### Stages and limits, for a voxel of the ROI\n\n" + stages(kept))
    problems = failures(kept)
    if problems:
        out.append("### Failures\n\n" + problems)
    return "\n".join(out)
