"""Times this software and PyRadiomics in turn on one case, under settings of every kind, and compares their values.

Usage: python benchmark.py [--image F --mask F --label N] [--python PYTHON] [--only S1,S6] [--json OUT]
Default case: the phantom in test-images. Needs a built project (mvn package; or mvn test-compile and target/classpath.txt
from mvn dependency:build-classpath -Dmdep.outputFile=target/classpath.txt) and java on the path. PyRadiomics runs in
PYTHON (default: this one), which needs: pip install pyradiomics==3.1.0 "numpy<2" SimpleITK, and tifffile for TIFF stacks
(Python 3.9; later ones have to build it). Both are warm, have the images in memory and use one thread. Times differ
between machines: only ratios count.
"""
import argparse
import glob
import json
import math
import os
import subprocess
import sys
import tempfile
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

PROJECT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".."))
IMAGES = os.path.join(PROJECT, "test-images")
BENCHMARK = "io.github.radiomicsnomogram.extract.Benchmark"
GLCM_MAPS = "GLCM maps"
FILTERS = "{imageType: {%s}, setting: {binWidth: 25}}"

CASES = {
    "S1": ("binWidth 25", "{setting: {binWidth: 25}}"),
    "S2": ("1 mm, B-spline", "{setting: {binWidth: 25, resampledPixelSpacing: [1, 1, 1], interpolator: sitkBSpline}}"),
    "S3": ("binCount 32", "{setting: {binCount: 32}}"),
    "S4": ("normalize", "{setting: {binWidth: 5, normalize: true, normalizeScale: 100, removeOutliers: 3}}"),
    "S5": ("LoG 1, 2, 3 mm on 2 mm", "{imageType: {LoG: {sigma: [1.0, 2.0, 3.0]}}, setting: {binWidth: 25, "
                                     "resampledPixelSpacing: [2, 2, 2], interpolator: sitkBSpline}}"),
    "S6": ("wavelet", FILTERS % "Wavelet: {wavelet: coif1, level: 1}"),
    "S7": ("force2D", "{featureClass: {shape: , firstorder: , glcm: , gldm: , glrlm: , glszm: , ngtdm: }, "
                      "setting: {binWidth: 25, force2D: true, force2Ddimension: 0}}"),
    "S8": ("resegment, preCrop", "{setting: {binWidth: 25, resegmentRange: [-200, 300], preCrop: true}}"),
    "S8b": ("resegment 2 SD", "{setting: {binWidth: 25, resegmentRange: [-2, 2], resegmentMode: sigma, preCrop: true}}"),
    "S9": ("distances 1, 2, weights", "{setting: {binWidth: 25, distances: [1, 2], symmetricalGLCM: false, "
                                      "weightingNorm: euclidean, gldm_a: 1}}"),
    "S10": ("pointwise, gradient", FILTERS % "Square: {}, SquareRoot: {}, Logarithm: {}, Exponential: {}, Gradient: {}"),
    "S10lbp": ("LBP2D, LBP3D", "{imageType: {LBP2D: {binWidth: 1}, LBP3D: {binWidth: 1}}, setting: {binWidth: 25}}"),
    "S12": ("shape2D, one slice", "{featureClass: {shape2D: , firstorder: , glcm: , gldm: , glrlm: , glszm: , ngtdm: }, "
                                  "setting: {binWidth: 25, force2D: true, force2Ddimension: 0}}"),
    "all": ("original, wavelet, 5 LoG", FILTERS % "Original: {}, Wavelet: {}, LoG: {sigma: [1.0, 2.0, 3.0, 4.0, 5.0]}"),
    GLCM_MAPS: ("kernelRadius 1", "{featureClass: {glcm: }, setting: {binWidth: 25}, voxelSetting: {kernelRadius: 1}}"),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--image", default=os.path.join(IMAGES, "breast-ct.tif"))
    parser.add_argument("--mask", default=os.path.join(IMAGES, "breast-ct-labels.tif"))
    parser.add_argument("--label", type=int, default=1)
    parser.add_argument("--python", default=sys.executable, help="interpreter that has PyRadiomics")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--map-voxels", type=int, default=3000, help="kernels of the maps; few of them have few grey levels")
    parser.add_argument("--only", default="", help="settings, by comma: " + ",".join(CASES))
    parser.add_argument("--json", help="file for the results")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def image_of(path):
    import SimpleITK as sitk
    if not path.endswith((".tif", ".tiff")):
        return sitk.ReadImage(path)
    sys.path.insert(0, IMAGES)
    from make_expected import read
    return read(os.path.abspath(path))


def prepare(image, mask, label, voxels, folder):
    """Writes NRRD files that both programs read: image, mask, its largest slice, and a part of its middle for maps."""
    import numpy as np
    import SimpleITK as sitk
    volume, labels = image_of(image), image_of(mask)
    roi = sitk.GetArrayFromImage(labels) == label
    largest = np.zeros_like(roi)
    z = roi.sum(axis=(1, 2)).argmax()
    largest[z] = roi[z]
    inside = np.flatnonzero(roi)
    first = max(0, (len(inside) - voxels) // 2)
    part = np.zeros_like(roi)
    part[np.unravel_index(inside[first:first + voxels], part.shape)] = True
    paths = {"image": os.path.join(folder, "image.nrrd")}
    sitk.WriteImage(volume, paths["image"])
    for name, array in (("mask", roi), ("slice", largest), ("part", part)):
        out = sitk.GetImageFromArray(array.astype("uint8"))
        out.CopyInformation(labels)
        paths[name] = os.path.join(folder, name + ".nrrd")
        sitk.WriteImage(out, paths[name])
    return paths


def worker():
    """PyRadiomics: a line of words for each case, as Benchmark.java takes them; a line of JSON for its result."""
    import logging
    import radiomics
    import SimpleITK as sitk
    from radiomics import featureextractor
    logging.disable(logging.CRITICAL)
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    for line in sys.stdin:
        words = line.rstrip("\n").split("\t")
        if words[0] == "prepare":
            print(json.dumps(dict(prepare(words[1], words[2], int(words[3]), int(words[4]), words[5]),
                                  version=radiomics.__version__)), flush=True)
            continue
        pair = sitk.ReadImage(words[1]), sitk.ReadImage(words[2])
        extractor = featureextractor.RadiomicsFeatureExtractor(words[4])
        maps, runs, walls, cpu = words[0] == "maps", int(words[5]), [], 0
        if maps:
            runs = 1
        else:
            extractor.execute(*pair)
        for _ in range(runs):
            start, begun = time.perf_counter(), time.process_time()
            values = extractor.execute(*pair, voxelBased=maps)
            walls.append(time.perf_counter() - start)
            cpu += time.process_time() - begun
            if sum(walls) > 20:
                break
        values = {} if maps else {k: float(v) for k, v in values.items() if not k.startswith("diagnostics")}
        print(json.dumps({"seconds": sorted(walls)[len(walls) // 2], "cpu": cpu / len(walls), "values": values}), flush=True)


def classpath():
    listed = os.path.join(PROJECT, "target", "classpath.txt")
    jars = glob.glob(os.path.join(PROJECT, "target", "Radiomics_Nomogram-*-cli.jar"))
    if os.path.exists(listed):
        with open(listed) as file:
            libraries = [os.path.join(PROJECT, "target", "classes"), file.read().strip()]
    elif jars:
        libraries = jars[:1]
    else:
        raise SystemExit("There is no target/Radiomics_Nomogram-*-cli.jar: run mvn package first.")
    return os.pathsep.join([os.path.join(PROJECT, "target", "test-classes")] + libraries)


class Program:
    """A process that answers lines with lines of JSON."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, universal_newlines=True)

    def ask(self, *words):
        self.process.stdin.write("\t".join(str(w) for w in words) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit("No answer from %s." % self.process.args[0])
        return json.loads(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def difference(mine, theirs):
    """The largest relative difference of two sets of features."""
    worst = 0.0
    for column, value in theirs.items():
        other = mine[column]
        if math.isnan(value) or value == other or max(abs(value), abs(other)) < 1e-13:
            continue
        worst = max(worst, abs(other - value) / abs(value))
    return worst


def main():
    a = arguments()
    if a.worker:
        worker()
        return
    chosen = a.only.split(",") if a.only else list(CASES)
    here, there = Program(["java", "-cp", classpath(), BENCHMARK]), Program([a.python, os.path.abspath(__file__), "--worker"])
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = there.ask("prepare", os.path.abspath(a.image), os.path.abspath(a.mask), a.label, a.map_voxels, folder)
        print("%s, PyRadiomics %s, one thread, CPU seconds of a run\n" % (os.path.basename(a.image), paths["version"]))
        print("| settings | | features | PyRadiomics | this software | ratio | wall ratio | max relative difference |")
        print("|---|---|---|---|---|---|---|---|", flush=True)
        for name in chosen:
            title, parameters = CASES[name]
            file = os.path.join(folder, "parameters.yaml")
            with open(file, "w") as out:
                out.write(parameters)
            mask = paths["slice" if name == "S12" else "part" if name == GLCM_MAPS else "mask"]
            words = ["maps" if name == GLCM_MAPS else "extract", paths["image"], mask, 1, file, a.runs]
            theirs, mine = there.ask(*words), here.ask(*words)
            results[name] = {side: {k: v for k, v in r.items() if k != "values"} for side, r in
                             (("pyradiomics", theirs), ("here", mine))}
            same = "" if name == GLCM_MAPS else "%.0e" % difference(mine["values"], theirs["values"])
            print("| %s | %s | %s | %.3f | %.4f | %.1f | %.1f | %s |" % (
                name, title, len(theirs["values"]) or "%d kernels" % mine["voxels"], theirs["cpu"], mine["cpu"],
                theirs["cpu"] / mine["cpu"], theirs["seconds"] / mine["seconds"], same), flush=True)
    here.end()
    there.end()
    if a.json:
        with open(a.json, "w") as out:
            json.dump(results, out, indent=1)


if __name__ == "__main__":
    main()
