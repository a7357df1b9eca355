"""How much the signature of Zhang et al. 2021 moves with settings that the paper doesn't state. Uses PyRadiomics alone.

Usage: python score_by_settings.py [IMAGE MASK [IMAGE MASK ...]]     (default: the phantom in test-images)
Prints one row a case: the risk score with each setting. The model's own setting is the first one.
Needs Python 3.9, pyradiomics 3.1.0, numpy, SimpleITK, and tifffile for TIFF stacks.
"""
import logging
import os
import sys

import radiomics
import SimpleITK as sitk
from radiomics import featureextractor

IMAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "test-images")
sys.path.insert(0, IMAGES)
from make_expected import COEFFICIENTS, read  # noqa: E402

SETTINGS = [
    ("bin width 25", dict(binWidth=25)),
    ("bin width 10", dict(binWidth=10)),
    ("bin width 50", dict(binWidth=50)),
    ("32 bins", dict(binCount=32)),
    ("1 mm voxels", dict(binWidth=25, resampledPixelSpacing=[1, 1, 1])),
]


def score(image, mask, settings):
    extractor = featureextractor.RadiomicsFeatureExtractor(**settings)
    extractor.disableAllFeatures()
    wanted = {}
    for column in COEFFICIENTS:
        _, family, name = column.split("_")
        wanted.setdefault(family, []).append(name)
    extractor.enableFeaturesByName(**wanted)
    values = extractor.execute(image, mask)
    return sum(c * float(values[column]) for column, c in COEFFICIENTS.items())


def load(path):
    return read(os.path.abspath(path)) if path.endswith((".tif", ".tiff")) else sitk.ReadImage(path)


def main():
    radiomics.logger.setLevel(logging.ERROR)
    paths = sys.argv[1:] or [os.path.join(IMAGES, n) for n in ("breast-ct.tif", "breast-ct-labels.tif")]
    print("| case | %s |" % " | ".join(name for name, _ in SETTINGS))
    print("|---" * (len(SETTINGS) + 1) + "|")
    for image, mask in zip(paths[::2], paths[1::2]):
        pair = load(image), load(mask)
        name = os.path.basename(os.path.dirname(os.path.abspath(image))) + "/" + os.path.basename(image)
        print("| %s | %s |" % (name, " | ".join("%.3f" % score(*pair, s) for _, s in SETTINGS)), flush=True)


if __name__ == "__main__":
    main()
