"""Makes the small irregular volumes in src/test/resources/oracle and their features by PyRadiomics.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7. Usage: python make_oracle.py [FOLDER]
Writes VOLUME.nrrd, VOLUME-mask.nrrd, cases.csv (case,volume), and for each case its parameter file CASE.yaml and what
PyRadiomics computes with that, CASE.csv (feature,value; repr of float64).
"""
import csv
import logging
import os
import sys

import numpy as np
import radiomics
import SimpleITK as sitk
from radiomics import featureextractor

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "resources", "oracle")
DEPRECATED = {"firstorder": ["StandardDeviation"],
              "shape": ["Compactness1", "Compactness2", "SphericalDisproportion"], "shape2D": ["SphericalDisproportion"]}

rng = np.random.default_rng(2021)


def smooth(shape, times=2):
    """Noise with some correlation along every axis, sd 1."""
    field = rng.standard_normal(shape)
    for _ in range(times):
        for axis in range(3):
            field = field + 0.5 * (np.roll(field, 1, axis) + np.roll(field, -1, axis))
    return field / field.std()


def blob(shape, radius, roughness=0.35):
    """An irregular body in the middle, with holes and crumbs that its rough edge leaves."""
    z, y, x = [(i - (n - 1) / 2) / (n / 2) for i, n in zip(np.indices(shape), shape)]
    return np.sqrt(x * x + y * y + z * z) + roughness * smooth(shape, 1) < radius


def image(values, spacing, origin=(0, 0, 0), angle=0):
    result = sitk.GetImageFromArray(values)
    result.SetSpacing(spacing)
    result.SetOrigin(origin)
    c, s = np.cos(angle), np.sin(angle)
    result.SetDirection((c, -s, 0, s, c, 0, 0, 0, 1))
    return result


def volumes():
    """name -> image, label array"""
    shape = (11, 15, 13)
    yield "int16", image(np.round(80 + 40 * smooth(shape)).astype(np.int16), (0.7, 0.9, 2.5), (-31.5, 12, -100),
                         0.3), blob(shape, 0.75)
    shape = (12, 10, 14)
    yield "float32", image((37.25 * smooth(shape) - 3.1).astype(np.float32), (1.1, 1.1, 1.1)), blob(shape, 0.8)
    shape = (5, 17, 19)
    slice_only = np.zeros(shape, bool)
    slice_only[2] = blob(shape, 0.9)[2]
    yield "slice", image(np.round(60 + 30 * smooth(shape)).astype(np.int16), (0.8, 0.8, 5)), slice_only
    shape = (9, 12, 16)
    labels = np.zeros(shape, np.uint8)
    labels[:, :, :9] = 3 * blob((9, 12, 9), 1.2)      # reaches the border
    labels[2:8, 3:9, 11:15] = 5 * blob((6, 6, 4), 1.1)
    yield "labels", image(np.round(700 + 150 * smooth(shape)).astype(np.uint16), (0.5, 1.25, 1)), labels
    shape = (8, 9, 10)
    sparse = rng.random(shape) < 0.25                 # many voxels without neighbours
    yield "sparse", image(np.round(12 * smooth(shape)).astype(np.int8), (2, 1.5, 3)), sparse
    shape = (14, 13, 12)
    yield "shifted", image(np.round(50 + 25 * smooth(shape)).astype(np.uint8), (1, 1.2, 1.5), (3, -2, 8)), blob(
        (9, 8, 8), 0.7)                               # the mask has a grid of its own, see main


FEW = {"shape": ["SurfaceArea", "Maximum3DDiameter"], "firstorder": None, "ngtdm": [],
       "glcm": ["Idn", "ClusterShade", "Correlation"], "glszm": ["ZoneEntropy"]}

CASES = [  # case, volume, settings, image types, feature classes (None: all)
    ("int16", "int16", dict(binWidth=25)),
    ("int16-16-bins", "int16", dict(binCount=16)),
    ("int16-width-3", "int16", dict(binWidth=3)),
    ("int16-neighbours", "int16", dict(binWidth=20, distances=[1, 2], symmetricalGLCM=False, gldm_a=1,
                                       weightingNorm="euclidean")),
    ("int16-coronal", "int16", dict(binWidth=25, force2D=True, force2Ddimension=1)),
    ("float32", "float32", dict(binWidth=25, voxelArrayShift=300)),
    ("float32-width-0.7", "float32", dict(binWidth=0.7)),
    ("float32-32-bins", "float32", dict(binCount=32)),
    ("slice", "slice", dict(binWidth=25)),
    ("slice-2d", "slice", dict(binWidth=25, force2D=True)),
    ("labels-3", "labels", dict(binWidth=25, label=3)),
    ("labels-5", "labels", dict(binCount=32, label=5)),
    ("sparse", "sparse", dict(binWidth=5)),
    ("int16-resampled", "int16", dict(resampledPixelSpacing=[1, 1, 2]), None, FEW),
    ("int16-in-plane", "int16", dict(resampledPixelSpacing=[0.5, 0.6, 0], interpolator="sitkLinear", padDistance=2),
     None, FEW),
    ("float32-prepared", "float32", dict(normalize=True, normalizeScale=100, removeOutliers=1.5, binWidth=10,
                                         resampledPixelSpacing=[1.5, 0.8, 1], interpolator="sitkLanczosWindowedSinc",
                                         resegmentRange=[-1.5, 1], resegmentMode="sigma", resegmentShape=True), None, FEW),
    ("labels-normalized", "labels", dict(normalize=True, label=3, binCount=10), None, FEW),
    ("int16-resegmented", "int16", dict(resegmentRange=[110, 70]), None, FEW),
    ("float32-threshold", "float32", dict(resegmentRange=[0.3], resegmentMode="relative", preCrop=True, padDistance=1,
                                          gradientUseSpacing=False, binWidth=4),
     {"Gradient": {}, "Original": {}, "LoG": {"sigma": [1.2]}}, FEW),
    ("sparse-resampled", "sparse", dict(resampledPixelSpacing=[1.5, 1.5, 1.5], interpolator=1, minimumROIDimensions=3,
                                        minimumROISize=20), {"Square": {}, "LBP3D": {}}, FEW),
    ("shifted-corrected", "shifted", dict(correctMask=True, binWidth=7), None, FEW),
    ("shifted-resampled", "shifted", dict(resampledPixelSpacing=[1, 1, 1]), {"Wavelet": {"wavelet": "haar"}}, FEW),
    ("int16-images", "int16", dict(binWidth=9), {
        "LoG": {"sigma": [1, 2.5], "binWidth": 2}, "Original": {"binCount": 8, "gldm_a": 1}, "Square": {},
        "SquareRoot": {"force2D": True}, "Logarithm": {"distances": [2], "voxelArrayShift": 50}, "Exponential": {},
        "Gradient": {"weightingNorm": "infinity"}, "LBP2D": {"binWidth": 1, "lbp2DMethod": "ror"},
        "LBP3D": {"binWidth": 0.5, "lbp3DLevels": 3}}, FEW),
    ("float32-images", "float32", dict(binWidth=3, sigma=[2.0, 0.4]), {
        "Exponential": {"binWidth": 0.5}, "Gradient": {"gradientUseSpacing": False}, "LoG": {},
        "LBP2D": {"binCount": 5, "lbp2DRadius": 1.5, "lbp2DSamples": 6, "force2Ddimension": 2},
        "Logarithm": {}, "SquareRoot": {}}, FEW),
    ("int16-wavelet", "int16", dict(level=2), {"Wavelet": {"wavelet": "db2", "start_level": 1}}, FEW),
    ("labels-wavelet", "labels", dict(label=5, force2D=True, force2Ddimension=2),
     {"Wavelet": {"wavelet": "bior1.3", "binWidth": 10}, "Original": {}}, FEW),
    ("slice-log", "slice", dict(binWidth=5, padDistance=1, preCrop=True), {"LoG": {"sigma": [1]}, "Original": {}}, FEW),
]


def text(value):
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "{" + ", ".join("%s: %s" % (k, text(v)) for k, v in value.items()) + "}"
    return str(value)


def parameters(case, settings, types=None, classes=None):
    """A parameter file; without classes with every feature that the ROI can have, deprecated ones that give values
    included."""
    if classes is None:
        classes = {}
        for name, cls in sorted(radiomics.getFeatureClasses().items()):
            if name != "shape2D" or case == "slice-2d":
                classes[name] = [f for f, deprecated in cls.getFeatureNames().items() if not deprecated]
                classes[name] += DEPRECATED.get(name, [])
    lines = ["imageType:"] + ["  %s: %s" % (k, text(v)) for k, v in (types or {"Original": {}}).items()]
    lines += ["featureClass:"] + ["  %s:%s" % (k, "" if v is None else " " + text(v)) for k, v in classes.items()]
    lines += ["setting:"] + ["  %s: %s" % (k, text(v)) for k, v in settings.items()]
    return "\n".join(lines) + "\n"


def main():
    radiomics.logger.setLevel(logging.ERROR)
    os.makedirs(FOLDER, exist_ok=True)
    pairs = {}
    for name, picture, inside in volumes():
        mask = sitk.GetImageFromArray(inside.astype(np.uint8))
        if name == "shifted":
            mask.SetSpacing((1.1, 1.0, 1.3))
            mask.SetOrigin((4.3, -0.7, 10.2))
        else:
            mask.CopyInformation(picture)
        # execute reads the files, whose geometry is rounded, because where a new grid meets an old one the last bit counts
        pairs[name] = os.path.join(FOLDER, name + ".nrrd"), os.path.join(FOLDER, name + "-mask.nrrd")
        sitk.WriteImage(picture, pairs[name][0], True)
        sitk.WriteImage(mask, pairs[name][1], True)
    with open(os.path.join(FOLDER, "cases.csv"), "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("case", "volume"))
        rows.writerows(case[:2] for case in CASES)
    for case, volume, *settings in CASES:
        path = os.path.join(FOLDER, case)
        with open(path + ".yaml", "w") as file:
            file.write(parameters(case, *settings))
        result = featureextractor.RadiomicsFeatureExtractor(path + ".yaml").execute(*pairs[volume])
        values = {k: float(v) for k, v in result.items() if not k.startswith("diagnostics")}
        with open(path + ".csv", "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(("feature", "value"))
            rows.writerows((k, repr(v)) for k, v in values.items())
        print(case, len(values), "features", [k for k, v in values.items() if v != v])


if __name__ == "__main__":
    main()
