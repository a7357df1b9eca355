"""Local binary patterns of small made-up images, by PyRadiomics.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7, scikit-image 0.24.0, scipy 1.13.1, trimesh 4.12.2.
Usage: python make_lbp_oracle.py [FOLDER]
Writes lbp2d.txt and lbp3d.txt: a line an image, with its settings and the value of each voxel (LBP3D: of each voxel of
the ROI), x fastest; repr of float64. LbpOracleTest makes the same images.
"""
import logging
import os
import sys
import warnings

import numpy as np
import SimpleITK as sitk
from radiomics import imageoperations

warnings.filterwarnings("ignore")
logging.getLogger("radiomics").setLevel(logging.ERROR)
HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "..", "resources", "filter")
TYPES = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]


def array(kind, shape, dtype):
    """noise: a scatter of values with a flat half; blocks: three values in cubes of 3 voxels; flat: one value"""
    z, y, x = np.indices(shape)
    if kind == "noise":
        values = np.where(2 * y < shape[1], 17.0, (x * x * 7 + y * 13 + z * z * 5 + x * y * z * 3 + 11 * x * z) % 61)
    elif kind == "blocks":
        values = (x // 3 + 2 * (y // 3) + z // 3) % 3 * 20.0
    else:
        values = np.full(shape, 37.0)
    if dtype.startswith("float"):
        values = values * 1.1 - 20
    return values.astype(dtype)


def text(values):
    return " ".join(repr(float(v)) for v in values.ravel())


def lbp2d(out, kind, shape, dtype, radius, samples, method, dimension):
    image = sitk.GetImageFromArray(array(kind, shape, dtype))
    for result, _, _ in imageoperations.getLBP2DImage(image, None, lbp2DRadius=radius, lbp2DSamples=samples,
                                                      lbp2DMethod=method, force2D=True, force2Ddimension=dimension):
        print(kind, *shape[::-1], dtype.upper(), float(radius), samples, method, dimension,
              text(sitk.GetArrayFromImage(result)), file=out)


def lbp3d(out, kind, shape, dtype, levels, radius, subdivision, margin=0):
    """The ROI is the image without so many voxels at the lower ends."""
    image = sitk.GetImageFromArray(array(kind, shape, dtype))
    roi = np.zeros(shape, np.uint8)
    roi[margin:, margin:, margin:] = 1
    for result, name, _ in imageoperations.getLBP3DImage(image, sitk.GetImageFromArray(roi), lbp3DLevels=levels,
                                                         lbp3DIcosphereRadius=radius,
                                                         lbp3DIcosphereSubdivision=subdivision):
        print(kind, *shape[::-1], dtype.upper(), levels, float(radius), subdivision, margin, name,
              text(sitk.GetArrayFromImage(result)[roi == 1]), file=out)


with open(os.path.join(FOLDER, "lbp2d.txt"), "w") as out:
    for i, dtype in enumerate(TYPES):
        for j, method in enumerate(["default", "ror", "uniform"]):
            lbp2d(out, "noise", (4, 6, 5), dtype, *[(1, 8), (0.5, 4), (3, 9), (2.3, 16), (1, 24)][(i + j) % 5], method, j)
    for i, dtype in enumerate(TYPES[:4] + TYPES[6:]):  # with UINT32 and INT32, NaN is what the compiler makes of it
        lbp2d(out, "noise", (4, 6, 5), dtype, 1, 8, "var", i % 3)
    lbp2d(out, "noise", (1, 6, 5), "int16", 1, 8, "uniform", 1)
    lbp2d(out, "blocks", (3, 6, 5), "int32", 1, 31, "default", 0)
    lbp2d(out, "noise", (3, 6, 5), "int16", 2, 40, "uniform", 0)
with open(os.path.join(FOLDER, "lbp3d.txt"), "w") as out:
    for dtype in TYPES:
        lbp3d(out, "noise", (5, 6, 7), dtype, 2, 1, 1, 2)
        lbp3d(out, "blocks", (6, 7, 6), dtype, 2, 1, 1, 3)
    lbp3d(out, "noise", (5, 6, 4), "int16", 4, 1, 1, 1)
    lbp3d(out, "noise", (5, 6, 7), "float32", 3, 2.5, 1, 3)
    lbp3d(out, "noise", (5, 6, 7), "int16", 2, 1.5, 0, 3)
    lbp3d(out, "blocks", (5, 6, 7), "float64", 2, 0.7, 2, 3)
    lbp3d(out, "noise", (5, 6, 7), "uint8", 2, 1, 3, 3)
    lbp3d(out, "noise", (1, 6, 7), "int16", 2, 1, 1)
    lbp3d(out, "noise", (4, 1, 2), "float32", 2, 1, 1)
    lbp3d(out, "flat", (5, 6, 7), "float64", 2, 1, 1, 2)
    lbp3d(out, "flat", (5, 5, 6), "int16", 2, 2, 1)
