"""Times this software and PyRadiomics in turn on one case, under settings of every kind, and compares their values.

Usage: python benchmark_settings.py [--image F --mask F --label N] [--python PYTHON] [--only S1,S6] [--json OUT]
Default case: the phantom in test-images. Needs a built project (mvn package; or mvn test-compile and target/classpath.txt
from mvn dependency:build-classpath -Dmdep.outputFile=target/classpath.txt) and java on the path. PyRadiomics runs in
PYTHON (default: this one), which needs: pip install pyradiomics==3.1.0 "numpy<2" SimpleITK, and tifffile for TIFF stacks
(Python 3.9; later ones have to build it). Both are warm, have the images in memory and use one thread. Times differ
between machines: only ratios count.
"""
import argparse
import json
import math
import os
import sys
import tempfile

from benchmarking import programs

IMAGES = os.path.join(programs.PROJECT, "test-images")
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
    return parser.parse_args()


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
    chosen = a.only.split(",") if a.only else list(CASES)
    here, _ = programs.start(programs.OURS, None, 1)
    there, about = programs.start("pyradiomics", a.python, 1)
    if here is None or there is None:
        raise SystemExit("PyRadiomics, or the built project, is not there: " + programs.INSTALL["pyradiomics"])
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = there.ask("prepare", os.path.abspath(a.image), os.path.abspath(a.mask), a.label, a.map_voxels, folder)
        print("%s, PyRadiomics %s, one thread, CPU seconds of a run\n" % (os.path.basename(a.image), about["version"]))
        print("| settings | | features | PyRadiomics | this software | ratio | wall ratio | max relative difference |")
        print("|---|---|---|---|---|---|---|---|", flush=True)
        for name in chosen:
            title, parameters = CASES[name]
            file = os.path.join(folder, "parameters.yaml")
            with open(file, "w") as out:
                out.write(parameters)
            mask = paths["slice" if name == "S12" else "part" if name == GLCM_MAPS else "mask"]
            words = ["maps" if name == GLCM_MAPS else "extract", paths["image"], mask, 1, file, "all"]
            theirs, mine = there.ask(*words, 0 if name == GLCM_MAPS else a.runs), here.ask(*words, a.runs)
            if "failure" in theirs or "failure" in mine:
                print("| %s | %s | %s |" % (name, title, theirs.get("failure", mine.get("failure"))), flush=True)
                continue
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
