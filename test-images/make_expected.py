"""Computes the expected results in expected/ from the files in this folder, with PyRadiomics and plain arithmetic.

Needs Python 3.9, pyradiomics 3.1.0, numpy 1.26.4, SimpleITK 2.5.7, tifffile 2024.8.30. Nothing of this project's
own code runs here. Usage: python make_expected.py
"""
import csv
import json
import logging
import math
import os
import re

import numpy as np
import radiomics
import SimpleITK as sitk
import tifffile
from radiomics import featureextractor

HERE = os.path.dirname(os.path.abspath(__file__))
DEPRECATED = {"firstorder": ["StandardDeviation"],
              "shape": ["Compactness1", "Compactness2", "SphericalDisproportion"]}

# Zhang et al. 2021, doi 10.3389/fonc.2020.523327
COEFFICIENTS = {"original_firstorder_Kurtosis": -5.570173e-03, "original_glcm_Correlation": 1.004042e+00,
                "original_glcm_MaximumProbability": -9.648413e-01, "original_glszm_LargeAreaEmphasis": 1.643472e-08}
CUTOFF = 0.185
HAZARD_RATIOS = {"signature": 30.328, "ki67": 1.018, "aln": 2.360}
# Reconstructed, not published: survival at 60 months with signature 0, Ki-67 0 %, nodes negative
BASELINE, BASELINE_LOW, BASELINE_HIGH = 0.948, 0.90, 0.975
# The nomogram's axes, and which of them is worth 100 points
AXES = {"signature": (-0.4, 0.8), "ki67": (0, 100), "aln": (0, 1)}


def read(name):
    """A TIFF stack of ImageJ as a SimpleITK image: spacing in mm, grey values through ImageJ's calibration."""
    with tifffile.TiffFile(os.path.join(HERE, name)) as tiff:
        values, page = tiff.asarray(), tiff.pages[0]
        text = dict(re.findall(r"^(\w+)=(.*)$", page.description, re.M))
        size = [page.tags[key].value for key in ("XResolution", "YResolution")]
    assert text["unit"] == "mm"
    if text.get("cf") == "0":
        values = values.astype(np.int32) * int(float(text["c1"])) + int(float(text["c0"]))
        values = values.astype(np.int16)
    image = sitk.GetImageFromArray(values)
    image.SetSpacing([pixels[1] / pixels[0] for pixels in size] + [float(text["spacing"])])
    return image


def features(image, mask, **settings):
    extractor = featureextractor.RadiomicsFeatureExtractor(**settings)
    extractor.disableAllFeatures()
    for name, cls in radiomics.getFeatureClasses().items():
        if name != "shape2D":
            names = [f for f, deprecated in cls.getFeatureNames().items() if not deprecated]
            extractor.enableFeaturesByName(**{name: names + DEPRECATED.get(name, [])})
    result = extractor.execute(image, mask)
    return {k: float(v) for k, v in result.items() if not k.startswith("diagnostics")}


def write(name, values):
    with open(os.path.join(HERE, "expected", name), "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("feature", "value"))
        rows.writerows((k, repr(v)) for k, v in values.items())
    print(name, len(values), "features")


def points(variable, value, scale):
    beta, (low, high) = math.log(HAZARD_RATIOS[variable]), AXES[variable]
    return (value - (low if beta > 0 else high)) * beta * scale


def predict(values, ki67, aln):
    risk = sum(c * values[name] for name, c in COEFFICIENTS.items())
    case = {"signature": risk, "ki67": ki67, "aln": aln}
    lp = sum(math.log(ratio) * case[name] for name, ratio in HAZARD_RATIOS.items())
    scale = 100 / max(abs(math.log(HAZARD_RATIOS[v])) * (high - low) for v, (low, high) in AXES.items())
    each = {v: points(v, case[v], scale) for v in AXES}
    return {"risk_score": risk, "risk_group": "high" if risk > CUTOFF else "low", "linear_predictor": lp,
            "points": each, "points_total": sum(each.values()), "survival": BASELINE ** math.exp(lp),
            "survival_low": BASELINE_LOW ** math.exp(lp), "survival_high": BASELINE_HIGH ** math.exp(lp)}


def main():
    radiomics.logger.setLevel(logging.ERROR)
    assert radiomics.__version__.lstrip("v") == "3.1.0", radiomics.__version__
    os.makedirs(os.path.join(HERE, "expected"), exist_ok=True)
    image, labels = read("breast-ct.tif"), read("breast-ct-labels.tif")
    lesion = features(image, labels, binWidth=25)
    write("features.csv", lesion)
    write("features-32-bins.csv", features(image, labels, binCount=32))
    write("features-muscle.csv", features(image, labels, binWidth=25, label=2))
    with open(os.path.join(HERE, "clinical.csv"), newline="") as file:
        clinical = next(csv.DictReader(file))
    prediction = predict(lesion, float(clinical["ki67"]), {"negative": 0, "positive": 1}[clinical["aln"]])
    with open(os.path.join(HERE, "expected", "prediction.json"), "w") as file:
        json.dump(prediction, file, indent=2)
        file.write("\n")
    print(json.dumps(prediction, indent=2))


if __name__ == "__main__":
    main()
