"""Write what PyRadiomics' filters make of small images that FilterOracleTest builds in the same way.

usage: make_filter_oracle.py ../resources/filter/filter-oracle.csv     (with PyRadiomics 3.1.0, PyWavelets 1.6.0)

A row is an image type: the image's size along x, y, z, its type, PyRadiomics' name of the image type and its settings,
then the name of the filtered image, its type, the CRC-32 of its values as doubles (little endian, x fastest, no
negative zeros), and the values of every 37th voxel.
"""
import binascii
import csv
import logging
import sys

import numpy as np
import SimpleITK as sitk
from radiomics import imageoperations

logging.getLogger("radiomics").setLevel(logging.CRITICAL)

SPACING = (0.9765625, 0.7, 2.5)
TYPES = {"UINT8": np.uint8, "INT16": np.int16, "INT32": np.int32, "FLOAT32": np.float32, "FLOAT64": np.float64}

WAVELET = "wavelet level start_level force2D force2Ddimension".split()
CASES = [
    ("INT16", (9, 8, 7), "Wavelet", ("coif1", 1, 0, False, 0)),
    ("INT16", (9, 8, 7), "Wavelet", ("coif1", 2, 1, False, 0)),
    ("FLOAT32", (9, 8, 7), "Wavelet", ("coif1", 2, 0, False, 0)),
    ("FLOAT64", (9, 8, 7), "Wavelet", ("db5", 1, 0, True, 0)),
    ("UINT8", (9, 8, 7), "Wavelet", ("bior3.7", 1, 0, True, 1)),
    ("FLOAT32", (9, 8, 7), "Wavelet", ("rbio2.4", 1, 0, True, 2)),
    ("INT16", (5, 1, 2), "Wavelet", ("sym20", 1, 0, False, 0)),
    ("INT32", (24, 17, 3), "Wavelet", ("haar", 3, 0, False, 0)),
    ("FLOAT64", (12, 30, 4), "Wavelet", ("dmey", 1, 0, False, 0)),
    ("INT16", (9, 8, 7), "LoG", (0.5, 1.0, 3.0)),
    ("FLOAT32", (9, 8, 7), "LoG", (1.25, 2)),
    ("FLOAT64", (4, 14, 5), "LoG", (0.75, 4)),
    ("UINT8", (40, 6, 4), "LoG", (2.5, 5.0, 100.0)),
    ("INT16", (9, 8, 7), "Gradient", (True,)),
    ("FLOAT32", (9, 8, 7), "Gradient", (False,)),
    ("FLOAT64", (5, 1, 2), "Gradient", (True,)),
]
CASES += [(t, (9, 8, 7), name, ()) for name in ("Square", "SquareRoot", "Logarithm", "Exponential") for t in TYPES]
KEYS = {"Wavelet": WAVELET, "Gradient": ["gradientUseSpacing"]}


def image(size, dtype):
    x, y, z = np.meshgrid(*map(np.arange, size), indexing="ij")
    v = (x * x * 7 + y * 13 + z * 29 + x * y * 3 + y * z * 5) % 97 - 40
    v[(2 * x > size[0]) & (2 * y >= size[1])] = 25
    if dtype == "UINT8":
        v = abs(v)
    elif dtype.startswith("FLOAT"):
        v = v * 0.37
    made = sitk.GetImageFromArray(v.astype(TYPES[dtype]).transpose())
    made.SetSpacing(SPACING)
    return made


with open(sys.argv[1], "w", newline="") as f:
    table = csv.writer(f, lineterminator="\n")
    for dtype, size, name, values in CASES:
        settings = dict(zip(KEYS[name], values)) if name in KEYS else {"sigma": list(values)} if values else {}
        for made, made_name, _ in getattr(imageoperations, "get%sImage" % name)(image(size, dtype), None, **settings):
            array = sitk.GetArrayFromImage(made)
            doubles = array.astype("<f8").ravel() + 0.0
            table.writerow(["x".join(map(str, size)), dtype, name, " ".join(map(str, values)), made_name,
                            array.dtype.name.upper(), binascii.crc32(doubles.tobytes())]
                           + [repr(v) for v in doubles[::37].tolist()])
