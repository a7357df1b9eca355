"""Makes small volumes in src/test/resources/maps and their voxel-based features by PyRadiomics, kernel by kernel.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7. Usage: python make_maps.py [FOLDER]
Writes VOLUME-image.nrrd, VOLUME-mask.nrrd, cases.csv (case,volume,size of the maps), for each case its parameter file CASE.yaml
and CASE.nrrd: float64, (ROI voxel, feature, 1), ROI voxels with x fastest, features in the order of features.csv.
voxelBatch is 1: a kernel's values then don't depend on the other kernels. Values outside the ROI are checked here.
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
FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "resources", "maps")
CLASSES = ("firstorder", "glcm", "gldm", "glrlm", "glszm", "ngtdm")
FEATURES = [(c, f) for c in CLASSES for f, deprecated in radiomics.getFeatureClasses()[c].getFeatureNames().items()
            if not deprecated or (c, f) == ("firstorder", "StandardDeviation")]

rng = np.random.default_rng(42)


def image(values, spacing):
    result = sitk.GetImageFromArray(values)
    result.SetSpacing(spacing)
    return result


def smooth(shape):
    field = rng.standard_normal(shape)
    for axis in range(3):
        field = field + 0.7 * np.roll(field, 1, axis)
    return field / field.std()


def volumes():
    """name -> image, ROI"""
    shape = (6, 7, 8)
    inside = np.zeros(shape, bool)
    inside[:4, 1:6, 1:7] = rng.random((4, 5, 6)) < 0.7          # holes; touches the border
    yield "ct", image(np.round(40 + 60 * smooth(shape)).astype(np.int16), (0.8, 0.9, 2)), inside
    shape = (5, 6, 7)
    inside = np.zeros(shape, bool)
    inside[1:4, 1:5, 1:6] = rng.random((3, 4, 5)) < 0.8
    values = (3.3 * smooth(shape)).astype(np.float32)
    values[:, :3, :3] = 0.1                                     # a flat corner
    yield "pet", image(values, (1, 1, 1)), inside
    shape = (7, 8, 9)
    inside = rng.random(shape) < 0.09                           # many voxels without neighbours
    yield "crumbs", image(rng.integers(0, 4, shape).astype(np.uint8), (1, 1, 1.5)), inside
    shape = (4, 7, 7)
    inside = np.zeros(shape, bool)
    inside[2, 1:6, 1:6] = rng.random((5, 5)) < 0.9              # one slice
    yield "slice", image(np.round(10 * smooth(shape)).astype(np.int32), (1, 1, 3)), inside
    inside = np.zeros(shape, bool)
    inside[1:3, 2:6, 2:6] = rng.random((2, 4, 4)) < 0.4
    yield "flat", image(np.full(shape, 7, np.int16), (1, 1, 1)), inside


CASES = [  # case, volume, settings, voxel settings
    ("ct", "ct", dict(binWidth=25), {}),
    ("ct-radius-2", "ct", dict(binWidth=10), dict(kernelRadius=2, initValue=-5)),
    ("ct-unmasked", "ct", dict(binWidth=25, voxelArrayShift=300), dict(maskedKernel=False)),
    ("ct-unmasked-2", "ct", dict(binCount=6), dict(maskedKernel=False, kernelRadius=2)),
    ("ct-asymmetric", "ct", dict(binWidth=25, distances=[1, 2], symmetricalGLCM=False, gldm_a=1), {}),
    ("ct-weighted", "ct", dict(binWidth=40, distances=[1, 2], weightingNorm="euclidean"), dict(initValue=1.5)),
    ("ct-2d", "ct", dict(binWidth=25, force2D=True), {}),
    ("ct-2d-x", "ct", dict(binWidth=25, force2D=True, force2Ddimension=2), dict(maskedKernel=False, kernelRadius=2)),
    ("pet", "pet", dict(binCount=8), {}),
    ("pet-unmasked", "pet", dict(binWidth=0.9), dict(maskedKernel=False, kernelRadius=3)),
    ("crumbs", "crumbs", dict(binWidth=1), {}),
    ("crumbs-sum", "crumbs", dict(binWidth=1, weightingNorm="no_weighting"), dict(initValue=9)),
    ("crumbs-asymmetric", "crumbs", dict(binWidth=2, symmetricalGLCM=False), dict(kernelRadius=2)),
    ("slice", "slice", dict(binWidth=5), {}),
    ("slice-2d", "slice", dict(binWidth=5, force2D=True), dict(kernelRadius=2)),
    ("flat", "flat", dict(binWidth=25), {}),
    ("flat-sum", "flat", dict(binWidth=25, weightingNorm="infinity"), {}),
]


def text(v):
    return str(v).lower() if isinstance(v, bool) else str(v)


def parameters(settings, voxel):
    lines = ["imageType:", "  Original: {}", "featureClass:"]
    for c in CLASSES:
        lines.append("  %s: [%s]" % (c, ", ".join("'%s'" % f for k, f in FEATURES if k == c)))
    lines += ["setting:", "  minimumROIDimensions: 1"] + ["  %s: %s" % (k, text(v)) for k, v in settings.items()]
    lines += ["voxelSetting:", "  voxelBatch: 1"] + ["  %s: %s" % (k, text(v)) for k, v in voxel.items()]
    return "\n".join(lines) + "\n"


def write(name, rows):
    with open(os.path.join(FOLDER, name), "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main():
    radiomics.logger.setLevel(logging.CRITICAL)
    np.seterr(all="ignore")
    os.makedirs(FOLDER, exist_ok=True)
    pairs = {}
    for name, picture, inside in volumes():
        mask = sitk.GetImageFromArray(inside.astype(np.uint8))
        mask.CopyInformation(picture)
        pairs[name] = picture, mask
        sitk.WriteImage(picture, os.path.join(FOLDER, name + "-image.nrrd"), True)
        sitk.WriteImage(mask, os.path.join(FOLDER, name + "-mask.nrrd"), True)
    write("features.csv", [("family", "feature")] + FEATURES)
    cases = [("case", "volume", "x", "y", "z")]
    for case, volume, settings, voxel in CASES:
        path = os.path.join(FOLDER, case)
        with open(path + ".yaml", "w") as file:
            file.write(parameters(settings, voxel))
        picture, mask = pairs[volume]
        result = featureextractor.RadiomicsFeatureExtractor(path + ".yaml").execute(picture, mask, voxelBased=True)
        values = []
        for c, f in FEATURES:
            one = result["original_%s_%s" % (c, f)]
            there = sitk.GetArrayFromImage(sitk.Resample(mask, one, sitk.Transform(), sitk.sitkNearestNeighbor)) == 1
            array = sitk.GetArrayFromImage(one)
            assert (array[~there] == voxel.get("initValue", 0)).all()
            assert there.sum() == sitk.GetArrayFromImage(mask).sum()
            values.append(array[there])
        cases.append((case, volume) + one.GetSize())
        sitk.WriteImage(sitk.GetImageFromArray(np.array(values)[None]), path + ".nrrd", True)
        print(case, one.GetSize(), len(values[0]), "voxels, without value:", sorted(
            {"%s_%s" % k for k, v in zip(FEATURES, values) if np.isnan(v).any()}), flush=True)
    write("cases.csv", cases)


if __name__ == "__main__":
    main()
