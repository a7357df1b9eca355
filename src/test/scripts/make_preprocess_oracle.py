"""Makes src/test/resources/preprocess: what PyRadiomics makes of the volumes in ../oracle before it computes features.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7. Usage: python make_preprocess_oracle.py
resampled.csv (case,volume,pixel,spacing,interpolator,pad) with CASE.nrrd and CASE-mask.nrrd; normalized.csv
(case,volume,scale,outliers) with CASE.nrrd; resegmented.csv (case,volume,mode,range) with CASE-mask.nrrd;
moved-mask.nrrd, a mask on another grid than int16.nrrd, and corrected-mask.nrrd, the same on the grid of int16.nrrd.
"""
import csv
import os

import numpy as np
import radiomics
import SimpleITK as sitk
from radiomics import imageoperations

HERE = os.path.dirname(os.path.abspath(__file__))
INPUT = os.path.join(HERE, "..", "resources", "oracle")
OUTPUT = os.path.join(HERE, "..", "resources", "preprocess")
# Volume, its pixel type if another than in the file, spacing, interpolator, padDistance
RESAMPLED = [("int16", "", (1, 1, 1), "sitkBSpline", 5), ("int16", "", (2, 2, 2), "sitkBSpline", 0),
             ("int16", "UInt8", (0.35, 0.9, 0), "sitkBSpline", 3), ("int16", "UInt16", (0, 0, 1.25), "sitkBSpline", 5),
             ("int16", "Int32", (0.7, 0.9, 2.5), "sitkBSpline", 2), ("float32", "", (0.8, 1.7, 1.1), "sitkBSpline", 5),
             ("float32", "Float64", (2, 1, 0.55), "sitkBSpline", 20), ("slice", "", (1, 1, 1), "sitkBSpline", 5),
             ("sparse", "", (1.5, 1.5, 1.5), "sitkBSpline", 1), ("int16", "", (1, 1, 1), "sitkLinear", 5),
             ("float32", "", (0.55, 1.7, 0.8), "sitkLinear", 20), ("int16", "", (1, 0.5, 1), "sitkNearestNeighbor", 5),
             ("int16", "Float64", (1.5, 1.3, 2), "sitkGaussian", 5), ("int16", "", (1, 1, 1), "sitkLabelGaussian", 5),
             ("int16", "Float64", (1.6, 1.3, 2), "sitkHammingWindowedSinc", 1),
             ("int16", "Float64", (1.6, 1.3, 2), "sitkCosineWindowedSinc", 1),
             ("int16", "Float64", (1.6, 1.3, 2), "sitkWelchWindowedSinc", 1),
             ("int16", "Float64", (1.6, 1.3, 2), "sitkLanczosWindowedSinc", 1),
             ("int16", "Float64", (1.6, 1.3, 2), "sitkBlackmanWindowedSinc", 1)]
NORMALIZED = [("int16", 1, None), ("int16", 100, 1.5), ("float32", 7, 2), ("sparse", 1, 3)]
RESEGMENTED = [("int16", "absolute", [50, 120]), ("int16", "absolute", [90]), ("int16", "relative", [0.3, 0.7]),
               ("int16", "sigma", [-1, 1.5]), ("float32", "sigma", [1, -1]), ("float32", "relative", [0.25]),
               ("float32", "absolute", [-3.1, 20.2])]


def read(volume, pixel=""):
    image = sitk.ReadImage(os.path.join(INPUT, volume + ".nrrd"))
    mask = sitk.ReadImage(os.path.join(INPUT, volume + "-mask.nrrd"), sitk.sitkUInt32)
    if pixel.startswith("U"):
        image = sitk.Clamp(image, sitk.sitkInt16, 0, 255)
    return (sitk.Cast(image, getattr(sitk, "sitk" + pixel)) if pixel else image), mask


def write(image, name):
    sitk.WriteImage(image, os.path.join(OUTPUT, name + ".nrrd"), True)


def write_mask(mask, name):
    write(sitk.Cast(mask == 1, sitk.sitkUInt8), name + "-mask")


def table(name, header, rows):
    with open(os.path.join(OUTPUT, name + ".csv"), "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header] + rows)


os.makedirs(OUTPUT, exist_ok=True)
radiomics.setVerbosity(50)
rows = []
for i, (volume, pixel, spacing, interpolator, pad) in enumerate(RESAMPLED, 1):
    image, mask = imageoperations.resampleImage(*read(volume, pixel), resampledPixelSpacing=list(spacing),
                                                interpolator=interpolator, padDistance=pad)
    rows.append(["resampled-%d" % i, volume, pixel, " ".join(map(str, spacing)), interpolator, pad])
    write(image, rows[-1][0])
    write_mask(mask, rows[-1][0])
table("resampled", ["case", "volume", "pixel", "spacing", "interpolator", "pad"], rows)

rows = []
for i, (volume, scale, outliers) in enumerate(NORMALIZED, 1):
    rows.append(["normalized-%d" % i, volume, scale, "" if outliers is None else outliers])
    write(imageoperations.normalizeImage(read(volume)[0], normalizeScale=scale, removeOutliers=outliers), rows[-1][0])
table("normalized", ["case", "volume", "scale", "outliers"], rows)

rows = []
for i, (volume, mode, bounds) in enumerate(RESEGMENTED, 1):
    rows.append(["resegmented-%d" % i, volume, mode, " ".join(map(str, bounds))])
    write_mask(imageoperations.resegmentMask(*read(volume), resegmentRange=bounds, resegmentMode=mode), rows[-1][0])
table("resegmented", ["case", "volume", "mode", "range"], rows)

image, mask = read("int16")
moved = sitk.Resample(mask, [14, 15, 8], sitk.Euler3DTransform(), sitk.sitkNearestNeighbor,
                      image.TransformContinuousIndexToPhysicalPoint([0.4, 0.6, 0.4]), [0.6, 0.8, 2.9],
                      image.GetDirection())
write_mask(moved, "moved")
write_mask(imageoperations._correctMask(image, moved), "corrected")
