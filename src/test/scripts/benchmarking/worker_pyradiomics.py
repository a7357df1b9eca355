"""PyRadiomics, and the making of the cases, which needs what it needs."""
import csv
import os
import sys

import protocol

protocol.limit_threads(os.environ.get("BENCHMARK_THREADS", "1"))

import logging

import radiomics
import SimpleITK as sitk
from radiomics import featureextractor

logging.disable(logging.CRITICAL)
sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(int(os.environ.get("BENCHMARK_THREADS", "1")))


def task(kind, image, mask, label, parameters, families):
    pair = sitk.ReadImage(image), sitk.ReadImage(mask)
    extractor = featureextractor.RadiomicsFeatureExtractor(parameters, label=label)
    if families != "all":
        wanted = {f: extractor.enabledFeatures[f] for f in families.split(",")}
        extractor.disableAllFeatures()
        for family, features in wanted.items():
            extractor.enabledFeatures[family] = features
    if kind == "maps":
        return lambda: {} if extractor.execute(*pair, voxelBased=True) else {}
    return lambda: {k: v for k, v in extractor.execute(*pair).items() if not k.startswith("diagnostics")}


def prepare(words):
    import cases
    if len(words) == 3:
        return cases.make(*words)
    return cases.of_files(words[0], words[1], int(words[2]), int(words[3]), words[4])


def run_table(table, parameters):
    """All cases of a table, as PyRadiomics' command line does it with one job."""
    extractor = featureextractor.RadiomicsFeatureExtractor(parameters)
    with open(table, newline="") as rows:
        for row in csv.DictReader(rows):
            extractor.execute(row["Image"], row["Mask"])


if __name__ == "__main__":
    if "--table" in sys.argv:
        run_table(*sys.argv[sys.argv.index("--table") + 1:])
        sys.exit()
    protocol.serve(task, radiomics.__version__, prepare)
