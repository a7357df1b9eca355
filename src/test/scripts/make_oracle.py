"""Makes the small irregular volumes in src/test/resources/oracle and their features by PyRadiomics.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7. Usage: python make_oracle.py [FOLDER]
Writes NAME.nrrd, NAME-mask.nrrd, and for each line of cases.csv its CASE.csv (feature,value; repr of float64).
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
              "shape": ["Compactness1", "Compactness2", "SphericalDisproportion"]}

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


CASES = [  # case, volume, label, settings
    ("int16", "int16", 1, dict(binWidth=25)),
    ("int16-16-bins", "int16", 1, dict(binCount=16)),
    ("int16-width-3", "int16", 1, dict(binWidth=3)),
    ("float32", "float32", 1, dict(binWidth=25)),
    ("float32-width-0.7", "float32", 1, dict(binWidth=0.7)),
    ("float32-32-bins", "float32", 1, dict(binCount=32)),
    ("slice", "slice", 1, dict(binWidth=25)),
    ("labels-3", "labels", 3, dict(binWidth=25)),
    ("labels-5", "labels", 5, dict(binCount=32)),
    ("sparse", "sparse", 1, dict(binWidth=5)),
]


def features(picture, mask, label, settings):
    extractor = featureextractor.RadiomicsFeatureExtractor(label=label, **settings)
    extractor.disableAllFeatures()
    for name, cls in radiomics.getFeatureClasses().items():
        if name != "shape2D":
            names = [f for f, deprecated in cls.getFeatureNames().items() if not deprecated]
            extractor.enableFeaturesByName(**{name: names + DEPRECATED.get(name, [])})
    result = extractor.execute(picture, mask)
    return {k: float(v) for k, v in result.items() if not k.startswith("diagnostics")}


def main():
    radiomics.logger.setLevel(logging.ERROR)
    os.makedirs(FOLDER, exist_ok=True)
    pairs = {}
    for name, picture, inside in volumes():
        mask = sitk.GetImageFromArray(inside.astype(np.uint8))
        mask.CopyInformation(picture)
        pairs[name] = picture, mask
        sitk.WriteImage(picture, os.path.join(FOLDER, name + ".nrrd"), True)
        sitk.WriteImage(mask, os.path.join(FOLDER, name + "-mask.nrrd"), True)
    with open(os.path.join(FOLDER, "cases.csv"), "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("case", "volume", "label", "binWidth", "binCount"))
        for case, volume, label, settings in CASES:
            rows.writerow((case, volume, label, settings.get("binWidth", ""), settings.get("binCount", "")))
    for case, volume, label, settings in CASES:
        values = features(*pairs[volume], label, settings)
        with open(os.path.join(FOLDER, case + ".csv"), "w", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(("feature", "value"))
            rows.writerows((k, repr(v)) for k, v in values.items())
        voxels = int((sitk.GetArrayFromImage(pairs[volume][1]) == label).sum())
        print(case, voxels, "voxels", len(values), "features", [k for k, v in values.items() if v != v])


if __name__ == "__main__":
    main()
