"""Times this software and PyRadiomics on one image, in one run, and compares their values.

Usage: python benchmark.py [--image F --mask F --label N] [--runs 7]     (default: the phantom in test-images)
Needs a built project (mvn package), java on the path, and for PyRadiomics' column: pyradiomics, SimpleITK, numpy (and
tifffile for TIFF stacks). What is missing is said and left out. Times differ between machines: only ratios count.
"""
import argparse
import csv
import glob
import os
import statistics
import subprocess
import sys
import tempfile
import time

PROJECT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
IMAGES = os.path.join(PROJECT, "test-images")
BENCHMARK = "io.github.radiomicsnomogram.extract.Benchmark"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--image", default=os.path.join(IMAGES, "breast-ct.tif"))
    parser.add_argument("--mask", default=os.path.join(IMAGES, "breast-ct-labels.tif"))
    parser.add_argument("--label", type=int, default=1)
    parser.add_argument("--runs", type=int, default=7)
    return parser.parse_args()


def nrrd(path, folder):
    """A TIFF stack becomes a NRRD file, which both programs read."""
    if not path.endswith((".tif", ".tiff")):
        return path
    sys.path.insert(0, IMAGES)
    import SimpleITK as sitk
    from make_expected import read
    out = os.path.join(folder, os.path.basename(path) + ".nrrd")
    sitk.WriteImage(read(os.path.abspath(path)), out)
    return out


def process(command, **kwargs):
    """Seconds and peak MB of a whole process."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **kwargs)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    if status != 0:
        raise SystemExit(errors.decode() or "%s failed" % command[0])
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def wide(path):
    with open(path, newline="") as file:
        row = next(csv.DictReader(file))
    return {k: float(v) for k, v in row.items() if k.startswith("original_")}


def parameters(a, folder):
    """One PyRadiomics parameter file for both programs."""
    path = os.path.join(folder, "settings.yaml")
    with open(path, "w") as file:
        file.write("imageType:\n  Original: {}\nsetting:\n  binWidth: 25\n  label: %d\n" % a.label)
    return path


def ours(image, mask, a, folder):
    jars = glob.glob(os.path.join(PROJECT, "target", "Radiomics_Nomogram-*-cli.jar"))
    if not jars:
        raise SystemExit("There is no target/Radiomics_Nomogram-*-cli.jar: run mvn package first.")
    path = os.pathsep.join([os.path.join(PROJECT, "target", "test-classes"), jars[0]])
    printed = subprocess.run(["java", "-cp", path, BENCHMARK, image, mask, str(a.label), str(a.runs)], check=True,
                             stdout=subprocess.PIPE, universal_newlines=True).stdout.split()
    out = os.path.join(folder, "ours.csv")
    seconds, peak = process(["java", "-jar", jars[0], "extract", "--image", image, "--mask", mask, "--label",
                             str(a.label), "--param", parameters(a, folder), "--out", out])
    return {"voxels": int(printed[0]), "warm": float(printed[1]), "one thread": float(printed[2]), "process": seconds,
            "peak": peak, "values": wide(out)}


def pyradiomics(image, mask, a, folder):
    import logging
    import radiomics
    import SimpleITK as sitk
    from radiomics import featureextractor
    radiomics.logger.setLevel(logging.ERROR)
    loaded = sitk.ReadImage(image), sitk.ReadImage(mask)
    extractor = featureextractor.RadiomicsFeatureExtractor(binWidth=25, label=a.label)
    extractor.execute(*loaded)
    times = []
    for _ in range(a.runs):
        start = time.perf_counter()
        extractor.execute(*loaded)
        times.append(time.perf_counter() - start)
    out = os.path.join(folder, "pyradiomics.csv")
    code = "import sys; from radiomics.scripts import parse_args; sys.exit(parse_args())"
    seconds, peak = process([sys.executable, "-c", code, image, mask, "-o", out, "-f", "csv",
                             "--param", parameters(a, folder), "--logging-level", "ERROR"])
    return {"version": radiomics.__version__, "warm": statistics.median(times), "process": seconds, "peak": peak,
            "values": wide(out)}


def compare(mine, theirs):
    print("\n| family | features | max relative difference |\n|---|---|---|")
    families = {}
    for column, value in theirs.items():
        difference = abs(mine[column] - value) / abs(value) if value else abs(mine[column])
        families.setdefault(column.split("_")[1], []).append(difference)
    for family, differences in families.items():
        print("| %s | %d | %.1e |" % (family, len(differences), max(differences)))


def main():
    a = arguments()
    with tempfile.TemporaryDirectory() as folder:
        image, mask = nrrd(a.image, folder), nrrd(a.mask, folder)
        mine = ours(image, mask, a, folder)
        try:
            theirs = pyradiomics(image, mask, a, folder)
        except ImportError as missing:
            theirs = None
            print("PyRadiomics is left out: %s" % missing)
    print("%s: ROI of %d voxels, %d features, median of %d runs, %d processors\n" % (
        os.path.basename(a.image), mine["voxels"], len(mine["values"]), a.runs, os.cpu_count()))
    print("| | this software | one thread | PyRadiomics %s | ratio |\n|---|---|---|---|---|" % (
        theirs["version"] if theirs else "-"))
    for label, key in (("extraction, warm, s", "warm"), ("whole process, s", "process"), ("peak memory, MB", "peak")):
        single = "%.4f" % mine["one thread"] if key == "warm" else ""
        other = "%.4g | %.1f" % (theirs[key], theirs[key] / mine[key]) if theirs else "- | -"
        print("| %s | %.4g | %s | %s |" % (label, mine[key], single, other))
    if theirs:
        compare(mine["values"], theirs["values"])


if __name__ == "__main__":
    main()
